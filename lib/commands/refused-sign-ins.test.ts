import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { recordRefusedSignIn } from '#lib/auth/audit.ts';
import { listAudit } from '#lib/db/audit.ts';
import type { Db } from '#lib/db/db.ts';
import { describeOnBothEngines, openForProcess } from '#lib/db/testing/engines.ts';
import { log } from '#lib/log.ts';

// What a request carries; Next keeps it, and there is none here.
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers()) }));

const MANY = 80;
const SIXTY = 60;
const DAY_MS = 86_400_000;
let today = Date.parse('2026-11-21T10:00:00.000Z');

describeOnBothEngines('refused sign-ins', (open) => {
  let db: Db;
  beforeAll(async () => {
    const database = await open();
    ({ db } = database);
    openForProcess(database);
    today += DAY_MS;
    vi.useFakeTimers({ toFake: ['Date'], now: today });
  });
  afterAll(() => void vi.useRealTimers());

  const written = async (q: string) => {
    const filter = { action: 'sign-in', outcome: 'refused', q, since: null } as const;
    return (await listAudit(db, filter, { limit: 1, offset: 0 })).total;
  };

  it('of nobody known fill the audit no faster than sixty at once and one a minute', async () => {
    const warned = vi.spyOn(log, 'warn').mockImplementation(() => undefined);
    for (let index = 0; index < MANY; index += 1)
      await recordRefusedSignIn(null, { how: 'entra', fault: 'signature' });
    expect(await written('unknown')).toBe(SIXTY);
    expect(warned).toHaveBeenCalledTimes(MANY - SIXTY);
    vi.setSystemTime(today + 61_000);
    await recordRefusedSignIn(null, { how: 'entra', fault: 'signature' });
    expect(await written('unknown')).toBe(SIXTY + 1);
  });

  it('of somebody whom Entra names are all written, under the name', async () => {
    const owen = { kind: 'person', id: 't/owen', name: 'Owen' } as const;
    for (let index = 0; index < MANY; index += 1)
      await recordRefusedSignIn(owen, { how: 'entra', fault: 'role' });
    expect(await written('t/owen')).toBe(MANY);
  });
});
