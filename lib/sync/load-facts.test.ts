import { beforeAll, expect, it } from 'vitest';
import {
  ADMIN_AGENTS,
  CUSTOMER,
  linked,
  madeFacts,
  principal,
  roleAssignment,
  STRANGER,
  SUBSCRIPTION,
} from '#lib/core/testing/made-facts.ts';
import type { AzureRoom } from '#lib/azure/room.ts';
import type { AgentGroup, Subscription } from '#lib/core/facts.ts';
import type { SubscriptionId } from '#lib/core/ids.ts';
import { judgeSubscription } from '#lib/core/judge.ts';
import { requireDecimal } from '#lib/core/money.ts';
import { parsePeriod } from '#lib/core/periods.ts';
import type { Source } from '#lib/core/statuses.ts';
import { saveBilledCustomers, saveSubscriptions } from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import { saveAgentGroups, saveLinks } from '#lib/db/directory.ts';
import { noteIncomplete, ownRead, saveCompleteRead, saveUnfinishedRead } from '#lib/db/reads.ts';
import { saveRoleAssignments } from '#lib/db/role-assignments.ts';
import { describeOnBothEngines } from '#lib/db/testing/engines.ts';
import { coverSubscriptions, ofCustomer } from '#lib/db/testing/made-reads.ts';
import { detailRow } from './detail-row.ts';
import { loadMonth } from './load-costs.ts';
import { loadCustomers } from './load-facts.ts';
import { loadShared } from './load-shared.ts';

const NOW = '2026-11-21T09:00:00.000Z';
const LONG_AGO = '2026-01-10T00:00:00.000Z';
const october = parsePeriod('2026-10');
if (october === null) throw new Error('period');
const adminAgents: AgentGroup = { principalId: ADMIN_AGENTS, name: 'AdminAgents' };

const subscription = (subscriptionId: string, tenantId: Subscription['tenantId']): Subscription => ({
  subscriptionId: subscriptionId as SubscriptionId,
  tenantId,
  displayName: 'Shop',
  state: 'Enabled',
  offer: null,
});

