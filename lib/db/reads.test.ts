import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  ADMIN_AGENTS,
  authorization,
  justInTime,
  cost,
  CUSTOMER,
  delegation,
  principal,
  ROLES,
  roleAssignment,
  STRANGER,
  US,
} from '#lib/core/testing/made-facts.ts';
import { requireDecimal } from '#lib/core/money.ts';
import { parsePeriod } from '#lib/core/periods.ts';
import { addDailyCosts } from './costs.ts';
import { sumCustomerDays } from './partner-days.ts';
import type { Db } from './db.ts';
import { listBilledCustomers, saveBilledCustomers } from './customers.ts';
import {
  listAuthorizedPrincipals,
  listDelegations,
  listManageeNames,
  saveDelegations,
} from './delegations.ts';
import { saveAgentGroups } from './directory.ts';
import {
  countRows,
  findSourceRead,
  lockSourceRead,
  replaceRead,
  saveCompleteRead,
  saveUnfinishedRead,
  type ReadKey,
} from './reads.ts';
import { listDirectHolders } from './follow-ups.ts';
import { saveRoleAssignments } from './role-assignments.ts';
import { dailyCosts } from './schema.ts';
import { coverByOwnRead, coverSubscriptions, heldCosts, ofCustomer, saveRead } from './testing/made-reads.ts';
import { describeOnBothEngines } from './testing/engines.ts';

const delegationsKey: ReadKey = { source: 'delegations', tenantId: CUSTOMER, period: '', scope: '' };
const october = parsePeriod('2026-10') ?? never();
const costsKey: ReadKey = { source: 'costs', tenantId: CUSTOMER, period: october, scope: '' };
const EARLY = '2026-11-20T01:00:00.000Z';
const LATE = '2026-11-21T01:00:00.000Z';

const timedOut = { kind: 'timeout', message: 'no answer', missingRight: null, status: null, code: null };
const one = (index: number) =>
  delegation({ authorizations: [authorization(index, ROLES.contributor)] }, { id: `/${index}` });

/** As a step stores them: with the subscriptions that it covered. */
async function storeDelegations(db: Db, readId: string, rows: Parameters<typeof saveDelegations>[2]) {
  await saveDelegations(db, readId, rows);
  await coverSubscriptions(db, readId, ...new Set(rows.map(({ subscriptionId }) => subscriptionId)));
}

