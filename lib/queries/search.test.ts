import { beforeAll, expect, it } from 'vitest';
import type { Db } from '#lib/db/db.ts';
import { saveAssignments } from '#lib/db/people.ts';
import { searchCustomers, searchSubscriptions } from '#lib/db/search.ts';
import { describeOnBothEngines, openForProcess } from '#lib/db/testing/engines.ts';
import { findAnything } from './search.ts';
import { ALDER, AT, BIRCH, MONTH, saveMadeMonth, SHOP } from './testing/made-month.ts';

const names = async (q: string): Promise<string[]> =>
  (await findAnything({ q })).items.map(({ kind, name }) => `${kind} ${name}`);

describeOnBothEngines('the search', (open) => {
  let db: Db;
  beforeAll(async () => {
    const database = await open();
    ({ db } = database);
    openForProcess(database);
    await saveMadeMonth(db);
  });

  it('finds customers and subscriptions by a part of a name, whatever its case', async () => {
    expect(await names('BIRCH')).toEqual(['customer Birch 100%']);
    expect(await names('arehous')).toEqual(['subscription Warehouse']);
    expect(await names('0%')).toEqual(['customer Birch 100%']);
  });

  it('finds by a part of an id, and tells where the page is', async () => {
    const { items } = await findAnything({ q: SHOP.slice(-8) });
    expect(items.map(({ path }) => path)).toContain(`/subscriptions/${SHOP}?customer=${ALDER}`);
    expect((await findAnything({ q: BIRCH })).items).toMatchObject([{ path: `/customers/${BIRCH}` }]);
    expect(await names('b24988ac')).toEqual(['role Contributor']);
  });

  it('finds nothing by one letter, nor by what nothing has', async () => {
    expect(await names('b')).toEqual([]);
    expect(await names("'; drop table customers; --")).toEqual([]);
  });

  it('keeps customers of others apart', async () => {
    await saveAssignments(db, { personId: 'p', seesAll: false, tenantIds: [BIRCH], by: 'admin', at: AT });
    const visible = { kind: 'assigned', personId: 'p' } as const;
    expect(await searchCustomers(db, { q: 'alder', visible, limit: 8 })).toEqual([]);
    const found = await searchSubscriptions(db, MONTH, { q: 'shop', visible, limit: 8 });
    expect(found.map(({ tenantId }) => tenantId)).toEqual([BIRCH]);
  });
});
