import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import { COST_CLASSES, type CostClass } from '#lib/core/cost-classes.ts';
import { creditAtRate, parseRate } from '#lib/core/cost-values.ts';
import { requireDecimal, ZERO, type Decimal } from '#lib/core/money.ts';
import type { Period } from '#lib/core/periods.ts';
import { sumOf } from './amounts.ts';
import { classifyOddKinds } from './classes.ts';
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

const listed = (names: readonly string[]): string => names.map(quoteName).join(', ');

const OF_LINES = listed(['tenantId', 'subscriptionId', 'kind']);

/** By day, and by what months are summed by, in one scan. By as few keys as may be: what a kind tells is no key. */
const PARTS = `select ${OF_LINES}, "day", "resourceGroup", "service", grouping("day") = 0 as "isDay",
    count(*) as "lines", ${sumOf('net')} as "net", ${sumOf('netUsd')} as "netUsd"
  from lines group by grouping sets ((${OF_LINES}, "day"), (${OF_LINES}, "resourceGroup", "service"))`;

const OF_SUMS = listed([
  ...['tenantId', 'subscriptionId', 'month', 'currency', 'costClass', 'creditRate', 'oddNet', 'oddUsd'],
]);

const ADDED = `sum("lines")::integer as "lines", sum("net") as "net", sum("netUsd") as "netUsd",
  bool_or("isWithoutUsd") as "isWithoutUsd"`;

const BY = Object.entries(MONTHLY).map(([by, key]) => `when grouping(${key}) = 0 then '${by}'`);
const MONTH_KEYS = Object.values(MONTHLY);

/** Of kinds of one class together; by each of what months are summed by, of the sums by all of it, as they are few. */
const SUMS = `with held as materialized (select * from parts join classes using ("kind"))
  select ${OF_SUMS}, 'day' as "by", strftime("day", '%Y-%m-%d') as "key", ${ADDED}
    from held where "isDay" group by all
  union all
  select ${OF_SUMS}, case ${BY.join(' ')} end as "by", coalesce(${MONTH_KEYS.join(', ')}) as "key", ${ADDED}
    from held where not "isDay"
    group by grouping sets (${MONTH_KEYS.map((key) => `(${OF_SUMS}, ${key})`).join(', ')})`;

/** Makes the table `sums` of the lines, in one scan of them. */
export async function sumLines(connection: DuckDBConnection): Promise<void> {
  await connection.run(`create or replace temp table parts as ${PARTS}`);
  const unknown = await connection.runAndReadAll(
    'select 1 from parts anti join classes using ("kind") limit 1',
  );
  if (unknown.currentRowCount > 0) await classifyOddKinds(connection);
  await connection.run(`create or replace temp table sums as ${SUMS}`);
}

/** The days that there are lines of, with how many. */
export const DAYS = `select try_cast("key" as date) as "day", "lines" from sums where "by" = 'day'`;

const isCostClass = (text: string): text is CostClass => COST_CLASSES.some((one) => one === text);

/** By the line's own rate; the flag without a rate tells that credit was received, not how much. */
function creditOf(costClass: CostClass, net: Decimal, rateText: string): Decimal | null {
  if (costClass !== 'EARNED') return costClass === 'CREDIT_UNKNOWN' ? null : ZERO;
  const rate = parseRate(rateText);
  return rate === null || rate.eq(0) ? null : creditAtRate(net, rate);
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

const BETWEEN = '\x1f';

/** The database hands texts over one by one, so those that belong together come as one. */
const packed = (names: readonly string[]): string =>
  `concat_ws(chr(31), ${names.map((name) => `replace(${quoteName(name)}, chr(31), '')`).join(', ')})`;

const OWNER = packed(['tenantId', 'subscriptionId', 'currency', 'costClass']);
const FIGURES = `"net"::varchar || case when "isWithoutUsd" then '' else ' ' || "netUsd"::varchar end`;

type Owner = Pick<Sum, 'tenantId' | 'subscriptionId' | 'currency' | 'costClass'>;

const NOBODY: Owner = { tenantId: '', subscriptionId: '', currency: '', costClass: 'CREDIT_UNKNOWN' };

function readOwner(text: string): Owner {
  const [tenantId = '', subscriptionId = '', currency = '', costClass = ''] = text.split(BETWEEN);
  if (!isCostClass(costClass)) throw new Error(`no class of cost: ${costClass}`);
  return { tenantId, subscriptionId, currency, costClass };
}

/** The cells of one sum: texts but for the last. */
type Cells = readonly [
  owner: string,
  key: string,
  rate: string,
  figures: string,
  oddNet: string | null,
  oddUsd: string | null,
  lines: number,
];

function amountOf(figure: string, odd: string | null, lines: number): Decimal {
  const sum = requireDecimal(figure);
  return odd === null ? sum : sum.plus(requireDecimal(odd).times(lines));
}

function readSum(owner: Owner, [, key, rate, figures, oddNet, oddUsd, lines]: Cells): Sum {
  const [netFigure = '', usdFigure] = figures.split(' ', 2);
  const net = amountOf(netFigure, oddNet, lines);
  const netUsd = usdFigure === undefined ? null : amountOf(usdFigure, oddUsd, lines);
  return { ...owner, key, net, netUsd, credit: creditOf(owner.costClass, net, rate) };
}

/** Of columns: made into rows by the binding each cell would take several times as long (2026-11-22). */
function cellsOf(chunk: DuckDBDataChunk): Cells[] {
  const columns = Array.from({ length: chunk.columnCount }, (_one, at) => chunk.getColumnVector(at));
  return Array.from(
    { length: chunk.rowCount },
    // The query selects exactly these columns.
    (_one, row) => columns.map((column) => column.getItem(row)) as unknown as Cells,
  );
}

/**
 * Sums of one month, or of all lines, customer by customer: one for each owner, currency, class and key. Some at a time,
 * as each time somebody waits has its price.
 */
export async function* readSums(
  connection: DuckDBConnection,
  by: SumKey,
  period: Period | null,
): AsyncGenerator<readonly Sum[]> {
  const ofMonth = period === null ? '' : `and "month" = ${quoteText(period)}`;
  const result = await connection.stream(
    `select ${OWNER}, replace("key", chr(31), ''), "creditRate", ${FIGURES}, "oddNet", "oddUsd", "lines"
       from sums where "by" = '${by}' ${ofMonth} order by 1, 2`,
  );
  let ownerText: string | null = null;
  let owner = NOBODY;
  /** The next chunk may begin with a part of it. */
  let last: Sum | null = null;
  for await (const chunk of result) {
    const sums: Sum[] = last === null ? [] : [last];
    for (const cells of cellsOf(chunk)) {
      if (cells[0] !== ownerText) {
        [ownerText] = cells;
        owner = readOwner(ownerText);
      }
      const sum = readSum(owner, cells);
      const before = sums.at(-1);
      if (before !== undefined && isSame(before, sum)) sums[sums.length - 1] = merge(before, sum);
      else sums.push(sum);
    }
    last = sums.pop() ?? null;
    yield sums;
  }
  if (last !== null) yield [last];
}