describeOnBothEngines('facts from what is held', (open) => {
  let db: Db;

  const hold = async (source: Source, asOf: string, save: (readId: string) => Promise<unknown>) => {
    const readId = crypto.randomUUID();
    await save(readId);
    const ofCustomer = source === 'delegations' || source === 'role-assignments';
    const key = { source, tenantId: ofCustomer ? CUSTOMER : '', period: '', scope: '' } as const;
    await saveCompleteRead(db, { key, at: asOf, readId, asOf, rows: 1, way: null, count: null });
  };
  const covered = (readId: string) => coverSubscriptions(db, readId, SUBSCRIPTION);
  const depsOf = (billingAccount: string | null) => ({
    db,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    // Facts come from the store alone.
    room: {} as AzureRoom,
    profile: madeFacts().profile,
    billingAccount,
    enrolmentMovedAt: null,
    dataDir: '/nowhere',
    now: () => Date.parse(NOW),
    newId: () => crypto.randomUUID(),
  });
  const loaded = async (billingAccount: string | null) => {
    const deps = depsOf(billingAccount);
    const month = await loadMonth(db, october);
    const asked = { tenantIds: [CUSTOMER], period: october, month };
    const known = await loadCustomers(deps, await loadShared(deps), asked);
    return known.get(CUSTOMER)?.subscriptions ?? [];
  };
  const judged = async () => (await loaded(null)).map(({ facts }) => judgeSubscription(facts, october, NOW));

  beforeAll(async () => {
    ({ db } = await open());
    await hold('subscriptions', NOW, (readId) =>
      saveSubscriptions(db, readId, [subscription(SUBSCRIPTION, CUSTOMER)]),
    );
    await hold('delegations', LONG_AGO, covered);
    await hold('role-assignments', NOW, async (readId) => {
      await saveRoleAssignments(db, readId, ofCustomer(roleAssignment({ createdAt: null })));
      await covered(readId);
    });
  });

  it('concludes that another bills the customer only from a full and recent list of customers', async () => {
    const billed = async (account: string | null) =>
      (await loaded(account)).map(({ facts }) => facts.customer.billedByUs);
    expect(await billed(null)).toEqual([null]);
    await hold('subscriptions', NOW, (readId) =>
      saveSubscriptions(db, readId, [
        subscription(SUBSCRIPTION, CUSTOMER),
        subscription(principal(77), STRANGER),
      ]),
    );
    const row = {
      billingAccountName: 'a',
      customerId: STRANGER,
      tenantId: STRANGER,
      displayName: 'Other',
      billingProfileName: null,
      resellers: [],
    };
    await hold('billing-customers', NOW, (readId) => saveBilledCustomers(db, readId, [row]));
    expect(await billed(null)).toEqual([false]);
    expect(await billed('one of several accounts')).toEqual([null]);
    await hold('billing-customers', NOW, () => Promise.resolve());
    expect(await billed(null)).toEqual([null]);
  });

  it('takes a directory without agent groups for the wrong one, and nobody for a stranger', async () => {
    await hold('agent-groups', NOW, () => Promise.resolve());
    expect(await judged()).toMatchObject([{ linked: 'unknown', access: 'unknown' }]);
  });

  it('knows an assignment without a date only since the read that first had it', async () => {
    await hold('agent-groups', NOW, (readId) => saveAgentGroups(db, readId, [adminAgents]));
    expect(await judged()).toMatchObject([
      { linked: 'automatic', access: 'unknown', cause: 'access-unread' },
    ]);
  });

  it('says that links are unread where one of them was, though others are held, so that a closed month is judged again', async () => {
    const unread = async () => {
      const [known] = await loaded(null);
      if (known === undefined) throw new Error('there is one');
      const judgement = judgeSubscription(known.facts, october, NOW);
      const of = { tenantId: CUSTOMER, period: october };
      const { reads } = detailRow({ ...known, judgement }, of, requireDecimal('0.15'));
      return reads
        .filter(({ source }) => source === 'partner-links')
        .map(({ state, reason }) => [state, reason]);
    };
    await hold('partner-links', NOW, () => Promise.resolve());
    expect(await unread()).toEqual([]);
    const failure = { kind: 'throttled', message: 'later', missingRight: null, status: 429, code: null };
    await noteIncomplete(db, ownRead('partner-links'), { status: 'failed', failure });
    expect(await unread()).toEqual([['unread', 'failed']]);
    await hold('partner-links', NOW, () => Promise.resolve());
    expect(await unread()).toEqual([]);
  });

  it('does not rest on a link that was last checked more than two days ago', async () => {
    const links = async () => {
      const { managing } = await loadShared(depsOf(null));
      return managing.links.size;
    };
    const holdLink = (checkedAt: string) =>
      hold('partner-links', NOW, (readId) =>
        saveLinks(db, readId, [{ ...linked(5), checkedAt, credential: 'bot' }]),
      );
    await holdLink('2026-11-19T09:00:00.000Z');
    expect(await links()).toBe(1);
    await holdLink('2026-11-19T08:59:59.000Z');
    expect(await links()).toBe(0);
  });

  it('no longer knows what it may no longer look at, although it is still held', async () => {
    await hold('agent-groups', NOW, (readId) => saveAgentGroups(db, readId, [adminAgents]));
    const failure = { kind: 'forbidden', message: 'no', missingRight: 'Reader', status: 403, code: null };
    const key = { source: 'role-assignments', tenantId: CUSTOMER, period: '', scope: '' } as const;
    const outcome = { status: 'forbidden' as const, failure };
    await saveUnfinishedRead(db, { key, at: NOW, asOf: NOW, outcome, refusedRows: null });
    expect(await judged()).toMatchObject([
      { linked: 'unknown', access: 'unknown', cause: 'access-unread', paths: [] },
    ]);
  });
});
