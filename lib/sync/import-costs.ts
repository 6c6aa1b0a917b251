import { rm } from 'node:fs/promises';
import { CostFileFailure, importFolder, NOBODY_WATCHES, type ImportReader } from '#lib/costfiles/imported.ts';
import type { CustomerCosts } from '#lib/core/cost-files.ts';
import type { TenantId } from '#lib/core/ids.ts';
import { countSums } from '#lib/core/cost-series.ts';
import { decimalText } from '#lib/core/money.ts';
import { addDays, parsePeriod, startOf, type Day, type Instant, type Period } from '#lib/core/periods.ts';
import { hasSynced } from '#lib/db/changes.ts';
import type { OfRead } from '#lib/db/cost-arrays.ts';
import type { DaysRow } from '#lib/db/cost-days.ts';
import type { NamesRow } from '#lib/db/cost-names.ts';
import { readyCostDays, readyCostNames } from '#lib/db/costs.ts';
import { listCustomers, saveCustomers } from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import {
  deleteCustomers,
  deleteImport,
  findImport,
  listFileCustomers,
  listUnnamedCustomers,
  periodsOf,
  saveFileReads,
  saveImport,
  type FileRead,
  type Import,
} from '#lib/db/imports.ts';
import { EVERY_CUSTOMER } from '#lib/db/visible-customers.ts';
import { instant, type JudgeDeps } from './deps.ts';
import { judgeHeld } from './judge-customers.ts';
import { readGiven, type GivenFile, type StagedWatch } from './read-given.ts';

/** 'refused': the file is not what it should be, and nothing of it was kept. */
export type Imported = { kind: 'imported' | 'known'; import: Import } | { kind: 'refused'; reason: string };

const UNWATCHED: StagedWatch = { ...NOBODY_WATCHES, began: () => {} };

/**
 * Brings a file of cost into the store as a whole, and judges the customers and the month it is of. Given up half-way
 * it throws, and nothing of it is left.
 */
export async function importCostFile(
  deps: JudgeDeps,
  given: GivenFile,
  watch: StagedWatch = UNWATCHED,
): Promise<Imported> {
  try {
    const read = await readGiven(deps, given, watch);
    if ('known' in read) return { kind: 'known', import: read.known };
    const { reader, id } = read;
    watch.began('storing');
    const row = await store(deps, reader, { ...given, id, signal: watch.signal })
      .finally(() => reader.close())
      .catch(async (error: unknown) => {
        await rm(importFolder(deps.dataDir, id), { recursive: true, force: true });
        throw error;
      });
    watch.began('judging');
    await judgeImport(deps, row);
    if (watch.signal.aborted) await undoImport(deps, id);
    watch.signal.throwIfAborted();
    return { kind: 'imported', import: row };
  } catch (error) {
    if (!(error instanceof CostFileFailure)) throw error;
    if (error.cause !== undefined) deps.log.warn({ err: error.cause }, 'a file of cost cannot be read');
    return { kind: 'refused', reason: error.message };
  }
}

type Given = GivenFile & { id: string; signal: AbortSignal };

async function store(deps: JudgeDeps, reader: ImportReader, given: Given): Promise<Import> {
  const at = instant(deps);
  const { months, totals, counts, ...described } = reader.file;
  const newest = months.at(-1);
  if (newest === undefined) throw new Error('an import has no month');
  // A file that counts for nobody names nobody either.
  const customers = counts ? customersOf(months) : new Map<TenantId, string | null>();
  return deps.db.transaction(async (tx) => {
    const naming = nameNewCustomers(tx, customers, at);
    await storeMonths(tx, { deps, reader, given, naming });
    const newTenantIds = await naming;
    const row: Import = {
      ...{ id: given.id, name: given.name, ...described },
      ...{ period: newest.period, periods: months.map(({ period }) => period), lastDay: newest.lastDay },
      lines: months.reduce((sum, { lines }) => sum + lines, 0),
      withoutCustomer: months.reduce((sum, month) => sum + month.withoutCustomer, 0),
      totals: [...totals].map(([currency, net]) => ({ currency, net: decimalText(net) })),
      tenantIds: [...customers.keys()].sort(),
      ...{ newTenantIds, importedAt: at, importedBy: given.by },
    };
    await saveImport(tx, row);
    return row;
  });
}

/** With the name that the newest month has for each. */
const customersOf = (months: ImportReader['file']['months']): Map<TenantId, string | null> =>
  new Map(months.flatMap(({ customers }) => [...customers]));

type Storing = {
  deps: JudgeDeps;
  reader: ImportReader;
  given: Given;
  /** The database names customers while the first sums are read from the file. */
  naming: Promise<unknown>;
};
type Reads = ReadonlyMap<TenantId, FileRead>;
type Month = { period: Period; lastDay: Day; reads: Reads };

