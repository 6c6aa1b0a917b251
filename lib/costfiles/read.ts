import type { DuckDBConnection } from '@duckdb/node-api';
import { join } from 'node:path';
import type { CostFiles, CustomerCosts } from '#lib/core/cost-files.ts';
import type { CostGrouping } from '#lib/core/facts.ts';
import { parseSubscriptionId, parseTenantId, type SubscriptionId, type TenantId } from '#lib/core/ids.ts';
import type { Period } from '#lib/core/periods.ts';
import { CostFileFailure, namedMemory, unreadableBy } from './failure.ts';
import { keepLines } from './keep-lines.ts';
import { withNumbers } from './line-numbers.ts';
import type { CostPlace } from './place.ts';
import { openScanner, quoteText } from './scanner.ts';
import { readSeries, type OwnedSeries } from './series.ts';
import { sumLines } from './sums.ts';

export { CostFileFailure } from './failure.ts';
export { dropFetched, placeOf, type CostPlace } from './place.ts';

type Owner = { tenantId: TenantId | null; subscriptionId: SubscriptionId | null };

/** Blank for a charge that belongs to no subscription. */
function parseSubscription(text: string): SubscriptionId | null {
  const parsed = text === '' ? null : parseSubscriptionId(text);
  if (parsed === null && text !== '') throw new CostFileFailure('subscriptionId: not understood');
  return parsed;
}

async function listOwners(connection: DuckDBConnection): Promise<Map<number, Owner>> {
  const owners = await connection.runAndReadAll('select "owner", "tenantId", "subscriptionId" from owners');
  return new Map(
    owners.getRows().map(([number, tenantId, subscriptionId]) => {
      const owner = {
        tenantId: parseTenantId(String(tenantId)),
        subscriptionId: parseSubscription(String(subscriptionId)),
      };
      return [Number(number), owner];
    }),
  );
}

function addTo(batch: CustomerCosts, { owner: _owner, by, ...sums }: OwnedSeries, of: Owner): void {
  const series = { ...sums, subscriptionId: of.subscriptionId };
  if (by === 'day') batch.days.push(series);
  else batch.names.push({ ...series, grouping: by satisfies CostGrouping });
}

/** Of owners in their order: those of one customer stand together. */
function* batchesOf(page: readonly OwnedSeries[], owners: ReadonlyMap<number, Owner>) {
  let batch: CustomerCosts | null = null;
  for (const series of page) {
    const owner = owners.get(series.owner);
    if (owner === undefined) throw new Error('sums have no owner');
    if (batch !== null && batch.tenantId !== owner.tenantId) {
      yield batch;
      batch = null;
    }
    batch ??= { tenantId: owner.tenantId, days: [], names: [] };
    addTo(batch, series, owner);
  }
  if (batch !== null) yield batch;
}

/** The series of a month, or of all lines, customer by customer. */
export async function* readBatches(
  connection: DuckDBConnection,
  period: Period | null = null,
): AsyncGenerator<CustomerCosts> {
  try {
    const owners = await listOwners(connection);
    for await (const page of readSeries(connection, period)) yield* batchesOf(page, owners);
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
    await sumLines(connection, withNumbers(`select * from read_parquet(${quoteText(parquet)})`));
  } catch (error) {
    throw unreadableBy(error);
  }
}
