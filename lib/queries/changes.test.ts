import { beforeAll, expect, it, vi } from 'vitest';
import { describeOnBothEngines, openForProcess } from '#lib/db/testing/engines.ts';
import { getChangeRows, getChangesPage } from './changes.ts';
import { changesPage, changesPageQuery } from './schemas/changes.ts';
import { saveMadeChanges } from './testing/made-lists.ts';
import { ALDER, BIRCH, saveMadeMonth } from './testing/made-month.ts';

vi.stubEnv('AZURE_TENANT_ID', '');

const page = async (parameters: Record<string, string> = {}) =>
  changesPage.parse(await getChangesPage(changesPageQuery.parse(parameters)));
const namesOf = ({ items }: Awaited<ReturnType<typeof page>>) =>
  items.map(({ kind, customerName, subscriptionName }) => `${kind} ${customerName} ${subscriptionName}`);

describeOnBothEngines('the page of all changes', (open) => {
  beforeAll(async () => {
    const database = await open();
    openForProcess(database);
    await saveMadeMonth(database.db);
    await saveMadeChanges(database.db);
  });

  it('lists them newest first, and says how many there are whatever is filtered by', async () => {
    const all = await page();
    expect(namesOf(all)).toEqual([
      'verdict-changed Birch 100% Warehouse',
      'verdict-changed Alder Älter Bestand',
      'source-refused Alder null',
      'verdict-changed Alder Shop',
    ]);
    expect(await page({ kind: 'source-refused' })).toMatchObject({ total: 1, unfilteredTotal: 4 });
  });

  it('is narrowed by customer, by day and by a part of a name or an id', async () => {
    const alder = await page({ customer: ALDER.toUpperCase(), since: '2026-11-20' });
    expect(namesOf(alder)).toEqual(['verdict-changed Alder Älter Bestand', 'source-refused Alder null']);
    expect(alder.customer).toMatchObject({ displayName: 'Alder' });
    expect(namesOf(await page({ q: 'bir' }))).toEqual(['verdict-changed Birch 100% Warehouse']);
    expect((await page({ q: BIRCH.slice(2) })).total).toBe(1);
    expect(await page({ q: '100%' })).toMatchObject({ total: 1 });
    expect(await page({ q: 'b%h' })).toMatchObject({ total: 0 });
  });

  it('goes on by its cursor, and by places in any order', async () => {
    const { nextCursor } = await page({ limit: '3' });
    const rest = await page({ limit: '3', cursor: nextCursor ?? '' });
    const last = await getChangeRows({ offset: 3, limit: 5 });
    expect(last.items).toEqual(rest.items);
    expect(namesOf(rest)).toEqual(['verdict-changed Alder Shop']);
  });
});
