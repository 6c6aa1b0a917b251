import { beforeAll, expect, it } from 'vitest';
import { AzureFailure } from '#lib/azure/failure.ts';
import type { Caller } from '#lib/azure/room.ts';
import { parseSubscriptionId } from '#lib/core/ids.ts';
import { CUSTOMER } from '#lib/core/testing/made-facts.ts';
import type { Db } from '#lib/db/db.ts';
import { customerRead, findSourceRead } from '#lib/db/reads.ts';
import { describeOnBothEngines } from '#lib/db/testing/engines.ts';
import { runStep } from '../run-step.ts';
import type { StepWork } from '../step-context.ts';
import { endRunOf, killAfter, startRunOf } from '../testing/made-run.ts';
import { readEachSubscription, type Target } from './lists.ts';

const key = customerRead('customer-role-assignments', CUSTOMER);
/** Three pages of eight. */
const targets = Array.from({ length: 20 }, (_, index): Target[] => {
  const id = parseSubscriptionId(`55555555-0000-4000-8000-0000000000${index + 10}`);
  if (id === null) throw new Error('id');
  // Nobody is asked.
  const ways = [{ via: 'customer-tenant' as const, caller: {} as Caller }];
  return [{ subscriptionId: id, tenantId: CUSTOMER, ways }];
}).flat();

const readLists: StepWork = (context) =>
  readEachSubscription(context, targets, {
    async *readOne(_caller, id) {
      if (id === targets[3]?.subscriptionId)
        throw new AzureFailure({ kind: 'forbidden', source: 'role-assignments', status: 403, message: 'no' });
      yield [];
    },
    save: () => Promise.resolve(),
  });

describeOnBothEngines('lists of each subscription', (open) => {
  let db: Db;
  beforeAll(async () => {
    ({ db } = await open());
  });

  it('name the same refusal whoever was killed in between', async () => {
    const told: unknown[] = [];
    for (const pages of [0, 1, 2, 3]) {
      const run = await startRunOf(db, key, { atMs: Date.parse('2026-11-21T01:00:00Z') + pages });
      expect(await killAfter(run, key, readLists, pages)).toBe('pending');
      expect(await runStep(run, key, readLists)).toBe('forbidden');
      await endRunOf(run);
      told.push((await findSourceRead(db, key))?.failure);
    }
    expect(told[0]).toMatchObject({ kind: 'forbidden', message: '1 of 20 subscriptions: no', status: 403 });
    expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
  });
});
