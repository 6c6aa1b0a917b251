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

/** Days are few and sums are many, so each is parsed once. */
function requireDay(text: string, known: Map<string, Day>): Day {
  const day = known.get(text) ?? parseDay(text);
  if (day === null) throw new Error('a kept line without a day');
  known.set(text, day);
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

type OpenBatch = { last: Sum; subscriptionId: SubscriptionId | null; batch: CustomerCosts; rows: number };

/** The days of a subscription are stored as one, so they come in one batch; they are few. */
const endsBefore = ({ last, rows }: OpenBatch, sum: Sum, by: SumKey): boolean =>
  last.tenantId !== sum.tenantId ||
  (rows >= ROWS_PER_BATCH && !(by === 'day' && last.subscriptionId === sum.subscriptionId));

async function* inBatches(chunks: AsyncIterable<readonly Sum[]>, by: SumKey): AsyncGenerator<CustomerCosts> {
  const days = new Map<string, Day>();
  let open: OpenBatch | null = null;
  for await (const sums of chunks) {
    for (const sum of sums) {
      if (open !== null && endsBefore(open, sum, by)) {
        yield open.batch;
        open = null;
      }
      open ??= { last: sum, subscriptionId: subscriptionOf(sum), batch: emptyOf(sum.tenantId), rows: 0 };
      if (open.last.subscriptionId !== sum.subscriptionId) open.subscriptionId = subscriptionOf(sum);
      addTo(open, sum, { by, days });
    }
  }
  if (open !== null) yield open.batch;
}

function addTo(open: OpenBatch, sum: Sum, { by, days }: { by: SumKey; days: Map<string, Day> }): void {
  const { currency, costClass, net, netUsd, credit, key } = sum;
  const row = { subscriptionId: open.subscriptionId, currency, costClass, net, netUsd, credit };
  if (by === 'day') open.batch.daily.push({ ...row, day: requireDay(key, days) });
  else open.batch.grouped.push({ ...row, grouping: by satisfies CostGrouping, name: key });
  open.last = sum;
  open.rows += 1;
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
