import type { DuckDBConnection } from '@duckdb/node-api';
import { COST_CLASSES, type CostClass } from '#lib/core/cost-classes.ts';
import { BELOW_MARKET_PRICE } from '#lib/core/facts.ts';
import { creditAtRate, parseRate } from '#lib/core/cost-values.ts';
import { requireDecimal, ZERO, type Decimal } from '#lib/core/money.ts';
import type { Period } from '#lib/core/periods.ts';
import { isOdd, narrow, sumOf } from './amounts.ts';
import { quoteName, quoteText } from './scanner.ts';

export type Sum = {
  tenantId: string;
  subscriptionId: string;
  /** The day, or the name of the resource group, service or kind of price. */
  key: string;
  currency: string;
  costClass: CostClass;
  net: Decimal;
  netUsd: Decimal | null;
  credit: Decimal | null;
};

/** What sums of a whole month are by. */
const MONTHLY = { 'resource-group': '"resourceGroup"', service: '"service"', price: '"price"' } as const;

export type SumKey = 'day' | keyof typeof MONTHLY;

// Compared, never added: rounding of prices is far below a thousandth.
const PRICE = `case when try_cast("effectivePrice" as double) < 0.999 * try_cast("marketPrice" as double)
  then '${BELOW_MARKET_PRICE}' else '' end`;

const ODD = `case when ${isOdd('net')} then "net" end as "oddNet",
  case when ${isOdd('netUsd')} then nullif("netUsd", '') end as "oddUsd",
  ${narrow('netUsd')} is null and "netUsd" = '' as "isWithoutUsd"`;

const listed = (names: readonly string[]): string => names.map(quoteName).join(', ');

const OF_LINES = [
  'tenantId',
  'subscriptionId',
  'month',
  'currency',
  'kind',
  'creditRate',
  'oddNet',
  'oddUsd',
];
const OF_SUMS = OF_LINES.map((name) => (name === 'kind' ? 'costClass' : name));
const MONTH_KEYS = Object.values(MONTHLY);

/** By day, and by all that months are summed by; of these the sums by each are made afterwards, as they are few. */
const PARTS = `select ${listed(OF_LINES)}, "day", ${MONTH_KEYS.join(', ')}, grouping("day") = 0 as "isDay",
    count(*) as "lines", ${sumOf('net')} as "net", ${sumOf('netUsd')} as "netUsd",
    count(*) filter ("isWithoutUsd") as "withoutUsd"
  from (select *, date_trunc('month', "day") as "month", ${PRICE} as "price", ${ODD} from lines)
  group by grouping sets ((${listed(OF_LINES)}, "day"), (${listed(OF_LINES)}, ${MONTH_KEYS.join(', ')}))`;

const ADDED = `sum("lines")::integer as "lines", sum("net") as "net", sum("netUsd") as "netUsd",
  sum("withoutUsd")::integer as "withoutUsd"`;

const BY = Object.entries(MONTHLY).map(([by, key]) => `when grouping(${key}) = 0 then '${by}'`);

/** Of kinds of one class together. Whatever was credited tells nothing by its price. */
const SUMS = `with parts as materialized (
    select * replace (case when "costClass" = 'EARNED' then '' else "price" end as "price")
    from (${PARTS}) join classes using ("kind"))
  select ${listed(OF_SUMS)}, 'day' as "by", strftime("day", '%Y-%m-%d') as "key", ${ADDED}
    from parts where "isDay" group by all
  union all
  select ${listed(OF_SUMS)}, case ${BY.join(' ')} end as "by", coalesce(${MONTH_KEYS.join(', ')}) as "key", ${ADDED}
    from parts where not "isDay"
    group by grouping sets (${MONTH_KEYS.map((key) => `(${listed(OF_SUMS)}, ${key})`).join(', ')})`;

/** Makes the table `sums` of the lines, in one scan of them. */
export async function sumLines(connection: DuckDBConnection): Promise<void> {
  await connection.run(`create or replace temp table sums as ${SUMS}`);
}

/** The days that there are lines of, with how many. */
export const DAYS = `select try_cast("key" as date) as "day", "lines" from sums where "by" = 'day'`;

