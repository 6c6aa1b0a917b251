import { beforeAll, expect, it, vi } from 'vitest';
import { LOCAL_ADMIN } from '#lib/auth/actor.ts';
import type { Db } from '#lib/db/db.ts';
import { addPerson } from '#lib/db/people.ts';
import { saveView } from '#lib/db/saved-views.ts';
import { describeOnBothEngines, openForProcess } from '#lib/db/testing/engines.ts';
import { viewChange } from './schemas/views.ts';
import { getView, getViews } from './views.ts';

// What a request carries; Next keeps it, and there is none here.
vi.mock('next/headers', () => ({
  headers: () => Promise.resolve(new Headers()),
  cookies: () => Promise.resolve(new Map()),
}));

const AT = '2026-11-21T09:00:00.000Z';
const GAPS = { path: '/subscriptions', search: '?sort=-missed&linked=no', shared: false };
const OTHERS = { personId: 'other', savedAt: AT, path: '/customers', search: '' };

describeOnBothEngines('named views', (open) => {
  let db: Db;
  beforeAll(async () => {
    const database = await open();
    ({ db } = database);
    openForProcess(database);
    await addPerson(db, { personId: 'other', name: 'Ravi', at: AT });
    await saveView(db, { ...OTHERS, name: 'Of Ravi alone', shared: false });
    await saveView(db, { ...OTHERS, name: 'Of everybody', shared: true });
  });

  it('of others are seen where they are shared, and never forgotten by somebody else', async () => {
    expect((await getViews()).items).toMatchObject([{ name: 'Of everybody', own: false, owner: 'Ravi' }]);
    expect(await getView('Of Ravi alone')).toBeNull();
  });

  it("stand behind one's own of the same name", async () => {
    await saveView(db, { ...OTHERS, ...GAPS, personId: LOCAL_ADMIN.id, name: 'Of everybody' });
    expect(await getView('Of everybody')).toMatchObject({ own: true, path: '/subscriptions' });
  });

  it.each([
    { path: 'https://evil.example', search: '', shared: false },
    { path: '/customers', search: 'sort=name', shared: false },
    { path: '/customers', search: '?q=a b', shared: false },
    { path: '/settings', search: '', shared: false },
  ])('lead nowhere but to lists of ours: %j', (view) => {
    expect(viewChange.safeParse(GAPS).success).toBe(true);
    expect(viewChange.safeParse(view).success).toBe(false);
  });
});
