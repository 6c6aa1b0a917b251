import type { DuckDBConnection } from '@duckdb/node-api';
import { join } from 'node:path';
import type { CostFiles, CustomerCosts } from '#lib/core/cost-files.ts';
import { COST_GROUPINGS, type CostGrouping } from '#lib/core/facts.ts';
import { parseSubscriptionId, parseTenantId, type SubscriptionId } from '#lib/core/ids.ts';
import { parseDay, type Day, type Period } from '#lib/core/periods.ts';
import { classifyLines } from './classes.ts';
import { CostFileFailure, namedMemory, unreadableBy } from './failure.ts';
import { keepLines } from './keep-lines.ts';
import type { CostPlace } from './place.ts';
import { openScanner, quoteText } from './scanner.ts';
import { readSums, sumLines, type Sum, type SumKey } from './sums.ts';

export { CostFileFailure } from './failure.ts';
export { dropFetched, placeOf, type CostPlace } from './place.ts';

const ROWS_PER_BATCH = 2_000;

function requireDay(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new Error('a kept line without a day');
  return day;
}

/** Blank for a charge that belongs to no subscription. */
function subscriptionOf({ subscriptionId }: Sum): SubscriptionId | null {
  if (subscriptionId === '') return null;
  const parsed = parseSubscriptionId(subscriptionId);
  if (parsed === null) throw new CostFileFailure('subscriptionId: not understood');
  return parsed;
}

const emptyOf = (tenantId: string): CustomerCosts => ({
  tenantId: parseTenantId(tenantId),
  daily: [],
  grouped: [],
});

function addTo(batch: CustomerCosts, sum: Sum, by: SumKey): void {
  const { currency, costClass, net, netUsd, credit, key } = sum;
  const row = { subscriptionId: subscriptionOf(sum), currency, costClass, net, netUsd, credit };
  if (by === 'day') batch.daily.push({ ...row, day: requireDay(key) });
  else batch.grouped.push({ ...row, grouping: by satisfies CostGrouping, name: key });
}

type OpenBatch = { last: Sum; batch: CustomerCosts; rows: number };

/** The days of a subscription are stored as one, so they come in one batch; they are few. */
const endsBefore = ({ last, rows }: OpenBatch, sum: Sum, by: SumKey): boolean =>
  last.tenantId !== sum.tenantId ||
  (rows >= ROWS_PER_BATCH && !(by === 'day' && last.subscriptionId === sum.subscriptionId));

async function* inBatches(sums: AsyncIterable<Sum>, by: SumKey): AsyncGenerator<CustomerCosts> {
  let open: OpenBatch | null = null;
  for await (const sum of sums) {
    if (open !== null && endsBefore(open, sum, by)) {
      yield open.batch;
      open = null;
    }
    open ??= { last: sum, batch: emptyOf(sum.tenantId), rows: 0 };
    addTo(open.batch, sum, by);
    open.last = sum;
    open.rows += 1;
  }
  if (open !== null) yield open.batch;
}

/** The sums of a month, or of all lines, customer by customer. */
export async function* readBatches(
  connection: DuckDBConnection,
  period: Period | null = null,
): AsyncGenerator<CustomerCosts> {
  try {
    for (const by of ['day', ...COST_GROUPINGS] as const)
      yield* inBatches(readSums(connection, by, period), by);
  } catch (error) {
    throw namedMemory(error);
  }
}

/**
 * Reads cost details or an export that was fetched: keeps the lines, and gives their sums by day and, of the month, by
 * resource group and service. Memory is bounded, whatever the files hold.
 */
export async function* readCostFiles(files: CostFiles, place: CostPlace): AsyncGenerator<CustomerCosts> {
  const scanner = await openScanner(place.spill);
  try {
    if (files.paths.length === 0) return;
    await keepFetched(scanner.connection, files, place);
    yield* readBatches(scanner.connection);
  } finally {
    await scanner.close();
  }
}

async function keepFetched(
  connection: DuckDBConnection,
  files: CostFiles,
  { parquet, incoming }: CostPlace,
): Promise<void> {
  try {
    await keepLines(connection, files, { parquet, folder: join(incoming, 'unpacked') });
    await classifyLines(connection, `select * from read_parquet(${quoteText(parquet)})`);
    await sumLines(connection);
  } catch (error) {
    throw unreadableBy(error);
  }
}
