import type { DuckDBConnection } from '@duckdb/node-api';
import { COST_CLASSES, type CostClass } from '#lib/core/cost-classes.ts';
import { BELOW_MARKET_PRICE } from '#lib/core/facts.ts';
import { creditAtRate, parseRate } from '#lib/core/cost-values.ts';
import { requireDecimal, ZERO, type Decimal } from '#lib/core/money.ts';
import { quoteName } from './scanner.ts';

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

const exactSum = (column: string): string => `coalesce(sum("${column}Exact"), 0)::varchar`;
/** An amount that fits no decimal of the database is summed one by one, so that no digit is lost. */
const oddText = (column: string): string => `case when "${column}Exact" is null then "${column}" else '' end`;

const OWNER = ['tenantId', 'subscriptionId'];

const sumsBy = (key: string): string => {
  const groups = [
    ...OWNER.map(quoteName),
    `${key} as "key"`,
    '"currency"',
    '"costClass"',
    '"creditRate"',
    `${oddText('net')} as "oddNet"`,
    `${oddText('netUsd')} as "oddUsd"`,
  ];
  return `select ${groups.join(', ')}, count(*)::integer as "lines",
      ${exactSum('net')} as "net", ${exactSum('netUsd')} as "netUsd",
      count(*) filter ("netUsd" = '')::integer as "withoutUsd"
    from classified group by all order by ${[...OWNER, 'key', 'currency', 'costClass'].map(quoteName).join(', ')}`;
};

const KEYS = {
  day: `strftime("day", '%Y-%m-%d')`,
  'resource-group': '"resourceGroup"',
  service: '"service"',
  // Compared, never added: rounding of prices is far below a thousandth.
  price: `case when "costClass" <> 'EARNED'
      and try_cast("effectivePrice" as double) < 0.999 * try_cast("marketPrice" as double)
    then '${BELOW_MARKET_PRICE}' else '' end`,
} as const;

export type SumKey = keyof typeof KEYS;

type Part = Record<
  | 'tenantId'
  | 'subscriptionId'
  | 'key'
  | 'currency'
  | 'costClass'
  | 'creditRate'
  | 'oddNet'
  | 'oddUsd'
  | 'net'
  | 'netUsd',
  string
> & { lines: number; withoutUsd: number };

const isCostClass = (text: string): text is CostClass => COST_CLASSES.some((one) => one === text);

const amountOf = (sum: string, odd: string, lines: number): Decimal =>
  odd === '' ? requireDecimal(sum) : requireDecimal(sum).plus(requireDecimal(odd).times(lines));

/** By the line's own rate; the flag without a rate tells that credit was received, not how much. */
function creditOf(costClass: CostClass, net: Decimal, rateText: string): Decimal | null {
  if (costClass !== 'EARNED') return costClass === 'CREDIT_UNKNOWN' ? null : ZERO;
  const rate = parseRate(rateText);
  return rate === null || rate.eq(0) ? null : creditAtRate(net, rate);
}

function sumOf(part: Part): Sum {
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

/** Sums of the classified lines, customer by customer, one row for each owner, key, currency and class. */
export async function* readSums(connection: DuckDBConnection, by: SumKey): AsyncGenerator<Sum> {
  const result = await connection.stream(sumsBy(KEYS[by]));
  let current: Sum | null = null;
  for await (const rows of result.yieldRowObjectJs()) {
    for (const row of rows) {
      // The query selects exactly these columns, all text but two counts.
      const sum = sumOf(row as Part);
      if (current !== null && isSame(current, sum)) current = merge(current, sum);
      else {
        if (current !== null) yield current;
        current = sum;
      }
    }
  }
  if (current !== null) yield current;
}
