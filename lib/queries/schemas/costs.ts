import { FILE_WAYS } from '#lib/core/choose-reads.ts';
import { z } from 'zod';
import { COST_WAYS } from '#lib/core/facts.ts';
import { columnsOf, COST_COLUMNS } from './columns.ts';
import { refusedBy } from './query-fault.ts';
import {
  amount,
  completeness,
  costClass,
  guid,
  instant,
  listCursor,
  listLimit,
  listOffset,
  listVersion,
  money,
  period,
} from './shared.ts';

export const COST_GROUPS = [
  'customer',
  'subscription',
  'resourceGroup',
  'service',
  'class',
  'day',
  'credited',
] as const;
export type CostGroup = (typeof COST_GROUPS)[number];

export const COST_SORTS = [
  'cost',
  '-cost',
  'missed',
  '-missed',
  'credit',
  '-credit',
  'name',
  '-name',
] as const;

const isGroup = (text: string): text is CostGroup => COST_GROUPS.some((group) => group === text);

const groupBy = z
  .string()
  .max(200)
  .transform((text, context) => {
    const groups = text.split(',').map((part) => part.trim());
    const wrong = groups.filter((group) => !isGroup(group));
    if (wrong.length > 0) {
      context.addIssue({
        code: 'custom',
        ...refusedBy(
          { fault: 'several', values: [...COST_GROUPS] },
          `${wrong.join(', ')} is none of ${COST_GROUPS.join(', ')}`,
        ),
      });
      return z.NEVER;
    }
    return [...new Set(groups.filter(isGroup))];
  })
  .meta({
    override: {
      type: 'string',
      description: `Comma separated, of ${COST_GROUPS.join(', ')}. day, resourceGroup and service stand alone beside the others`,
    },
  });

export const costsQuery = z.strictObject({
  period: period.optional(),
  groupBy: groupBy.optional(),
  customer: guid.optional().meta({ description: 'Tenant id of a customer' }),
  subscription: z
    .union([z.guid({ abort: true }), z.literal('none')], 'must be none, or a GUID')
    .optional()
    .meta({ description: "'none': charges that belong to no subscription" }),
  resourceGroup: z.string().max(200).optional().meta({ description: "'none': charges without one" }),
  service: z.string().max(200).optional(),
  class: costClass.optional(),
  day: z.iso.date().optional(),
  credited: z.enum(['yes', 'no', 'unknown']).optional(),
  sort: z.enum(COST_SORTS).optional(),
  limit: listLimit,
  cursor: listCursor.optional(),
});
export type CostsQuery = z.infer<typeof costsQuery>;

/** The page shows of each row what its address asks for. */
export const costsPageQuery = costsQuery.extend({ columns: columnsOf(COST_COLUMNS).optional() });
export type CostsPageQuery = z.infer<typeof costsPageQuery>;

const way = z.enum([...COST_WAYS, ...FILE_WAYS]);

const costRead = z.object({ way: way.nullable(), asOf: instant.nullable() });

export const costItem = z
  .object({
    customer: z.object({ tenantId: guid, displayName: z.string() }).nullable(),
    subscription: z
      .object({
        subscriptionId: guid.nullable().meta({ description: 'null: the charge belongs to none' }),
        displayName: z.string().nullable(),
      })
      .nullable(),
    resourceGroup: z.string().nullable().meta({ description: "'': charges without one" }),
    service: z.string().nullable(),
    class: costClass.nullable(),
    day: z.iso.date().nullable(),
    credited: z.enum(['yes', 'no', 'unknown']).nullable(),
    currency: z.string(),
    net: amount,
    gross: amount,
    credit: amount,
    missed: amount,
    missedAtMost: amount,
    lines: z.number().int().nullable().meta({ description: 'null: sums are held, not how many lines' }),
    reads: z
      .array(costRead)
      .nullable()
      .meta({ description: 'By which way the figures were read; null unless grouped by customer' }),
  })
  .meta({ id: 'CostItem', description: 'Keys that were not grouped by are null' });
export type CostItem = z.infer<typeof costItem>;

const triedWay = z.object({
  billingProfile: z.string().nullable(),
  customer: z.string().nullable(),
  way,
  permitted: z.boolean(),
  failure: z
    .object({ kind: z.string(), message: z.string(), missingRight: z.string().nullable() })
    .nullable(),
  triedAt: instant,
});
export type TriedWay = z.infer<typeof triedWay>;

export const costList = z
  .object({
    period,
    open: z.boolean(),
    periods: z.array(period),
    groupBy: z.array(z.enum(COST_GROUPS)),
    names: z
      .object({ customer: z.string().nullable(), subscription: z.string().nullable() })
      .meta({ description: 'Names of what is filtered by' }),
    items: z.array(costItem),
    nextCursor: z.string().nullable(),
    total: z.number().int(),
    unfilteredTotal: z.number().int().meta({ description: 'Rows of the same grouping without any filter' }),
    offset: listOffset,
    version: listVersion,
    totals: z.array(money),
    notGrouped: z.array(z.object({ currency: z.string(), net: amount, gross: amount })).meta({
      description:
        'Cost that was read by a way which tells no resource group and no service: not among the items',
    }),
    readBy: z.array(
      z.object({
        way: way.nullable(),
        customers: z.number().int(),
        oldest: instant.nullable(),
        newest: instant.nullable(),
      }),
    ),
    triedWays: z.array(triedWay),
    asOf: instant.nullable(),
    completeness: z.array(completeness),
  })
  .meta({ id: 'CostList' });
export type CostList = z.infer<typeof costList>;
