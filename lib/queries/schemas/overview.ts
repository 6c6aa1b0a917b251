import { z } from 'zod';
import { CHANGE_KINDS, VERDICTS } from '#lib/core/statuses.ts';
import { change } from './changes.ts';
import { access, completeness, credit, customer, instant, money, period } from './shared.ts';

export const overviewQuery = z.strictObject({ period: period.optional() });

const together = z
  .discriminatedUnion('state', [
    z.object({
      state: z.literal('converted'),
      money,
      rates: z
        .array(z.object({ currency: z.string(), forOne: z.string() }))
        .meta({ description: 'Units of each other currency for one of the reporting currency' }),
    }),
    z.object({
      state: z.literal('no-rate'),
      currency: z.string(),
      missing: z
        .array(z.string())
        .meta({ description: 'Currencies of which no row of the month tells dollars' }),
    }),
  ])
  .meta({ id: 'Together' });
export type Together = z.infer<typeof together>;

export const overview = z
  .object({
    period,
    open: z.boolean().meta({ description: 'The month is not closed: its amounts are an estimate' }),
    totals: z.array(money),
    together: together.nullable().meta({
      description:
        'All currencies in the reporting currency, at the exchange rates of the same rows; null: none is configured, or nothing is billed in another',
    }),
    previous: z.object({ period, totals: z.array(money) }),
    matrix: z.array(
      z.object({
        access,
        credit,
        subscriptions: z.number().int(),
        eligibleGross: z.array(money).meta({ description: 'Money of the subscriptions in this cell' }),
      }),
    ),
    customers: z.object({ total: z.number().int(), byVerdict: z.record(z.enum(VERDICTS), z.number().int()) }),
    days: z.array(
      z.object({
        day: z.iso.date(),
        currency: z.string(),
        creditedGross: z.string(),
        notEarnedGross: z.string(),
        ineligibleGross: z.string(),
        unclassifiedGross: z.string(),
        settled: z.boolean(),
      }),
    ),
    trend: z
      .array(
        z.object({
          period,
          open: z.boolean(),
          read: z.enum(['complete', 'partial', 'none']).meta({
            description:
              'Whether cost of every customer that is billed is held; none: nothing of it, which is no statement of its amounts',
          }),
          totals: z.array(money),
        }),
      )
      .meta({
        description: 'Thirteen months, oldest first; all but the month asked for may be a minute old',
      }),
    largestGaps: z.array(customer),
    changes: z
      .object({
        since: instant,
        total: z.number().int(),
        sinceYesterday: z.object({ since: instant, total: z.number().int() }),
        newest: z.array(change),
        byKind: z.array(
          z.object({ kind: z.enum(CHANGE_KINDS), changes: z.number().int(), customers: z.number().int() }),
        ),
      })
      .meta({ description: 'What syncs saw change in the last seven days' }),
    periods: z.array(period).meta({ description: 'Months for which costs are held, newest first' }),
    completeness: z.array(completeness),
  })
  .meta({ id: 'Overview' });
export type Overview = z.infer<typeof overview>;
