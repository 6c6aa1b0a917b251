import { beforeAll, expect, it } from 'vitest';
import type { Charge, Taken, ThrottleBudget } from '#lib/core/throttle-budget.ts';
import { openBudget } from '#lib/azure/budget.ts';
import type { Db } from '#lib/db/db.ts';
import { describeOnBothEngines } from '#lib/db/testing/engines.ts';
import { openSharedBudget } from '#lib/db/throttle-budgets.ts';

const SCOPE: Charge = {
  key: 'cost-scope P',
  limit: { kind: 'windows', windows: [{ most: 4, ms: 60_000 }] },
  units: 1,
  leavesTo: [],
  reach: 'everybody',
};
const DOOR: Charge = {
  key: 'resource-manager tenant',
  limit: { kind: 'bucket', most: 10, perSecond: 1 },
  units: 1,
  leavesTo: [],
  reach: 'everybody',
};
const SUBSCRIPTION: Charge = { ...DOOR, key: 'resource-manager s1', reach: 'one' };
const NOW = Date.parse('2026-04-15T12:00:00Z');

describeOnBothEngines('a budget that processes share', (open) => {
  let db: Db;
  beforeAll(async () => {
    ({ db } = await open());
  });

  let tests = 0;
  /** Two processes, and charges that no other test uses. */
  function twoProcesses() {
    tests += 1;
    const of = (charge: Charge): Charge => ({ ...charge, key: `${charge.key} ${tests}` });
    const processes = [openSharedBudget(db, openBudget()), openSharedBudget(db, openBudget())] as const;
    return { processes, scope: of(SCOPE), door: of(DOOR), subscription: of(SUBSCRIPTION) };
  }

  const begin = (budget: ThrottleBudget, charges: readonly Charge[], now = NOW) => budget.take(charges, now);

  function requireTicket(taken: Taken) {
    if (taken.kind === 'wait') throw new Error('had to wait');
    return taken.ticket;
  }

  it('lets no more through in all than one process might', async () => {
    const { processes, scope, door } = twoProcesses();
    const asked = Array.from({ length: 12 }, (_, index) =>
      begin(processes[index % 2 === 0 ? 0 : 1], [scope, door]),
    );
    const taken = await Promise.all(asked);
    expect(taken.filter(({ kind }) => kind === 'go')).toHaveLength(4);
  });

  it('tells one process of the answer that another had', async () => {
    const { processes, scope } = twoProcesses();
    const ticket = requireTicket(await begin(processes[0], [scope]));
    await processes[0].settle(ticket, [{ kind: 'pause', key: scope.key, untilMs: NOW + 27_000 }], NOW);
    expect(await begin(processes[1], [scope])).toEqual({
      kind: 'wait',
      untilMs: NOW + 27_000,
      reason: 'azure-asked',
    });
    expect(await begin(processes[1], [scope], NOW + 27_000)).toMatchObject({ kind: 'go' });
  });

  it('takes nothing of one budget where another has no room', async () => {
    const { processes, scope, door } = twoProcesses();
    for (let call = 0; call < 4; call += 1) await begin(processes[0], [scope]);
    for (let call = 0; call < 20; call += 1) {
      expect(await begin(processes[1], [door, scope])).toMatchObject({ kind: 'wait' });
    }
    for (let call = 0; call < 10; call += 1) {
      expect(await begin(processes[1], [door])).toMatchObject({ kind: 'go' });
    }
    expect(await begin(processes[0], [door])).toMatchObject({ kind: 'wait' });
  });

  it('is used first by many at a time, whatever limits each of them shares with the others', async () => {
    const { processes, door } = twoProcesses();
    const scopes = Array.from({ length: 6 }, (_, index) => ({
      ...door,
      limit: { kind: 'bucket', most: 100, perSecond: 1 } as const,
      key: `${index % 2 === 0 ? 'Scope' : 'scope'} ${index} of ${door.key}`,
    }));
    const asked = Array.from({ length: 60 }, (_, index) => {
      const own = scopes.filter((_scope, at) => (index * 7 + 3) & (1 << at));
      return begin(processes[index % 2 === 0 ? 0 : 1], own);
    });
    const taken = await Promise.all(asked);
    expect(taken.filter(({ kind }) => kind === 'go')).toHaveLength(asked.length);
  });

  it('counts a window from the answer, whoever had it', async () => {
    const { processes, scope } = twoProcesses();
    const tickets = [];
    for (let call = 0; call < 4; call += 1) tickets.push(requireTicket(await begin(processes[0], [scope])));
    for (const ticket of tickets) await processes[0].settle(ticket, [], NOW + 5_000);
    expect(await begin(processes[1], [scope], NOW + 61_000)).toMatchObject({ untilMs: NOW + 65_000 });
  });

  it('leaves free what others may still ask of it, in whichever process they are', async () => {
    const { processes, scope, door } = twoProcesses();
    const identity: Charge = { ...scope, key: `cost-identity of ${door.key}` };
    for (let call = 0; call < 2; call += 1) await begin(processes[0], [scope, identity]);
    const patient: Charge = { ...identity, leavesTo: [scope] };
    expect(await begin(processes[1], [patient])).toMatchObject({ kind: 'wait', untilMs: NOW + 10_000 });
    expect(await begin(processes[1], [{ ...patient, leavesTo: [] }])).toMatchObject({ kind: 'go' });
  });

  it('keeps what one subscription lets through to each process', async () => {
    const { processes, subscription } = twoProcesses();
    for (let call = 0; call < 10; call += 1) await begin(processes[0], [subscription]);
    expect(await begin(processes[0], [subscription])).toMatchObject({ kind: 'wait' });
    expect(await begin(processes[1], [subscription])).toMatchObject({ kind: 'go' });
  });
});
