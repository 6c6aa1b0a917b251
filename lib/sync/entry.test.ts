import { beforeAll, expect, it } from 'vitest';
import type { AzureRoom } from '#lib/azure/room.ts';
import { CUSTOMER, madeFacts, STRANGER, US } from '#lib/core/testing/made-facts.ts';
import type { Db } from '#lib/db/db.ts';
import { endRun, insertRun } from '#lib/db/runs.ts';
import { describeOnBothEngines, openForProcess } from '#lib/db/testing/engines.ts';
import { claimRun, refreshOf } from './entry.ts';

const LONG_AGO = '2026-11-20T01:00:00.000Z';

describeOnBothEngines('claiming a run', (open) => {
  let db: Db;
  let clock = Date.parse('2026-11-21T01:00:00Z');

  const deps = () => ({
    db,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    // Claiming asks nobody.
    room: {} as AzureRoom,
    profile: madeFacts().profile,
    billingAccount: null,
    dataDir: '/nowhere',
    now: () => (clock += 1),
    newId: () => crypto.randomUUID(),
  });
  const claimTwice = async () => {
    const claims = await Promise.all([claimRun(deps(), 'one'), claimRun(deps(), 'two')]);
    return claims.toSorted((left, right) => left.kind.localeCompare(right.kind));
  };

  beforeAll(async () => {
    const database = await open();
    ({ db } = database);
    openForProcess(database);
  });

  it('lets one of two have a run that a dead process left', async () => {
    const runId = crypto.randomUUID();
    await insertRun(db, {
      ...{ id: runId, kind: 'full', tenantId: '', requestedBy: 'test', at: LONG_AGO, owner: null },
    });
    expect(await claimTwice()).toEqual([
      { kind: 'claimed', runId, owner: expect.any(String), resumed: true },
      { kind: 'running', runId, status: 'running' },
    ]);
    await endRun(db, runId, 'complete', LONG_AGO, null);
  });

  it('lets one of two begin a new run, and tells the other of it', async () => {
    const [claimed, running] = await claimTwice();
    expect(claimed).toMatchObject({ kind: 'claimed', resumed: false });
    expect(running).toEqual({ kind: 'running', runId: claimed?.runId, status: 'running' });
  });

  it('lets customers be refreshed beside a full run and beside each other, each once at a time', async () => {
    const refresh = (tenantId: typeof CUSTOMER) => claimRun(deps(), 'someone', refreshOf(tenantId));
    const first = await refresh(CUSTOMER);
    expect((await claimRun(deps(), 'one')).runId).not.toBe(first.runId);
    expect(first).toMatchObject({ kind: 'claimed', resumed: false });
    expect(await refresh(STRANGER)).toMatchObject({ kind: 'claimed', resumed: false });
    const again = await Promise.all([refresh(US), refresh(US)]);
    expect(again.map(({ kind }) => kind).sort()).toEqual(['claimed', 'running']);
    expect(new Set(again.map(({ runId }) => runId)).size).toBe(1);
  });
});
