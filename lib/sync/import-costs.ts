import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { CostFileFailure, importFolder, openImport, type ImportReader } from '#lib/costfiles/imported.ts';
import type { CustomerCosts } from '#lib/core/cost-files.ts';
import type { TenantId } from '#lib/core/ids.ts';
import { addDays, parsePeriod, startOf, type Day, type Instant } from '#lib/core/periods.ts';
import { hasSynced } from '#lib/db/changes.ts';
import { addDailyCosts, addGroupedCosts } from '#lib/db/costs.ts';
import { listCustomers, saveCustomers } from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import {
  deleteCustomers,
  deleteImport,
  findImport,
  listFileCustomers,
  listUnnamedCustomers,
  saveImport,
  scopeOfImport,
  type Import,
} from '#lib/db/imports.ts';
import { saveCompleteRead } from '#lib/db/reads.ts';
import { EVERY_CUSTOMER } from '#lib/db/visible-customers.ts';
import { instant, type JudgeDeps } from './deps.ts';
import { judgeHeld } from './judge-customers.ts';

/** `writtenAt`: when the file was written, as far as whoever gives it knows. */
export type GivenFile = { path: string; name: string; by: string; writtenAt: Instant | null };

/** 'refused': the file is not what it should be, and nothing of it was kept. */
export type Imported = { kind: 'imported' | 'known'; import: Import } | { kind: 'refused'; reason: string };

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Brings a file of cost into the store as a whole, and judges the customers and the month it is of. */
export async function importCostFile(deps: JudgeDeps, given: GivenFile): Promise<Imported> {
  const id = await digestOf(given.path);
  const held = await findImport(deps.db, id);
  if (held !== null) return { kind: 'known', import: held };
  const folder = importFolder(deps.dataDir, id);
  let kept = false;
  try {
    const reader = await openImport(given.path, folder);
    const row = await store(deps, reader, { ...given, id }).finally(() => reader.close());
    kept = true;
    await judgeTouched(deps, row);
    return { kind: 'imported', import: row };
  } catch (error) {
    if (error instanceof CostFileFailure) return { kind: 'refused', reason: error.message };
    throw error;
  } finally {
    if (!kept) await rm(folder, { recursive: true, force: true });
  }
}

async function store(
  deps: JudgeDeps,
  { file, sums }: ImportReader,
  { id, name, by, writtenAt }: GivenFile & { id: string },
): Promise<Import> {
  const at = instant(deps);
  const { customers, ...described } = file;
  const tenantIds = [...customers.keys()];
  return deps.db.transaction(async (tx) => {
    const readIds = new Map(tenantIds.map((tenantId) => [tenantId, { readId: deps.newId(), rows: 0 }]));
    for await (const batch of sums()) await saveBatch(tx, batch, { readIds, period: file.period });
    const asOf = asOfFile(file.lastDay, writtenAt ?? at, at);
    for (const [tenantId, { readId, rows }] of readIds) {
      const key = { source: 'costs', tenantId, period: file.period, scope: scopeOfImport(id) } as const;
      await saveCompleteRead(tx, { key, at, readId, asOf, rows, way: 'file', count: null });
    }
    const newTenantIds = await nameNewCustomers(tx, customers, at);
    const row = { id, name, ...described, tenantIds, newTenantIds, importedAt: at, importedBy: by };
    await saveImport(tx, row);
    return row;
  });
}

type Reads = {
  readIds: Map<TenantId, { readId: string; rows: number }>;
  period: Import['period'];
};

async function saveBatch(tx: Db, batch: CustomerCosts, { readIds, period }: Reads): Promise<void> {
  const { tenantId } = batch;
  const read = tenantId === null ? undefined : readIds.get(tenantId);
  if (tenantId === null || read === undefined) return;
  const named = <Row>(rows: readonly Row[]) => rows.map((row) => ({ ...row, tenantId }));
  read.rows += batch.daily.length;
  await addDailyCosts(tx, read.readId, named(batch.daily));
  await addGroupedCosts(tx, read.readId, { period: requirePeriod(period), rows: named(batch.grouped) });
}

function requirePeriod(text: string) {
  const period = parsePeriod(text);
  if (period === null) throw new Error('an import has no month');
  return period;
}

/** A file is as new as when it was written, which is after its last day and not to come. */
function asOfFile(lastDay: Day, writtenAt: Instant, now: Instant): Instant {
  const end = Date.parse(startOf(addDays(lastDay, 1)));
  return new Date(Math.min(Math.max(Date.parse(writtenAt), end), Date.parse(now))).toISOString();
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

async function judgeTouched(deps: JudgeDeps, { period, tenantIds }: Import): Promise<void> {
  // Stored from parsed ids.
  const month = { period: requirePeriod(period), tenants: [...tenantIds] as TenantId[] };
  const faults = await judgeHeld(deps, month, !(await hasSynced(deps.db, NO_RUN)));
  if (faults > 0) throw new Error(`${faults} customers could not be judged; see the log`);
}

/** The id of no run, to ask whether any has ended. */
const NO_RUN = '00000000-0000-0000-0000-000000000000';

/** Gives back what was before the import: its sums go, and customers that only it had named. */
export async function undoImport(deps: JudgeDeps, id: string): Promise<Import | null> {
  const row = await findImport(deps.db, id);
  if (row === null) return null;
  await deps.db.transaction((tx) => deleteImport(tx, id));
  await judgeTouched(deps, row);
  await deps.db.transaction(async (tx) =>
    deleteCustomers(tx, await listUnnamedCustomers(tx, row.newTenantIds)),
  );
  await rm(importFolder(deps.dataDir, id), { recursive: true, force: true });
  return row;
}
