import type { DuckDBConnection } from '@duckdb/node-api';
import { COST_CLASSES, type CostClass } from '#lib/core/cost-classes.ts';
import { creditAtRate, parseRate } from '#lib/core/cost-values.ts';
import { foldSeries, type CostSeries } from '#lib/core/cost-series.ts';
import { decimalText } from '#lib/core/money.ts';
import type { Period } from '#lib/core/periods.ts';
import { ADDED_UP, textOf } from './amounts.ts';
import { quoteText } from './scanner.ts';
import { plusOdd } from './sums.ts';

/** What sums of a whole month are by. */
const MONTHLY = { 'resource-group': '"resourceGroup"', service: '"service"', price: '"price"' } as const;

const SUM_KEYS = ['day', 'resource-group', 'service', 'price'] as const;
export type SumKey = (typeof SUM_KEYS)[number];

/** As the database hands them over: of one owner, and not yet with whom that is. */
export type OwnedSeries = Omit<CostSeries, 'subscriptionId'> & { owner: number; by: SumKey };

const OF_SUMS = '"owner", "currency", "costClass", "creditRate", "oddNet", "oddUsd"';

const ADDED = `sum("lines") as "lines", bool_or("isWithoutUsd") as "isWithoutUsd", ${ADDED_UP}`;

const MONTH_KEYS = Object.values(MONTHLY);
const BY = Object.entries(MONTHLY).map(([by, key]) => `when grouping(${key}) = 0 then '${by}'`);

/** Of kinds of one class together; by each of what months are summed by, of the sums by all of it, as they are few. */
const sumsWhere = (where: string): string => `
  with held as materialized (select * from parts join classes using ("kind") where ${where})
  select ${OF_SUMS}, 'day' as "by", strftime("day", '%Y-%m-%d') as "key", ${ADDED}
    from held where "isDay" group by all
  union all
  select ${OF_SUMS}, case ${BY.join(' ')} end as "by", coalesce(${MONTH_KEYS.join(', ')}) as "key", ${ADDED}
    from held where not "isDay"
    group by grouping sets (${MONTH_KEYS.map((key) => `(${OF_SUMS}, ${key})`).join(', ')})`;

const [ENTRY_END, CELL_END] = ['\x1e', '\x1f'];

/** The database hands texts over one by one, each at its price: all sums of a series are one. */
const ENTRY = `replace(replace(coalesce("key", ''), chr(30), ''), chr(31), '') || chr(31) || "lines" || chr(31)
  || ${textOf('net')} || case when "isWithoutUsd" then '' else chr(31) || ${textOf('netUsd')} end`;

const seriesWhere = (where: string): string =>
  `select ${OF_SUMS}, "by", string_agg(${ENTRY}, chr(30)) from (${sumsWhere(where)}) group by all order by "owner", "currency", "costClass", "by"`;

type Row = readonly [
  owner: number,
  currency: string,
  costClass: string,
  creditRate: string,
  oddNet: string | null,
  oddUsd: string | null,
  by: string,
  entries: string,
];

const isCostClass = (text: string): text is CostClass => COST_CLASSES.some((one) => one === text);
const isSumKey = (text: string): text is SumKey => SUM_KEYS.some((one) => one === text);

type Credit = (net: string) => string | null;

const CREDIT_UNKNOWN: Credit = () => null;

/** By the lines' own rate; the flag without a rate tells that credit was received, not how much. Each rate is read once. */
function creditsByRate(): (rateText: string) => Credit {
  const held = new Map<string, Credit>();
  return (rateText) => {
    const known = held.get(rateText);
    if (known !== undefined) return known;
    const rate = parseRate(rateText);
    const credit = rate === null || rate.eq(0) ? CREDIT_UNKNOWN : creditAtRate(rate);
    held.set(rateText, credit);
    return credit;
  };
}