async function storeMonths(tx: Db, { deps, reader, given, naming }: Storing): Promise<void> {
  const at = instant(deps);
  const months = reader.file.months.map(({ period, lastDay, customers }): Month => {
    const named = reader.file.counts ? [...customers.keys()] : [];
    const reads = named.map((tenantId) => ({ readId: deps.newId(), tenantId, period, rows: 0 }));
    return { period, lastDay, reads: new Map(reads.map((read) => [read.tenantId, read])) };
  });
  await storeSums(tx, { reader, months, naming, signal: given.signal });
  given.signal.throwIfAborted();
  for (const { lastDay, reads } of months) {
    await saveFileReads(tx, given.id, {
      reads: [...reads.values()],
      asOf: asOfFile(lastDay, given.writtenAt ?? at, at),
      at,
      way: reader.file.isAmortised ? 'amortised-file' : 'file',
    });
  }
}

type OfMonths = Pick<Storing, 'reader' | 'naming'> & { months: readonly Month[]; signal: AbortSignal };

/** The next page is read and made ready while the database takes one, and the file is closed while it takes the last. */
async function storeSums(tx: Db, { reader, months, naming, signal }: OfMonths): Promise<void> {
  let storing = naming;
  // What fails is heard of where it is awaited.
  naming.catch(() => undefined);
  try {
    for (const { period, reads } of months) {
      for await (const page of inPages(reader.sums(period), reads)) {
        const days = readyCostDays(tx, page.days);
        const names = readyCostNames(tx, { period, rows: page.names });
        await storing;
        signal.throwIfAborted();
        storing = days.store().then(names.store);
        storing.catch(() => undefined);
      }
    }
    await reader.close();
  } finally {
    await storing;
  }
}

/** A statement has its price, whatever it stores: customers of a few sums share one. The database begins with fewer. */
const SUMS_OF_THE_FIRST = 1_000;
const SUMS_OF_A_PAGE = 5_000;

type Page = { days: OfRead<DaysRow>[]; names: OfRead<NamesRow>[] };

/** Sums of customers that the file names, with the read they are of. */
async function* inPages(batches: AsyncIterable<CustomerCosts>, reads: Reads): AsyncGenerator<Page> {
  let page: Page = { days: [], names: [] };
  let sums = 0;
  let room = SUMS_OF_THE_FIRST;
  for await (const { tenantId, days, names } of batches) {
    const read = tenantId === null ? undefined : reads.get(tenantId);
    if (tenantId === null || read === undefined) continue;
    const { readId } = read;
    read.rows += countSums(days);
    page.days.push(...days.map((row) => ({ ...row, tenantId, readId })));
    page.names.push(...names.map((row) => ({ ...row, tenantId, readId })));
    sums += countSums(days) + countSums(names);
    if (sums < room) continue;
    yield page;
    [page, sums, room] = [{ days: [], names: [] }, 0, SUMS_OF_A_PAGE];
  }
  yield page;
}

function requirePeriod(text: string) {
  const period = parsePeriod(text);
  if (period === null) throw new Error('an import has no month');
  return period;
}

/** A file is as new as when it was written, which is no earlier than its last day and not to come. */
function asOfFile(lastDay: Day, writtenAt: Instant, now: Instant): Instant {
  const end = startOf(addDays(lastDay, 1));
  const earliest = Date.parse(end) > Date.parse(now) ? startOf(lastDay) : end;
  return new Date(
    Math.min(Math.max(Date.parse(writtenAt), Date.parse(earliest)), Date.parse(now)),
  ).toISOString();
}

/** Whoever is known keeps the name that Azure gave. Tells whom only files have named so far. */
async function nameNewCustomers(
  tx: Db,
  customers: ReadonlyMap<TenantId, string | null>,
  at: Instant,
): Promise<TenantId[]> {
  const held = new Set((await listCustomers(tx, EVERY_CUSTOMER)).map(({ tenantId }) => tenantId));
  const added = [...customers].filter(([tenantId]) => !held.has(tenantId));
  const rows = added.map(([tenantId, name]) => ({
    ...{ tenantId, displayName: name ?? tenantId, domain: null },
    ...{ billingAccountName: null, billingCustomerId: null },
  }));
  await saveCustomers(tx, at, rows);
  const ofFiles = await listFileCustomers(tx);
  return [...customers.keys()].filter((tenantId) => !held.has(tenantId) || ofFiles.has(tenantId));
}

/** Judges the customers and the months that a file is of. */
export async function judgeImport(deps: JudgeDeps, row: Import): Promise<void> {
  for (const period of row.tenantIds.length === 0 ? [] : periodsOf(row)) {
    // Stored from parsed ids.
    const month = { period: requirePeriod(period), tenants: [...row.tenantIds] as TenantId[] };
    const faults = await judgeHeld(deps, month, !(await hasSynced(deps.db, NO_RUN)));
    if (faults > 0) throw new Error(`${faults} customers could not be judged; see the log`);
  }
}

/** The id of no run, to ask whether any has ended. */
const NO_RUN = '00000000-0000-0000-0000-000000000000';

/** Gives back what was before the import: its sums go, and customers that only it had named. */
export async function undoImport(deps: JudgeDeps, id: string): Promise<Import | null> {
  const row = await findImport(deps.db, id);
  if (row === null) return null;
  await deps.db.transaction((tx) => deleteImport(tx, id));
  await judgeImport(deps, row);
  await deps.db.transaction(async (tx) =>
    deleteCustomers(tx, await listUnnamedCustomers(tx, row.newTenantIds)),
  );
  await rm(importFolder(deps.dataDir, id), { recursive: true, force: true });
  return row;
}