describeOnBothEngines('reads', (open) => {
  describe('of delegations', () => {
    let db: Db;
    beforeAll(async () => {
      ({ db } = await open());
    });
    const ids = async () => (await listDelegations(db, [CUSTOMER])).map(({ id }) => id);

    it('shows nothing of a read that is not complete', async () => {
      await saveDelegations(db, randomUUID(), ofCustomer(one(1)));
      expect(await ids()).toEqual([]);
    });

    it('gives back a complete read with its authorizations in order', async () => {
      const full = delegation({
        authorizations: [authorization(2, ROLES.reader), authorization(1, ROLES.contributor)],
        justInTime: [justInTime(3, ROLES.owner)],
        plan: { name: 'gold', publisher: 'us', product: 'managed', version: '1' },
      });
      await saveRead(db, delegationsKey, EARLY, {
        save: (readId) => storeDelegations(db, readId, ofCustomer(full)),
      });
      expect(await listDelegations(db, [CUSTOMER])).toEqual([{ ...full, tenantId: CUSTOMER }]);
      expect(await listAuthorizedPrincipals(db, US)).toEqual([principal(1), principal(2), principal(3)]);
    });

    it('stores the same page twice as once', async () => {
      await saveRead(db, delegationsKey, LATE, {
        save: async (readId) => {
          await storeDelegations(db, readId, ofCustomer(one(4), one(5)));
          await storeDelegations(db, readId, ofCustomer(one(4), one(5)));
        },
      });
      expect(await ids()).toEqual(['/4', '/5']);
      expect((await findSourceRead(db, delegationsKey))?.rows).toBe(2);
    });

    it('never lets an older read replace a newer one', async () => {
      const older = await saveRead(db, delegationsKey, EARLY, {
        save: (readId) => storeDelegations(db, readId, ofCustomer(one(9))),
      });
      expect(await ids()).toEqual(['/4', '/5']);
      expect(await countRows(db, 'delegations', older)).toBe(0);
    });

    it('keeps what is held when a try fails, and says how it failed', async () => {
      const outcome = { status: 'failed' as const, failure: timedOut };
      await saveUnfinishedRead(db, { key: delegationsKey, at: LATE, asOf: LATE, outcome, refusedRows: null });
      expect(await ids()).toEqual(['/4', '/5']);
      expect(await findSourceRead(db, delegationsKey)).toMatchObject({
        outcome: 'failed',
        failure: timedOut,
        asOf: LATE,
      });
    });

    it('says nothing of a newer read when an older try fails', async () => {
      const before = await findSourceRead(db, delegationsKey);
      const outcome = { status: 'failed' as const, failure: { ...timedOut, message: 'an older try' } };
      const refusedRows = 1;
      await saveUnfinishedRead(db, { key: delegationsKey, at: LATE, asOf: EARLY, outcome, refusedRows });
      expect(await findSourceRead(db, delegationsKey)).toEqual(before);
    });

    it('leaves nothing of the loser where two runs read something for the first time', async () => {
      const key: ReadKey = { ...delegationsKey, tenantId: STRANGER };
      const [first, second] = [randomUUID(), randomUUID()];
      for (const readId of [first, second]) await saveDelegations(db, readId, ofCustomer(one(7)));
      const whole = { key, at: LATE, asOf: LATE, rows: 1, way: null, count: null };
      const begun = Promise.withResolvers<void>();
      await Promise.all([
        db.transaction(async (tx) => {
          const held = await lockSourceRead(tx, key, LATE);
          begun.resolve();
          // The other one has time to look before this one ends.
          for (let look = 0; look < 20; look += 1) await countRows(tx, 'delegations', first);
          await replaceRead(tx, held, { ...whole, readId: first });
        }),
        begun.promise.then(() => saveCompleteRead(db, { ...whole, readId: second })),
      ]);
      expect((await findSourceRead(db, key))?.currentReadId).toBe(second);
      expect(await countRows(db, 'delegations', first)).toBe(0);
    });
  });

  describe('of costs', () => {
    let db: Db;
    beforeAll(async () => {
      ({ db } = await open());
    });

    it('adds decimals of one day exactly, over rows and pages', async () => {
      await saveRead(db, costsKey, EARLY, {
        save: async (readId) => {
          await addDailyCosts(
            db,
            readId,
            ofCustomer(cost('2026-10-01', '0.1', true), cost('2026-10-01', '0.2', true)),
          );
          await addDailyCosts(
            db,
            readId,
            ofCustomer(cost('2026-10-01', '12345678901234567890.000000001', true)),
          );
        },
      });
      const held = await heldCosts(db, CUSTOMER, october);
      expect(held?.map(({ net }) => net.toFixed())).toEqual(['12345678901234567890.300000001']);
    });

    it('adds pages day by day, each day once and in order, unknown where a part is', async () => {
      const line = (day: string, net: string, credit: string | null) => ({
        ...cost(day, net, true),
        credit: credit === null ? null : requireDecimal(credit),
      });
      await saveRead(db, costsKey, EARLY, {
        save: async (readId) => {
          for (const page of [
            [line('2026-10-03', '1', '0.1'), line('2026-10-02', '2', '0.2')],
            [line('2026-10-02', '4', null), line('2026-10-01', '8', null)],
            [line('2026-10-03', '16', '1.6'), line('2026-10-02', '32', '3.2')],
          ])
            await addDailyCosts(db, readId, ofCustomer(...page));
        },
      });
      expect(await db.select({ days: dailyCosts.days, credit: dailyCosts.credit }).from(dailyCosts)).toEqual([
        { days: ['2026-10-01', '2026-10-02', '2026-10-03'], credit: [null, null, '1.7'] },
      ]);
      const held = await heldCosts(db, CUSTOMER, october);
      expect(held?.map(({ day, net }) => [day, net.toFixed()])).toEqual([
        ['2026-10-01', '8'],
        ['2026-10-02', '38'],
        ['2026-10-03', '17'],
      ]);
      expect((await findSourceRead(db, costsKey))?.rows).toBe(3);
    });

    it('keeps credited, uncredited and blank apart', async () => {
      await saveRead(db, costsKey, LATE, {
        save: (readId) =>
          addDailyCosts(
            db,
            readId,
            ofCustomer(
              cost('2026-10-01', '1', true),
              cost('2026-10-01', '2', false),
              cost('2026-10-01', '4', null),
              cost('2026-10-02', '-1.5', false),
            ),
          ),
      });
      await coverByOwnRead(db, CUSTOMER, october);
      const sums = await sumCustomerDays(db, [CUSTOMER], october);
      expect(sums.map(({ day, costClass, net }) => [day, costClass, Number(net)]).sort()).toEqual([
        ['2026-10-01', 'CREDIT_UNKNOWN', 4],
        ['2026-10-01', 'EARNED', 1],
        ['2026-10-01', 'UNCLASSIFIED', 2],
        ['2026-10-02', 'UNCLASSIFIED', -1.5],
      ]);
    });

    it('tells a month never read from one without cost', async () => {
      const september = parsePeriod('2026-09') ?? never();
      expect(await heldCosts(db, CUSTOMER, september)).toBeNull();
      await saveRead(db, { ...costsKey, period: september }, EARLY, { save: async () => undefined });
      expect(await heldCosts(db, CUSTOMER, september)).toEqual([]);
    });
  });

  it('lists the billing accounts of a customer in one order, which a cursor can count on', async () => {
    const { db } = await open();
    const key: ReadKey = { source: 'billing-customers', tenantId: '', period: '', scope: '' };
    const billed = (billingAccountName: string, tenantId = CUSTOMER) => ({
      billingAccountName,
      customerId: tenantId,
      tenantId,
      displayName: 'Alder',
      billingProfileName: null,
      resellers: [],
    });
    await saveRead(db, key, EARLY, {
      save: (readId) => saveBilledCustomers(db, readId, [billed('b'), billed('a'), billed('c', US)]),
    });
    const accounts = (await listBilledCustomers(db, CUSTOMER)).map((row) => row.billingAccountName);
    expect(accounts).toEqual(['a', 'b']);
  });

  it('names customers as their delegations do', async () => {
    const { db } = await open();
    await saveRead(db, delegationsKey, EARLY, {
      save: (readId) =>
        storeDelegations(db, readId, ofCustomer(one(1), delegation({ manageeTenantName: 'Alder' }))),
    });
    expect([...(await listManageeNames(db))]).toEqual([[CUSTOMER, 'Alder']]);
  });

  it('asks a directory only for principals of its own that hold a role that may earn', async () => {
    const { db } = await open();
    const groups: ReadKey = { source: 'agent-groups', tenantId: '', period: '', scope: '' };
    await saveRead(db, groups, EARLY, {
      save: (readId) => saveAgentGroups(db, readId, [{ principalId: ADMIN_AGENTS, name: 'AdminAgents' }]),
    });
    const key: ReadKey = { source: 'role-assignments', tenantId: CUSTOMER, period: '', scope: '' };
    await saveRead(db, key, EARLY, {
      save: (readId) =>
        saveRoleAssignments(
          db,
          readId,
          ofCustomer(
            roleAssignment({}),
            roleAssignment({ id: '2', principalType: 'user', principalId: principal(2) }),
            roleAssignment({
              id: '3',
              principalType: 'user',
              principalId: principal(3),
              roleDefinitionId: ROLES.reader,
            }),
          ),
        ),
    });
    expect(await listDirectHolders(db, CUSTOMER)).toEqual([
      { tenantId: CUSTOMER, principalId: principal(2) },
    ]);
  });
});

function never(): never {
  throw new Error('a made month is wrong');
}