function creditsOf(costClass: CostClass, net: readonly string[], credit: Credit): (string | null)[] {
  if (costClass === 'EARNED') return net.map(credit);
  return net.map(() => (costClass === 'CREDIT_UNKNOWN' ? null : '0'));
}

const amountOf = (sum: string, odd: string | null, lines: string): string =>
  odd === null ? sum : decimalText(plusOdd(sum, odd, Number(lines)));

function seriesOfRow(
  [owner, currency, costClass, rate, oddNet, oddUsd, by, entries]: Row,
  creditAt: (rateText: string) => Credit,
): OwnedSeries {
  if (!isCostClass(costClass) || !isSumKey(by)) throw new Error(`no sums are by ${by} of ${costClass}`);
  const [values, net, netUsd]: [string[], string[], (string | null)[]] = [[], [], []];
  for (const entry of entries.split(ENTRY_END).toSorted()) {
    const cells = entry.split(CELL_END);
    const [lines, usd] = [cells[1] ?? '', cells[3]];
    values.push(cells[0] ?? '');
    net.push(amountOf(cells[2] ?? '', oddNet, lines));
    netUsd.push(usd === undefined ? null : amountOf(usd, oddUsd, lines));
  }
  if (by === 'day' && values[0] === '') throw new Error('a kept line without a day');
  return {
    owner,
    by,
    currency,
    costClass,
    values,
    net,
    netUsd,
    credit: creditsOf(costClass, net, creditAt(rate)),
  };
}

async function readPage(connection: DuckDBConnection, where: string): Promise<readonly OwnedSeries[]> {
  const result = await connection.runAndReadAll(seriesWhere(where));
  // The query selects exactly these columns.
  const creditAt = creditsByRate();
  const series = (result.getRows() as unknown as Row[]).map((row) => seriesOfRow(row, creditAt));
  return foldSeries(series, ({ owner, by, currency, costClass }) =>
    [owner, by, currency, costClass].join('|'),
  );
}

/**
 * Sums that are made at once, or as many as one owner has: each question to the database has its price. Whoever stores
 * them begins with the first few.
 */
const SUMS_OF_THE_FIRST = 1_500;
const SUMS_OF_A_PAGE = 12_000;

/** Numbers of owners, whose sums are read together. */
type Page = [first: number, last: number];

async function pagesIn(connection: DuckDBConnection): Promise<Page[]> {
  const counted = await connection.runAndReadAll(
    'select "owner", count(*)::integer from parts group by 1 order by 1',
  );
  const pages: Page[] = [];
  let room = 0;
  for (const [number, count] of counted.getRows()) {
    const owner = Number(number);
    const open = pages.at(-1);
    if (open === undefined || room <= 0) {
      room = pages.length === 0 ? SUMS_OF_THE_FIRST : SUMS_OF_A_PAGE;
      pages.push([owner, owner]);
    } else open[1] = owner;
    room -= Number(count);
  }
  return pages;
}

/**
 * Series of one month, or of all lines, owner by owner, those of an owner on one page. The database makes the next page
 * while one is used.
 */
export async function* readSeries(
  connection: DuckDBConnection,
  period: Period | null,
): AsyncGenerator<readonly OwnedSeries[]> {
  const ofMonth = period === null ? '' : ` and "month" = ${quoteText(period)}`;
  const read = ([first, last]: Page): Promise<readonly OwnedSeries[]> => {
    const series = readPage(connection, `"owner" between ${first} and ${last}${ofMonth}`);
    // What fails is heard of where it is awaited.
    series.catch(() => undefined);
    return series;
  };
  let next: Promise<readonly OwnedSeries[]> | null = null;
  const pages = await pagesIn(connection);
  try {
    for (const [index, page] of pages.entries()) {
      const series: readonly OwnedSeries[] = await (next ?? read(page));
      const following = pages[index + 1];
      next = following === undefined ? null : read(following);
      yield series;
    }
  } finally {
    await next?.catch(() => undefined);
  }
}
