import { beforeAll, expect, it, vi } from 'vitest';
import { LOCAL_ADMIN } from '#lib/auth/actor.ts';
import type { Db } from '#lib/db/db.ts';
import { addPerson } from '#lib/db/people.ts';
import { listSavedViews, saveView } from '#lib/db/saved-views.ts';
import { describeOnBothEngines, openForProcess } from '#lib/db/testing/engines.ts';
import { forgetView, keepView, MOST_VIEWS } from './save-view.ts';

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

  const mine = async () =>
    (await listSavedViews(db, LOCAL_ADMIN.id)).filter(({ personId }) => personId === LOCAL_ADMIN.id);

  it('are kept by name, replaced by name, and forgotten', async () => {
    await keepView('Mine', GAPS);
    await keepView('Mine', { ...GAPS, search: '?sort=name' });
    expect(await mine()).toMatchObject([{ path: '/subscriptions', search: '?sort=name' }]);
    expect(await forgetView('Mine')).toBe(true);
    expect(await mine()).toEqual([]);
  });

  it('that were forgotten are kept again, but never in place of one that was kept since', async () => {
    expect(await keepView('Mine', GAPS, true)).toBe('saved');
    expect(await keepView('Mine', { ...GAPS, search: '?sort=name' }, true)).toBe('exists');
    expect(await mine()).toMatchObject([{ name: 'Mine', search: GAPS.search }]);
    await forgetView('Mine');
  });

  it('of others are never forgotten by somebody else', async () => {
    expect(await forgetView('Of everybody')).toBe(false);
  });

  it('are bounded in number, but one that is there can still be changed', async () => {
    for (let index = 0; index < MOST_VIEWS; index += 1) {
      expect(await keepView(`View ${index}`, GAPS)).toBe('saved');
    }
    expect(await keepView('One more', GAPS)).toBe('too-many');
    expect(await keepView('View 7', { ...GAPS, search: '' })).toBe('saved');
    for (let index = 0; index < MOST_VIEWS; index += 1) await forgetView(`View ${index}`);
  });
});
