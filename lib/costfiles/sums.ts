import type { DuckDBConnection } from '@duckdb/node-api';
import { COST_CLASSES, type CostClass } from '#lib/core/cost-classes.ts';
import { BELOW_MARKET_PRICE } from '#lib/core/facts.ts';
import { creditAtRate, parseRate } from '#lib/core/cost-values.ts';
import { requireDecimal, ZERO, type Decimal } from '#lib/core/money.ts';
import type { Period } from '#lib/core/periods.ts';
import { isOdd, sumOf } from './amounts.ts';
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

const KEYS = {
  day: '"day"',
  'resource-group': '"resourceGroup"',
  service: '"service"',
  price: '"price"',
} as const;

export type SumKey = keyof typeof KEYS;

// The keys of a constant are the names that its type lists.
const SUM_KEYS = Object.keys(KEYS) as SumKey[];

// Compared, never added: rounding of prices is far below a thousandth.
const PRICE = `case when try_cast("effectivePrice" as double) < 0.999 * try_cast("marketPrice" as double)
  then '${BELOW_MARKET_PRICE}' else '' end`;

const OWNER = ['tenantId', 'subscriptionId'];
const SHARED = [...OWNER, 'month', 'currency', 'kind', 'creditRate', 'oddNet', 'oddUsd'].map(quoteName);

const ODD = `case when ${isOdd('net')} then "net" end as "oddNet",
  case when ${isOdd('netUsd')} then nullif("netUsd", '') end as "oddUsd"`;

/** Which of the keys a sum is by: a bit is set for each that it is not by. */
const BY = `case grouping(${Object.values(KEYS).join(', ')}) ${SUM_KEYS.map(
  (key, index) => `when ${(1 << SUM_KEYS.length) - 1 - (1 << (SUM_KEYS.length - 1 - index))} then '${key}'`,
).join(' ')} end`;

const BY_KIND = `select ${SHARED.join(', ')}, ${BY} as "by",
    coalesce(strftime("day", '%Y-%m-%d'), "resourceGroup", "service", "price") as "key",
    count(*)::integer as "lines", ${sumOf('net')} as "net", ${sumOf('netUsd')} as "netUsd",
    count(*) filter ("isWithoutUsd")::integer as "withoutUsd"
  from (select *, date_trunc('month', "day") as "month", ${PRICE} as "price", ${ODD}, "netUsd" = '' as "isWithoutUsd"
    from lines)
  group by grouping sets (${Object.values(KEYS)
    .map((key) => `(${[...SHARED, key].join(', ')})`)
    .join(', ')})`;

const CLASSED = [
  'tenantId',
  'subscriptionId',
  'month',
  'currency',
  'costClass',
  'creditRate',
  'oddNet',
  'oddUsd',
  'by',
];

/** Of kinds of one class together. Whatever was credited tells nothing by its price. */
const SUMS = `select ${CLASSED.map(quoteName).join(', ')},
    case when "by" = 'price' and "costClass" = 'EARNED' then '' else "key" end as "key",
    sum("lines")::integer as "lines", sum("net") as "net", sum("netUsd") as "netUsd",
    sum("withoutUsd")::integer as "withoutUsd"
  from (${BY_KIND}) join classes using ("kind") group by all`;

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

const BETWEEN_SUMS = '\x1e';
const BETWEEN_CELLS = '\x1f';

const textOf = (name: string): string => `coalesce(${quoteName(name)}::varchar, '')`;

/** All sums of a subscription in one text: a value of its own for each cell takes ten times as long (2026-11-22). */
const PACKED = `string_agg(concat_ws(chr(31), translate("key", chr(30) || chr(31), ''), "currency", "costClass",
    ${['creditRate', 'oddNet', 'oddUsd', 'lines', 'withoutUsd', 'net', 'netUsd'].map(textOf).join(', ')}), chr(30)
  order by "key", "currency", "costClass")`;

function* unpack(tenantId: string, subscriptionId: string, packed: string): Generator<Part> {
  for (const one of packed.split(BETWEEN_SUMS)) {
    const [key = '', currency = '', costClass = '', creditRate = '', ...amounts] = one.split(BETWEEN_CELLS);
    const [oddNet = '', oddUsd = '', lines = '', withoutUsd = '', net = '', netUsd = ''] = amounts;
    yield {
      ...{ tenantId, subscriptionId, key, currency, costClass, creditRate },
      ...{ oddNet, oddUsd, lines, withoutUsd, net, netUsd },
    };
  }
}

/** Sums of one month, or of all lines, customer by customer: one for each owner, key, currency and class. */
export async function* readSums(
  connection: DuckDBConnection,
  by: SumKey,
  period: Period | null,
): AsyncGenerator<Sum> {
  const ofMonth = period === null ? '' : `and strftime("month", '%Y-%m') = ${quoteText(period)}`;
  const result = await connection.stream(
    `select "tenantId", "subscriptionId", ${PACKED} from sums where "by" = '${by}' ${ofMonth} group by all order by all`,
  );
  let current: Sum | null = null;
  for await (const rows of result.yieldRows()) {
    for (const row of rows) {
      const [tenantId, subscriptionId, packed] = row.map(String);
      for (const part of unpack(tenantId ?? '', subscriptionId ?? '', packed ?? '')) {
        const sum = readSum(part);
        if (current !== null && isSame(current, sum)) current = merge(current, sum);
        else {
          if (current !== null) yield current;
          current = sum;
        }
      }
    }
  }
  if (current !== null) yield current;
}
