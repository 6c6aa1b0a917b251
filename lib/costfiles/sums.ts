import type { DuckDBConnection } from '@duckdb/node-api';
import { COST_CLASSES, type CostClass } from '#lib/core/cost-classes.ts';
import { BELOW_MARKET_PRICE } from '#lib/core/facts.ts';
import { creditAtRate, parseRate } from '#lib/core/cost-values.ts';
import { requireDecimal, ZERO, type Decimal } from '#lib/core/money.ts';
import type { Period } from '#lib/core/periods.ts';
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
const PRICE = `case when "costClass" <> 'EARNED'
    and try_cast("effectivePrice" as double) < 0.999 * try_cast("marketPrice" as double)
  then '${BELOW_MARKET_PRICE}' else '' end`;

const OWNER = ['tenantId', 'subscriptionId'];
const SHARED = [...OWNER, 'month', 'currency', 'costClass', 'creditRate', 'oddNet', 'oddUsd'].map(quoteName);

/** An amount that fits no decimal of the database is summed one by one, so that no digit is lost. */
const ODD = `case when "netExact" is null then "net" end as "oddNet",
  case when "netUsdExact" is null then nullif("netUsd", '') end as "oddUsd"`;

const sumOf = (column: string): string =>
  `coalesce(sum(${quoteName(`${column}Exact`)}), 0) as ${quoteName(column)}`;

/** Which of the keys a sum is by: a bit is set for each that it is not by. */
const BY = `case grouping(${Object.values(KEYS).join(', ')}) ${SUM_KEYS.map(
  (key, index) => `when ${(1 << SUM_KEYS.length) - 1 - (1 << (SUM_KEYS.length - 1 - index))} then '${key}'`,
).join(' ')} end`;

const SUMS = `select ${SHARED.join(', ')}, ${BY} as "by",
    coalesce(strftime("day", '%Y-%m-%d'), "resourceGroup", "service", "price") as "key",
    count(*)::integer as "lines", ${sumOf('net')}, ${sumOf('netUsd')},
    count(*) filter ("isWithoutUsd")::integer as "withoutUsd"
  from (select *, date_trunc('month', "day") as "month", ${PRICE} as "price", ${ODD}, "netUsd" = '' as "isWithoutUsd"
    from classified)
  group by grouping sets (${Object.values(KEYS)
    .map((key) => `(${[...SHARED, key].join(', ')})`)
    .join(', ')})`;

/** Makes the table `sums` of the classified lines, in one scan of them. */
export async function sumLines(connection: DuckDBConnection): Promise<void> {
  await connection.run(`create or replace temp table sums as ${SUMS}`);
}

/** The days that there are lines of, with how many. */
export const DAYS = `select try_cast("key" as date) as "day", "lines" from sums where "by" = 'day'`;

type Part = Record<
  'tenantId' | 'subscriptionId' | 'key' | 'currency' | 'costClass' | 'creditRate' | 'net' | 'netUsd',
  string
> & { oddNet: string | null; oddUsd: string | null; lines: number; withoutUsd: number };

const isCostClass = (text: string): text is CostClass => COST_CLASSES.some((one) => one === text);

const amountOf = (sum: string, odd: string | null, lines: number): Decimal =>
  odd === null ? requireDecimal(sum) : requireDecimal(sum).plus(requireDecimal(odd).times(lines));

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
  const netUsd = part.withoutUsd > 0 ? null : amountOf(part.netUsd, part.oddUsd, part.lines);
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

const ROW = ['tenantId', 'subscriptionId', 'key', 'currency', 'costClass', 'creditRate', 'oddNet', 'oddUsd'];
const ORDER = [...OWNER, 'key', 'currency', 'costClass'].map(quoteName).join(', ');

/** Sums of one month, or of all lines, customer by customer: one for each owner, key, currency and class. */
export async function* readSums(
  connection: DuckDBConnection,
  by: SumKey,
  period: Period | null,
): AsyncGenerator<Sum> {
  const ofMonth = period === null ? '' : `and strftime("month", '%Y-%m') = ${quoteText(period)}`;
  const result = await connection.stream(
    `select ${ROW.map(quoteName).join(', ')}, "lines", "withoutUsd", "net"::varchar as "net", "netUsd"::varchar as "netUsd"
       from sums where "by" = '${by}' ${ofMonth} order by ${ORDER}`,
  );
  let current: Sum | null = null;
  for await (const rows of result.yieldRowObjectJs()) {
    for (const row of rows) {
      // The query selects exactly these columns, all text but two counts.
      const sum = readSum(row as Part);
      if (current !== null && isSame(current, sum)) current = merge(current, sum);
      else {
        if (current !== null) yield current;
        current = sum;
      }
    }
  }
  if (current !== null) yield current;
}