type Part = Record<
  | ('tenantId' | 'subscriptionId' | 'key' | 'currency' | 'costClass' | 'creditRate' | 'net' | 'netUsd')
  | ('oddNet' | 'oddUsd' | 'lines' | 'withoutUsd'),
  string
>;

const isCostClass = (text: string): text is CostClass => COST_CLASSES.some((one) => one === text);

const amountOf = (sum: string, odd: string, lines: string): Decimal =>
  odd === '' ? requireDecimal(sum) : requireDecimal(sum).plus(requireDecimal(odd).times(lines));

/** By the line's own rate; the flag without a rate tells that credit was received, not how much. */
function creditOf(costClass: CostClass, net: Decimal, rateText: string): Decimal | null {
  if (costClass !== 'EARNED') return costClass === 'CREDIT_UNKNOWN' ? null : ZERO;
  const rate = parseRate(rateText);
  return rate === null || rate.eq(0) ? null : creditAtRate(net, rate);
}

function readSum(part: Part): Sum {
  const { tenantId, subscriptionId, key, currency, costClass } = part;
  if (!isCostClass(costClass)) throw new Error(`no class of cost: ${costClass}`);
  const net = amountOf(part.net, part.oddNet, part.lines);
  const netUsd = part.withoutUsd !== '0' ? null : amountOf(part.netUsd, part.oddUsd, part.lines);
  const credit = creditOf(costClass, net, part.creditRate);
  return { tenantId, subscriptionId, key, currency, costClass, net, netUsd, credit };
}

const isSame = (left: Sum, right: Sum): boolean =>
  left.key === right.key &&
  left.costClass === right.costClass &&
  left.currency === right.currency &&
  left.subscriptionId === right.subscriptionId &&
  left.tenantId === right.tenantId;

const plusOrNull = (left: Decimal | null, right: Decimal | null): Decimal | null =>
  left === null || right === null ? null : left.plus(right);

const merge = (left: Sum, right: Sum): Sum => ({
  ...left,
  net: left.net.plus(right.net),
  netUsd: plusOrNull(left.netUsd, right.netUsd),
  credit: plusOrNull(left.credit, right.credit),
});

/** Parts cells; of a name it would be a mark that nobody sees. */
const BETWEEN = '\x1f';

const TEXTS = [
  'tenantId',
  'subscriptionId',
  'key',
  'currency',
  'costClass',
  'creditRate',
  'oddNet',
  'oddUsd',
];
const FIGURES = ['lines', 'withoutUsd', 'net', 'netUsd'];

/** A sum in one text: a value of its own for each cell takes several times as long (2026-11-22). */
const PACKED = `concat_ws(chr(31), ${[
  ...TEXTS.map((name) => `replace(coalesce(${quoteName(name)}, ''), chr(31), '')`),
  ...FIGURES.map(quoteName),
].join(', ')})`;

function unpack(packed: string): Part {
  const [tenantId = '', subscriptionId = '', key = '', currency = '', costClass = '', ...rest] =
    packed.split(BETWEEN);
  const [creditRate = '', oddNet = '', oddUsd = '', lines = '', withoutUsd = '', net = '', netUsd = ''] =
    rest;
  return {
    ...{ tenantId, subscriptionId, key, currency, costClass, creditRate },
    ...{ oddNet, oddUsd, lines, withoutUsd, net, netUsd },
  };
}

const ORDER = listed(['tenantId', 'subscriptionId', 'key', 'currency', 'costClass']);

/** Sums of one month, or of all lines, customer by customer: one for each owner, key, currency and class. */
export async function* readSums(
  connection: DuckDBConnection,
  by: SumKey,
  period: Period | null,
): AsyncGenerator<Sum> {
  const ofMonth = period === null ? '' : `and strftime("month", '%Y-%m') = ${quoteText(period)}`;
  const result = await connection.stream(
    `select ${PACKED} from sums where "by" = '${by}' ${ofMonth} order by ${ORDER}`,
  );
  let current: Sum | null = null;
  for await (const rows of result.yieldRows()) {
    for (const [packed] of rows) {
      const sum = readSum(unpack(String(packed)));
      if (current !== null && isSame(current, sum)) current = merge(current, sum);
      else {
        if (current !== null) yield current;
        current = sum;
      }
    }
  }
  if (current !== null) yield current;
}
