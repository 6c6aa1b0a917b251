import { beforeAll, expect, it, vi } from 'vitest';
import type { Db } from '#lib/db/db.ts';
import { endImportJob, openImportJob } from '#lib/db/import-jobs.ts';
import { describeOnBothEngines, openForProcess } from '#lib/db/testing/engines.ts';
import { work } from './schemas/work.ts';
import { getWork } from './work.ts';

// What a request carries; Next keeps it, and there is none here.
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers()) }));

const AT = '2026-11-21T09:00:00.000Z';
const FIRST = 'a'.repeat(64);
const SECOND = 'b'.repeat(64);

describeOnBothEngines('what goes on', (open) => {
  let db: Db;
  beforeAll(async () => {
    const database = await open();
    ({ db } = database);
    openForProcess(database);
    for (const [id, name] of [
      [FIRST, 'first.csv'],
      [SECOND, 'second.csv'],
    ] as const) {
      await openImportJob(db, { id, name, way: 'upload', bytes: 10, requestedBy: 'Ada' }, AT);
    }
  });

  it('is told of a file that is being read, and of no other', async () => {
    const now = work.parse(await getWork({}));
    expect([now.run, now.followed]).toEqual([null, null]);
    expect(now.import?.state).toBe('waiting');
  });

  it('tells how a followed file ended, also while another is being read', async () => {
    await endImportJob(db, FIRST, { state: 'done', reason: null, at: AT });
    const { import: read, followed } = await getWork({ import: FIRST });
    expect([read?.name, followed?.state]).toEqual(['second.csv', 'done']);
  });
});
