import { retailMicros, usdMicros } from './cost-line-facts.ts';
import { valueOf, type Held } from './cost-dimension-values.ts';
import { daysOf, type Aggregation, type CostQuery } from './cost-query.ts';
import type { CostScope, Payer } from './cost-scopes.ts';
import { daysBetween } from './worlds/costs.ts';
import type { CostLine } from './worlds/cost-types.ts';

export type Column = { name: string; type: 'Number' | 'String' | 'Datetime' };
export type Row = readonly (string | number)[];

const PERIOD_COLUMN = { Daily: 'UsageDate', Monthly: 'BillingMonth', None: null } as const;

/** Aggregations first, then the day or month, then the groupings, and the currency last. */
export function columnsOf({ aggregations, granularity, groupings }: CostQuery): Column[] {
  const period = PERIOD_COLUMN[granularity];
  const monthIsText = granularity === 'Monthly';
  return [
    ...aggregations.map((name): Column => ({ name, type: 'Number' })),
    ...(period === null ? [] : [{ name: period, type: monthIsText ? 'Datetime' : 'Number' } as const]),
    ...groupings.map((name): Column => ({ name, type: 'String' })),
    { name: 'Currency', type: 'String' },
  ];
}

/** Rows in a fixed order; where subscriptions are told apart, one after another and never all at once. */
export function* rowsOf(query: CostQuery, scope: CostScope, nowMs: number): Generator<Row> {
  const { from, to } = daysOf(query, nowMs);
  const days = daysBetween(from, to);
  const table = { query, scope, days };
  const payers = payersIn(scope, query.subscriptionIds);
  if (!query.groupings.includes('SubscriptionId')) return yield* groupedRows(payers, table);
  for (const payer of payers) if (payer.subscription !== null) yield* groupedRows([payer], table);
  yield* groupedRows(
    payers.filter(({ subscription }) => subscription === null),
    table,
  );
}

const payersIn = ({ payers }: CostScope, ids: ReadonlySet<string> | null): readonly Payer[] =>
  ids === null ? payers : payers.filter(({ subscription }) => ids.has(subscription?.subscriptionId ?? ''));

type Table = { query: CostQuery; scope: CostScope; days: readonly string[] };
type Sums = { keys: Row; micros: number[] };

function* groupedRows(payers: readonly Payer[], { query, scope, days }: Table): Generator<Row> {
  const groups = new Map<string, Sums>();
  for (const day of days) {
    const period = periodCells(query, day);
    for (const payer of payers) {
      for (const line of payer.linesOf(day)) addLine(groups, { line, payer }, { query, scope, period });
    }
  }
  for (const { keys, micros } of groups.values()) yield [...micros.map(unitsOf), ...keys];
}

type Place = { query: CostQuery; scope: CostScope; period: Row };

function addLine(groups: Map<string, Sums>, held: Held, { query, scope, period }: Place): void {
  if (!query.matches(held)) return;
  const currency = scope.inDollars ? 'USD' : held.line.currency;
  const keys = [...period, ...query.groupings.map((name) => valueOf(name, held)), currency];
  const key = keys.join('|');
  const sums = groups.get(key) ?? { keys, micros: query.aggregations.map(() => 0) };
  if (sums.keys === keys) groups.set(key, sums);
  for (const [index, name] of query.aggregations.entries()) {
    sums.micros[index] = (sums.micros[index] ?? 0) + microsOfLine(name, held.line, scope);
  }
}

function microsOfLine(aggregation: Aggregation, line: CostLine, { kind, inDollars }: CostScope): number {
  const priced = kind === 'subscription' ? { ...line, micros: retailMicros(line) } : line;
  return inDollars || aggregation.endsWith('USD') ? usdMicros(priced) : priced.micros;
}

function periodCells({ granularity }: CostQuery, day: string): Row {
  if (granularity === 'Daily') return [Number(day.replaceAll('-', ''))];
  return granularity === 'Monthly' ? [`${day.slice(0, 7)}-01T00:00:00`] : [];
}

/** Sums stay far below what a number holds exactly, so that its text has every decimal. */
function unitsOf(micros: number): number {
  if (!Number.isSafeInteger(micros)) throw new Error('the sum is too large to be exact');
  return micros / 1_000_000;
}
