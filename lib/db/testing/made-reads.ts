import { randomUUID } from 'node:crypto';
import type { DailyCost } from '#lib/core/facts.ts';
import type { SubscriptionId, TenantId } from '#lib/core/ids.ts';
import { CUSTOMER } from '#lib/core/testing/made-facts.ts';
import type { ReadWay } from '#lib/core/sync-run.ts';
import type { Period } from '#lib/core/periods.ts';
import { listCostReads, listDailyCosts } from '../costs.ts';
import type { Db } from '../db.ts';
import { writeLists } from '../list-versions.ts';
import { countRows, saveCompleteRead, type ReadKey } from '../reads.ts';
import { costCovers } from '../schema.ts';
import { saveSubscriptionReads } from '../subscription-reads.ts';

export const withTenant = <Row extends object>(
  tenantId: TenantId,
  ...rows: Row[]
): (Row & { tenantId: TenantId })[] => rows.map((row) => ({ ...row, tenantId }));

export const ofCustomer = <Row extends object>(...rows: Row[]) => withTenant(CUSTOMER, ...rows);

/** A read that was completed, with whatever `save` stores of it. */
export async function saveRead(
  db: Db,
  key: ReadKey,
  asOf: string,
  { save, way = null }: { save: (readId: string) => Promise<unknown>; way?: ReadWay | null },
): Promise<string> {
  const readId = randomUUID();
  await save(readId);
  const rows = await countRows(db, key.source, readId);
  await saveCompleteRead(db, { key, at: asOf, readId, asOf, rows, way, count: null });
  return readId;
}

export const coverSubscriptions = (db: Db, readId: string, ...ids: SubscriptionId[]): Promise<void> =>
  saveSubscriptionReads(
    db,
    readId,
    ids.map((subscriptionId) => ({
      subscriptionId,
      via: 'managing-tenant',
      unreadReason: null,
      missingRight: null,
    })),
  );

/** What a customer's own current read of a month holds; null where none was ever completed. */
export async function heldCosts(db: Db, tenantId: TenantId, period: Period): Promise<DailyCost[] | null> {
  const own = (await listCostReads(db, period, [tenantId])).find((row) => row.tenantId === tenantId);
  if (own === undefined) return null;
  return listDailyCosts(db, { readIds: [own.readId], tenantIds: [tenantId] });
}

/** Makes a customer's own read of a month the one that counts. */
export const coverByOwnRead = async (db: Db, tenantId: TenantId, period: Period): Promise<void> =>
  void (await writeLists(db, (tx) =>
    tx
      .insert(costCovers)
      .values({ period, tenantId, kind: 'daily', readTenantId: tenantId, scope: '' })
      .onConflictDoNothing(),
  ));
