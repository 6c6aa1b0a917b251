import { beforeAll, expect, it, vi } from 'vitest';
import { LOCAL_ADMIN } from '#lib/auth/actor.ts';
import type { Db } from '#lib/db/db.ts';
import { listSetAside } from '#lib/db/set-aside-steps.ts';
import { describeOnBothEngines, openForProcess } from '#lib/db/testing/engines.ts';
import { setAside, takeUpAgain } from './set-aside.ts';

// What a request carries; Next keeps it, and there is none here.
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers()) }));

describeOnBothEngines('a step of the setup', (open) => {
  let db: Db;
  beforeAll(async () => {
    const database = await open();
    ({ db } = database);
    openForProcess(database);
  });

  it('is set aside by a person for themselves, once, and taken up again', async () => {
    expect(await setAside('gdap')).toBe('saved');
    expect(await setAside('gdap')).toBe('saved');
    expect(await listSetAside(db, LOCAL_ADMIN.id)).toEqual(['gdap']);
    expect(await listSetAside(db, 'somebody else')).toEqual([]);
    await takeUpAgain('gdap');
    expect(await listSetAside(db, LOCAL_ADMIN.id)).toEqual([]);
  });

  it('stays in sight where the pages would be wrong without it', async () => {
    expect(await setAside('billing-role')).toBe('not-this-one');
    expect(await listSetAside(db, LOCAL_ADMIN.id)).toEqual([]);
  });
});
