import { z } from 'zod';
import { armError, type Answer } from './http.ts';
import { costDays, costLines, daysBetween } from './worlds/costs.ts';
import type { CostLine, Currency, Subscription } from './worlds/types.ts';

export const DIMENSIONS = [
  ['SubscriptionId', 'Subscription ID'],
  ['SubscriptionName', 'Subscription name'],
  ['ResourceGroup', 'Resource group'],
  ['ServiceName', 'Service name'],
  ['MeterCategory', 'Meter category'],
  ['ChargeType', 'Charge type'],
  ['PublisherType', 'Publisher type'],
  ['PricingModel', 'Pricing model'],
  ['PartnerEarnedCreditApplied', 'Partner earned credit applied'],
] as const;

/** The dimensions that the world's costs really have; asking for another is refused. */
const GROUPABLE = ['SubscriptionId', 'PartnerEarnedCreditApplied'] as const;
type Groupable = (typeof GROUPABLE)[number];

const instant = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'is not a date');

const querySchema = z.strictObject({
  type: z.enum(['Usage', 'ActualCost', 'AmortizedCost']),
  timeframe: z.literal('Custom'),
  timePeriod: z.strictObject({ from: instant, to: instant }),
  dataset: z.strictObject({
    granularity: z.enum(['Daily', 'None']).optional(),
    aggregation: z
      .record(
        z.string(),
        z.strictObject({ name: z.enum(['Cost', 'PreTaxCost', 'CostUSD']), function: z.literal('Sum') }),
      )
      .refine((held) => Object.keys(held).length <= 2, 'holds more than 2 aggregations'),
    grouping: z
      .array(z.strictObject({ type: z.literal('Dimension'), name: z.string() }))
      .max(2)
      .optional(),
  }),
});

export type CostQuery = z.infer<typeof querySchema>;

const DAY_MS = 86_400_000;
const DAILY_DAYS = 31;

export function parseQuery(body: string, nowMs: number): { query: CostQuery } | { refusal: Answer } {
  const parsed = querySchema.safeParse(parseJson(body));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return badRequest(`Invalid query definition: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}.`);
  }
  const { timePeriod, dataset } = parsed.data;
  const days = Math.ceil((Date.parse(timePeriod.to) - Date.parse(timePeriod.from)) / DAY_MS);
  if (days < 0) return badRequest('Invalid query definition: the time period ends before it begins.');
  if (dataset.granularity === 'Daily' && days > DAILY_DAYS) {
    return badRequest(`Invalid query definition: a daily query takes at most ${DAILY_DAYS} days.`);
  }
  if (days > 366) return badRequest('Invalid query definition: a query takes at most 12 months.');
  if (nowMs - Date.parse(timePeriod.from) > 37 * 31 * DAY_MS) {
    return badRequest('Invalid query definition: the time period begins more than 37 months ago.');
  }
  const unknown = (dataset.grouping ?? []).find(({ name }) => groupableOf(name) === null);
  if (unknown !== undefined) return badRequest(`Invalid dimension '${unknown.name}' in grouping.`);
  return { query: parsed.data };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const badRequest = (message: string) => ({ refusal: armError(400, 'BadRequest', message) });

const groupableOf = (name: string): Groupable | null =>
  GROUPABLE.find((known) => known.toLowerCase() === name.toLowerCase()) ?? null;

export type Table = {
  columns: { name: string; type: 'Number' | 'String' }[];
  rows: (string | number)[][];
};

/** Aggregations first, then the day, then the groupings, and the currency last. */
export function runQuery(query: CostQuery, subscriptions: readonly Subscription[], nowMs: number): Table {
  const { dataset, timePeriod } = query;
  const aggregations = Object.values(dataset.aggregation).map(({ name }) => name);
  const groupings = (dataset.grouping ?? []).map(({ name }) => groupableOf(name) ?? 'SubscriptionId');
  const daily = dataset.granularity === 'Daily';
  const known = costDays(nowMs);
  const from = later(timePeriod.from.slice(0, 10), known.first);
  const to = earlier(timePeriod.to.slice(0, 10), known.last);
  const lines = daysBetween(from, to).flatMap((day) =>
    subscriptions.flatMap((subscription) => costLines(subscription, day)),
  );
  const groups = Map.groupBy(lines, (line) =>
    [daily ? line.day : '', ...groupings.map((name) => valueOf(line, name)), line.currency].join('|'),
  );
  return {
    columns: [
      ...aggregations.map((name) => ({ name, type: 'Number' as const })),
      ...(daily ? [{ name: 'UsageDate', type: 'Number' as const }] : []),
      ...groupings.map((name) => ({ name, type: 'String' as const })),
      { name: 'Currency', type: 'String' },
    ],
    rows: [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      return [
        [
          ...aggregations.map((name) => sumOf(group, name)),
          ...(daily ? [Number(first.day.replaceAll('-', ''))] : []),
          ...groupings.map((name) => valueOf(first, name)),
          first.currency,
        ],
      ];
    }),
  };
}

const later = (left: string, right: string): string => (left > right ? left : right);
const earlier = (left: string, right: string): string => (left < right ? left : right);

const valueOf = (line: CostLine, name: Groupable): string =>
  name === 'SubscriptionId' ? line.subscriptionId : line.credited ? 'True' : 'False';

const USD_PER_UNIT: Readonly<Record<Currency, number>> = { USD: 1, EUR: 1.09, GBP: 1.27, SEK: 0.096 };

function sumOf(lines: readonly CostLine[], aggregation: string): number {
  const cents = lines.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0);
  const rate = aggregation === 'CostUSD' ? USD_PER_UNIT[lines[0]?.currency ?? 'USD'] : 1;
  return rate === 1 ? cents / 100 : Math.round(cents * rate * 100) / 10_000;
}
