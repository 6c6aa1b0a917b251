import { beforeEach, expect, it } from 'vitest';
import type { AzureRoom } from '#lib/azure/room.ts';
import type { SubscriptionId } from '#lib/core/ids.ts';
import { CUSTOMER, madeFacts, principal, roleAssignment, STRANGER } from '#lib/core/testing/made-facts.ts';
import type { VisibleSubscription } from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import { customerRead, ownRead, saveUnfinishedRead, type ReadKey } from '#lib/db/reads.ts';
import { saveDenyAssignments, saveResourceGroups } from '#lib/db/restrictions.ts';
import { saveRoleAssignments } from '#lib/db/role-assignments.ts';
import { describeOnBothEngines } from '#lib/db/testing/engines.ts';
import { coverSubscriptions, saveRead, withTenant } from '#lib/db/testing/made-reads.ts';
import { loadAccess, type Known } from './load-access.ts';
import { loadShared } from './load-shared.ts';

const NOW = '2026-11-21T09:00:00.000Z';
const EARLY = '2026-11-20T09:00:00.000Z';
let index = 100;

describeOnBothEngines('access from what is held', (open) => {
  let db: Db;
  /** A fresh one for each test, all in one store. */
  let id: SubscriptionId;

  beforeEach(async () => {
    db ??= (await open()).db;
    index += 1;
    // A GUID in the right form: the parser of ids asks for no more.
    id = principal(index) as string as SubscriptionId;
  });

  const seen = (tenantId = CUSTOMER): VisibleSubscription => ({
    ...{ subscriptionId: id, tenantId, displayName: 'Shop', state: 'Enabled', offer: null },
    ...{ source: 'subscriptions', asOf: NOW },
  });
  const known = (rest: Partial<Known> = {}): Known => ({
    ...{ tenantId: CUSTOMER, subscriptionId: id, seenBy: [seen()] },
    ...rest,
  });
  const access = async (...of: Known[]) => {
    const deps = {
      ...{
        db,
        room: {} as AzureRoom,
        profile: madeFacts().profile,
        billingAccount: null,
        enrolmentMovedAt: null,
      },
      ...{ dataDir: '/nowhere', now: () => Date.parse(NOW), newId: () => crypto.randomUUID() },
      log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    };
    const load = await loadAccess(db, await loadShared(deps), of);
    return of.map(load);
  };
  const holdAssignment = (key: ReadKey, asOf: string, name: string, tenantId = CUSTOMER) =>
    saveRead(db, key, asOf, {
      save: async (readId) => {
        const row = roleAssignment({ id: name, subscriptionId: id });
        await saveRoleAssignments(db, readId, withTenant(tenantId, row));
        await coverSubscriptions(db, readId, id);
      },
    });
  const failure = { kind: 'forbidden', message: 'no', missingRight: 'a right', status: 403, code: null };
  const refuse = (key: ReadKey) =>
    saveUnfinishedRead(db, {
      ...{ key, at: NOW, asOf: NOW, refusedRows: null, outcome: { status: 'forbidden', failure } },
    });

  it('takes the newer of the read in bulk and of the refresh, with its own date', async () => {
    await holdAssignment(ownRead('role-assignments'), EARLY, 'bulk');
    await holdAssignment(customerRead('role-assignments', CUSTOMER), NOW, 'refreshed');
    const [facts] = await access(known());
    expect(facts?.roleAssignments).toMatchObject({ state: 'read', at: NOW, value: [{ id: 'refreshed' }] });
  });

  it('shows a customer nothing of a subscription that has moved to another', async () => {
    await holdAssignment(ownRead('role-assignments'), NOW, 'new home', STRANGER);
    const [before, after] = await access(
      known({ seenBy: [] }),
      known({ tenantId: STRANGER, seenBy: [seen(STRANGER)] }),
    );
    expect(before?.roleAssignments).toMatchObject({ state: 'unread', reason: 'not-visible' });
    expect(after?.roleAssignments).toMatchObject({ state: 'read', value: [{ id: 'new home' }] });
  });

  it("says that consent is missing where the customer's tenant knows no application of ours", async () => {
    const noConsent = { ...failure, kind: 'no-consent' };
    await saveUnfinishedRead(db, {
      ...{ key: customerRead('customer-subscriptions', CUSTOMER), at: NOW, asOf: NOW, refusedRows: null },
      outcome: { status: 'forbidden', failure: noConsent },
    });
    const [facts] = await access(known({ seenBy: [] }));
    expect(facts?.delegations).toEqual({
      ...{ state: 'unread', reason: 'no-consent', missingRight: 'a right' },
    });
  });

  it('knows of no denial only where all groups were listed and nothing manages one', async () => {
    const denials = async () => (await access(known()))[0]?.denyAssignments;
    expect(await denials()).toMatchObject({ state: 'unread', reason: 'failed' });
    const [unseen] = await access(known({ seenBy: [] }));
    expect(unseen?.denyAssignments).toMatchObject({ state: 'unread', reason: 'not-visible' });
    const groups = (managedBy: string | null) =>
      saveRead(db, ownRead('resource-groups'), NOW, {
        save: (readId) => saveResourceGroups(db, readId, [{ subscriptionId: id, name: 'rg', managedBy }]),
      });
    await groups(null);
    expect(await denials()).toMatchObject({ state: 'unread', reason: 'not-asked' });
    await groups('/subscriptions/x/workspaces/y');
    expect(await denials()).toMatchObject({ state: 'unread', reason: 'failed' });
    await refuse(customerRead('deny-assignments', CUSTOMER));
    expect(await denials()).toMatchObject({ state: 'unread', reason: 'forbidden', missingRight: 'a right' });
    await saveRead(db, customerRead('deny-assignments', CUSTOMER), NOW, {
      save: async (readId) => {
        await saveDenyAssignments(db, readId, []);
        await coverSubscriptions(db, readId, id);
      },
    });
    expect(await denials()).toMatchObject({ state: 'read', value: [] });
  });
});
