import { z } from 'zod';
import { armError, type Answer } from './http.ts';
import { costDays, costLines, daysBetween } from './worlds/costs.ts';
import type { CostLine, Currency, Subscription } from './worlds/types.ts';

type Held = { line: CostLine; subscription: Subscription };

/** What costs can be grouped by. The world's costs tell no more than this. */
const DIMENSION_VALUES = {
  SubscriptionId: ({ line }: Held) => line.subscriptionId,
  SubscriptionName: ({ subscription }: Held) => subscription.displayName,
  ChargeType: () => 'Usage',
  PricingModel: () => 'OnDemand',
  PublisherType: () => 'Azure',
  PartnerEarnedCreditApplied: ({ line }: Held) => (line.credited ? 'True' : 'False'),
} as const satisfies Record<string, (held: Held) => string>;

type Dimension = keyof typeof DIMENSION_VALUES;

// The keys of a constant are the names that its type lists.
export const DIMENSIONS = Object.keys(DIMENSION_VALUES) as readonly Dimension[];

const dimensionOf = (name: string): Dimension | undefined =>
  DIMENSIONS.find((known) => known.toLowerCase() === name.toLowerCase());

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
  const unknown = (dataset.grouping ?? []).find(({ name }) => dimensionOf(name) === undefined);
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

export type Table = {
  columns: { name: string; type: 'Number' | 'String' }[];
  rows: (string | number)[][];
};

/** Aggregations first, then the day, then the groupings, and the currency last. */
export function runQuery(query: CostQuery, subscriptions: readonly Subscription[], nowMs: number): Table {
  const { dataset, timePeriod } = query;
  const aggregations = Object.values(dataset.aggregation).map(({ name }) => name);
  const groupings = (dataset.grouping ?? []).flatMap(({ name }) => dimensionOf(name) ?? []);
  const daily = dataset.granularity === 'Daily';
  const keysOf = (held: Held): (string | number)[] => [
    ...(daily ? [Number(held.line.day.replaceAll('-', ''))] : []),
    ...groupings.map((name) => DIMENSION_VALUES[name](held)),
    held.line.currency,
  ];
  const groups = Map.groupBy(heldIn(timePeriod, subscriptions, nowMs), (held) => keysOf(held).join('|'));
  return {
    columns: [
      ...aggregations.map((name) => ({ name, type: 'Number' as const })),
      ...(daily ? [{ name: 'UsageDate', type: 'Number' as const }] : []),
      ...groupings.map((name) => ({ name, type: 'String' as const })),
      { name: 'Currency', type: 'String' },
    ],
    rows: [...groups.values()].map((group) => [
      ...aggregations.map((name) => sumOf(group, name)),
      ...group.slice(0, 1).flatMap(keysOf),
    ]),
  };
}

function heldIn(
  { from, to }: CostQuery['timePeriod'],
  subscriptions: readonly Subscription[],
  nowMs: number,
): Held[] {
  const known = costDays(nowMs);
  const days = daysBetween(later(from.slice(0, 10), known.first), earlier(to.slice(0, 10), known.last));
  return days.flatMap((day) =>
    subscriptions.flatMap((subscription) =>
      costLines(subscription, day).map((line): Held => ({ line, subscription })),
    ),
  );
}

const later = (left: string, right: string): string => (left > right ? left : right);
const earlier = (left: string, right: string): string => (left < right ? left : right);

const USD_PER_UNIT: Readonly<Record<Currency, number>> = { USD: 1, EUR: 1.09, GBP: 1.27, SEK: 0.096 };

function sumOf(group: readonly Held[], aggregation: string): number {
  const cents = group.reduce((sum, { line }) => sum + Math.round(Number(line.amount) * 100), 0);
  const rate = aggregation === 'CostUSD' ? USD_PER_UNIT[group[0]?.line.currency ?? 'USD'] : 1;
  return rate === 1 ? cents / 100 : Math.round(cents * rate * 100) / 10_000;
}
