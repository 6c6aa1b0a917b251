import { join } from 'node:path';
import type { CostClass } from '#lib/core/cost-classes.ts';
import { requireDecimal, sum, ZERO, type Decimal } from '#lib/core/money.ts';
import type { Period } from '#lib/core/periods.ts';
import type { KeySum } from '#lib/core/reconcile.ts';
import { isOdd, sumOf } from './amounts.ts';
import { importFolder } from './imported.ts';
import { selectKeptLines } from './kept-lines.ts';
import { readBatches } from './read.ts';
import { openScanner, type Scanner } from './scanner.ts';
import { sumLines } from './sums.ts';

const KEY = ['tenantId', 'commerceSubscriptionId', 'productId', 'skuId', 'availabilityId', 'currency'];
const NAMES = KEY.map((name) => `"${name}"`).join(', ');

type Row = Record<string, string> & { lines: number; isCommitment: boolean };

/** An amount that fits no decimal of the database stays text, and is added one by one. */
const SUMS = `select ${NAMES}, case when ${isOdd('net')} then "net" else '' end as "odd",
    (${sumOf('net')})::varchar as "net", count(*)::integer as "lines",
    any_value("productName") as "productName", string_agg(distinct "exchangeRate", ' ') as "rates",
    bool_or("reservationId" <> '' or "benefitOrderId" <> '') as "isCommitment"
  from lines where strftime("day", '%Y-%m') = $period group by ${NAMES}, "odd" order by ${NAMES}`;

const netOf = ({ net, odd, lines }: Row): Decimal =>
  odd === '' || odd === undefined
    ? requireDecimal(net ?? '')
    : requireDecimal(odd)
        .times(lines)
        .plus(requireDecimal(net ?? ''));

const keySumOf = (row: Row): KeySum => ({
  tenantId: row['tenantId'] ?? '',
  commerceSubscriptionId: row['commerceSubscriptionId'] ?? '',
  productId: row['productId'] ?? '',
  skuId: row['skuId'] ?? '',
  availabilityId: row['availabilityId'] ?? '',
  currency: row['currency'] ?? '',
  net: netOf(row),
  lines: row.lines,
  exchangeRates: (row['rates'] ?? '').split(' ').filter((rate) => /^\d+(\.\d+)?$/.test(rate)),
  isCommitment: row.isCommitment,
  productName: row['productName'] ?? '',
});

const merge = (left: KeySum, right: KeySum): KeySum => ({
  ...left,
  net: left.net.plus(right.net),
  lines: left.lines + right.lines,
  exchangeRates: [...new Set([...left.exchangeRates, ...right.exchangeRates])],
  isCommitment: left.isCommitment || right.isCommitment,
});

const textOf = (one: KeySum): string =>
  [one.tenantId, one.commerceSubscriptionId, one.productId, one.skuId, one.availabilityId, one.currency].join(
    '|',
  );

async function sumsOf(
  { connection }: Scanner,
  selects: readonly string[],
  period: Period,
): Promise<KeySum[]> {
  await connection.run(`create or replace temp view lines as ${selects.join(' union all ')}`);
  const read = await connection.runAndReadAll(SUMS, { period });
  const sums = new Map<string, KeySum>();
  for (const row of read.getRowObjectsJS()) {
    // The query selects exactly these columns.
    const one = keySumOf(row as Row);
    const held = sums.get(textOf(one));
    sums.set(textOf(one), held === undefined ? one : merge(held, one));
  }
  return [...sums.values()];
}

/** Scans the kept lines of imports, each as a select; none of them where none is held. */
async function scanKept<Result>(
  dataDir: string,
  importIds: readonly string[],
  scan: (scanner: Scanner, selects: readonly string[]) => Promise<Result[]>,
): Promise<Result[]> {
  const scanner = await openScanner(
    join(dataDir, 'costs', 'incoming', `reconcile-${crypto.randomUUID()}.spill`),
  );
  try {
    const selects: string[] = [];
    for (const id of importIds) {
      const select = await selectKeptLines(scanner.connection, importFolder(dataDir, id));
      if (select !== null) selects.push(select);
    }
    return selects.length === 0 ? [] : await scan(scanner, selects);
  } finally {
    await scanner.close();
  }
}

/** Sums of the kept lines of imports, of one month, by product, SKU and availability of each commerce subscription. */
export const readReconcileSums = (
  dataDir: string,
  importIds: readonly string[],
  period: Period,
): Promise<KeySum[]> => scanKept(dataDir, importIds, (scanner, selects) => sumsOf(scanner, selects, period));

export type CustomerClassSum = { tenantId: string; currency: string; costClass: CostClass; net: Decimal };

/** Sums of the kept lines of imports, of one month, by customer, currency and class. */
export const readClassSums = (
  dataDir: string,
  importIds: readonly string[],
  period: Period,
): Promise<CustomerClassSum[]> =>
  scanKept(dataDir, importIds, async ({ connection }, selects) => {
    await sumLines(connection, selects.join(' union all '));
    const sums = new Map<string, CustomerClassSum>();
    for await (const { tenantId, days } of readBatches(connection, period)) {
      for (const { currency, costClass, net } of days) {
        const of = { tenantId: tenantId ?? '', currency, costClass };
        const key = Object.values(of).join('|');
        sums.set(key, { ...of, net: (sums.get(key)?.net ?? ZERO).plus(sum(net.map(requireDecimal))) });
      }
    }
    return [...sums.values()];
  });
