import { z } from 'zod';
import { dimensionNamed, valueOf, type Dimension, type Held } from './cost-dimension-values.ts';
import type { CostScopeKind } from './cost-scopes.ts';
import { armError, type Answer } from './http.ts';
import { costDays } from './worlds/costs.ts';

const instant = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'is not a date');

const comparison = z.strictObject({
  name: z.string(),
  operator: z.literal('In'),
  values: z.array(z.string()).min(1),
});

type WireFilter = { and: WireFilter[] } | { or: WireFilter[] } | { dimensions: z.infer<typeof comparison> };

const filterSchema: z.ZodType<WireFilter> = z.union([
  z.strictObject({ and: z.lazy(() => z.array(filterSchema).min(2)) }),
  z.strictObject({ or: z.lazy(() => z.array(filterSchema).min(2)) }),
  z.strictObject({ dimensions: comparison }),
]);

const AGGREGATIONS = ['Cost', 'PreTaxCost', 'CostUSD', 'PreTaxCostUSD'] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

const querySchema = z.strictObject({
  type: z.enum(['Usage', 'ActualCost', 'AmortizedCost']),
  timeframe: z.enum([
    'Custom',
    'MonthToDate',
    'BillingMonthToDate',
    'TheLastMonth',
    'TheLastBillingMonth',
    'WeekToDate',
  ]),
  timePeriod: z.strictObject({ from: instant, to: instant }).optional(),
  dataset: z.strictObject({
    granularity: z.enum(['Daily', 'Monthly', 'None']).optional(),
    aggregation: z
      .record(z.string(), z.strictObject({ name: z.enum(AGGREGATIONS), function: z.literal('Sum') }))
      .refine((held) => Object.keys(held).length <= 2, 'holds more than 2 aggregations'),
    grouping: z
      .array(z.strictObject({ type: z.literal('Dimension'), name: z.string() }))
      .max(2)
      .optional(),
    filter: filterSchema.optional(),
  }),
});

/** A query that Azure would answer. */
export type CostQuery = {
  granularity: 'Daily' | 'Monthly' | 'None';
  aggregations: readonly Aggregation[];
  groupings: readonly Dimension[];
  matches: (held: Held) => boolean;
  /** Ids that the filter is limited to, lower-cased; null: all. Others need not be looked at. */
  subscriptionIds: ReadonlySet<string> | null;
  /** First and last day. */
  from: string;
  to: string;
  /** Each month of data costs one unit of the tenant's quota. */
  months: number;
};

const DAY_MS = 86_400_000;
const DAILY_DAYS = 31;

type Parsed = { query: CostQuery } | { refusal: Answer };

export function parseQuery(body: string, kind: CostScopeKind, nowMs: number): Parsed {
  const parsed = querySchema.safeParse(parseJson(body));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return badRequest(`Invalid query definition: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}.`);
  }
  const { dataset, timeframe, timePeriod } = parsed.data;
  if ((timeframe === 'Custom') !== (timePeriod !== undefined)) {
    return badRequest(
      'Invalid query definition: a time period belongs to the timeframe Custom, and only to it.',
    );
  }
  const { from, to } = timePeriod ?? periodNamed(timeframe, nowMs);
  const granularity = dataset.granularity ?? 'None';
  const problem = problemOfPeriod(from, to, granularity, nowMs);
  if (problem !== null) return badRequest(problem);
  const names = [...(dataset.grouping ?? []).map(({ name }) => name), ...namesIn(dataset.filter)];
  const unknown = names.find((name) => dimensionNamed(name, kind) === undefined);
  if (unknown !== undefined) return badRequest(`Invalid dimension '${unknown}' for this scope.`);
  return {
    query: {
      granularity,
      aggregations: Object.values(dataset.aggregation).map(({ name }) => name),
      groupings: (dataset.grouping ?? []).flatMap(({ name }) => dimensionNamed(name, kind) ?? []),
      matches: dataset.filter === undefined ? () => true : matcherOf(dataset.filter, kind),
      subscriptionIds: subscriptionIdsIn(dataset.filter),
      from: from.slice(0, 10),
      to: to.slice(0, 10),
      months: monthsBetween(from, to),
    },
  };
}

const parseJson = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

const badRequest = (message: string) => ({ refusal: armError(400, 'BadRequest', message) });

function periodNamed(timeframe: string, nowMs: number): { from: string; to: string } {
  const now = new Date(nowMs);
  const text = (ms: number): string => new Date(ms).toISOString();
  const monthStart = (back: number): number => Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1);
  // Weeks begin on Sunday.
  if (timeframe === 'WeekToDate') return { from: text(nowMs - now.getUTCDay() * DAY_MS), to: text(nowMs) };
  if (!timeframe.startsWith('TheLast')) return { from: text(monthStart(0)), to: text(nowMs) };
  return { from: text(monthStart(1)), to: text(monthStart(0) - 1000) };
}

function problemOfPeriod(from: string, to: string, granularity: string, nowMs: number): string | null {
  const days = Math.ceil((Date.parse(to) - Date.parse(from)) / DAY_MS);
  if (days < 0) return 'Invalid query definition: the time period ends before it begins.';
  if (granularity === 'Daily' && days > DAILY_DAYS) {
    return `Invalid query definition: a daily query takes at most ${DAILY_DAYS} days.`;
  }
  if (days > 366) return 'Invalid query definition: a query takes at most 12 months.';
  if (nowMs - Date.parse(from) > 37 * 31 * DAY_MS) {
    return 'Invalid query definition: the time period begins more than 37 months ago.';
  }
  return null;
}

function monthsBetween(from: string, to: string): number {
  const [first, last] = [new Date(from), new Date(to)];
  const years = last.getUTCFullYear() - first.getUTCFullYear();
  return years * 12 + last.getUTCMonth() - first.getUTCMonth() + 1;
}

function namesIn(filter: WireFilter | undefined): string[] {
  if (filter === undefined) return [];
  if ('dimensions' in filter) return [filter.dimensions.name];
  return ('and' in filter ? filter.and : filter.or).flatMap(namesIn);
}

function subscriptionIdsIn(filter: WireFilter | undefined): ReadonlySet<string> | null {
  const parts = filter === undefined ? [] : 'and' in filter ? filter.and : [filter];
  for (const part of parts) {
    if (!('dimensions' in part) || part.dimensions.name.toLowerCase() !== 'subscriptionid') continue;
    return new Set(part.dimensions.values.map((id) => id.toLowerCase()));
  }
  return null;
}

function matcherOf(filter: WireFilter, kind: CostScopeKind): (held: Held) => boolean {
  if ('and' in filter) {
    const parts = filter.and.map((part) => matcherOf(part, kind));
    return (held) => parts.every((matches) => matches(held));
  }
  if ('or' in filter) {
    const parts = filter.or.map((part) => matcherOf(part, kind));
    return (held) => parts.some((matches) => matches(held));
  }
  const { name, values } = filter.dimensions;
  const dimension = dimensionNamed(name, kind);
  if (dimension === undefined) throw new Error('the names were checked before');
  const wanted = new Set(values.map((value) => value.toLowerCase()));
  return (held) => wanted.has(valueOf(dimension, held).toLowerCase());
}

/** The days that are asked for, as far as there is data of them. */
export function daysOf({ from, to }: Pick<CostQuery, 'from' | 'to'>, nowMs: number) {
  const known = costDays(nowMs);
  return { from: from > known.first ? from : known.first, to: to < known.last ? to : known.last };
}
