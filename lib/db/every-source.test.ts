import { beforeAll, describe, expect, it } from 'vitest';
import type { BilledSubscription, Subscription } from '#lib/core/facts.ts';
import { requireDecimal } from '#lib/core/money.ts';
import { parsePeriod } from '#lib/core/periods.ts';
import {
  ADMIN_AGENTS,
  authorization,
  cost,
  CUSTOMER,
  delegation,
  identity,
  principal,
  roleAssignment,
  ROLES,
  STRANGER,
  SUBSCRIPTION,
  US,
} from '#lib/core/testing/made-facts.ts';
import { countBilledSubscriptions, listBilledSubscriptions, saveBilledSubscriptions } from './billing.ts';
import { addDailyCosts, findHighestRate, findLastCostDay } from './costs.ts';
import { sumCustomerDays } from './partner-days.ts';
import { listBilledCustomers, saveBilledCustomers, saveSubscriptions } from './customers.ts';
import type { Db } from './db.ts';
import { listDelegations, saveDelegations } from './delegations.ts';
import { saveAgentGroups, saveIdentities } from './directory.ts';
import {
  listDenialTargets,
  listDirectHolders,
  listForeignGroupCustomers,
  listScheduledScopes,
} from './follow-ups.ts';
import { customerRead, dropSupersededReads, findSourceRead, ownRead, type ReadKey } from './reads.ts';
import { saveResourceGroups } from './restrictions.ts';
import { saveRoleAssignments } from './role-assignments.ts';
import { describeOnBothEngines } from './testing/engines.ts';
import {
  coverByOwnRead,
  coverSubscriptions,
  ofCustomer,
  saveRead,
  withTenant,
} from './testing/made-reads.ts';

const EARLY = '2026-11-20T01:00:00.000Z';
const LATE = '2026-11-21T01:00:00.000Z';
const october = parsePeriod('2026-10');
if (october === null) throw new Error('period');

const seen = (subscriptionId: Subscription['subscriptionId'], tenantId = CUSTOMER): Subscription => ({
  ...{ subscriptionId, tenantId, displayName: 'Shop', state: 'Enabled', offer: null },
});

const billed = (rest: Partial<BilledSubscription>): BilledSubscription => ({
  ...{ billingAccountName: 'a', subscriptionId: SUBSCRIPTION, customerId: 'c1', billingProfileName: 'euro' },
  ...{ displayName: 'Shop', status: 'Active', offer: null, plan: 'azure-plan', reseller: null },
  ...{ since: null, until: null },
  ...rest,
});

describeOnBothEngines('what every source brings', (open) => {
  describe('of billing', () => {
    let db: Db;
    beforeAll(async () => {
      ({ db } = await open());
      await saveRead(db, ownRead('billing-customers'), LATE, {
        save: (readId) =>
          saveBilledCustomers(db, readId, [
            {
              ...{ billingAccountName: 'a', customerId: 'c1', tenantId: null, displayName: 'Alder' },
              ...{ billingProfileName: 'euro', resellers: [] },
            },
          ]),
      });
    });

    it('joins a customer to a tenant by the home of a subscription, where its id is not one', async () => {
      expect(await listBilledCustomers(db)).toEqual([]);
      await saveRead(db, ownRead('billing-subscriptions'), LATE, {
        save: (readId) => saveBilledSubscriptions(db, readId, [billed({})]),
      });
      await saveRead(db, ownRead('subscriptions'), LATE, {
        save: (readId) => saveSubscriptions(db, readId, [seen(SUBSCRIPTION)]),
      });
      expect(await listBilledCustomers(db)).toMatchObject([{ customerId: 'c1', tenantId: CUSTOMER }]);
      expect(await listBilledCustomers(db, STRANGER)).toEqual([]);
    });

    it('keeps the active row of a subscription that is listed twice, in whatever order and page', async () => {
      const ended = billed({ status: 'Deleted', displayName: 'Old' });
      for (const pages of [[[ended, billed({})]], [[billed({}), ended]], [[billed({})], [ended]]]) {
        await saveRead(db, ownRead('billing-subscriptions'), LATE, {
          save: async (readId) => {
            for (const page of pages) await saveBilledSubscriptions(db, readId, page);
          },
        });
        const asked = { subscriptionIds: [SUBSCRIPTION], customerIds: [] };
        expect(await listBilledSubscriptions(db, asked)).toMatchObject([{ status: 'Active' }]);
      }
    });

    it('counts what is billed and out of sight', async () => {
      const hidden = billed({ subscriptionId: seen(SUBSCRIPTION).subscriptionId, customerId: 'c2' });
      const other = { ...hidden, subscriptionId: principal(8) as unknown as typeof SUBSCRIPTION };
      await saveRead(db, ownRead('billing-subscriptions'), LATE, {
        save: (readId) => saveBilledSubscriptions(db, readId, [billed({}), other]),
      });
      expect(await countBilledSubscriptions(db)).toEqual(
        expect.arrayContaining([
          { billingAccountName: 'a', customerId: 'c1', subscriptions: 1, unseen: 0 },
          { billingAccountName: 'a', customerId: 'c2', subscriptions: 1, unseen: 1 },
        ]),
      );
    });
  });

  describe('of access', () => {
    let db: Db;
    beforeAll(async () => {
      ({ db } = await open());
      await saveRead(db, ownRead('subscriptions'), LATE, {
        save: (readId) => saveSubscriptions(db, readId, [seen(SUBSCRIPTION)]),
      });
    });
    const store = (key: ReadKey, asOf: string, name: string) =>
      saveRead(db, key, asOf, {
        save: async (readId) => {
          const one = delegation({ name, authorizations: [authorization(1, ROLES.contributor)] });
          await saveDelegations(db, readId, ofCustomer(one));
          await coverSubscriptions(db, readId, SUBSCRIPTION);
        },
      });
    const names = async () => (await listDelegations(db, [CUSTOMER])).map((row) => row.definition?.name);

    it('shows each subscription by its newest read, in bulk or of its customer, never by both', async () => {
      await store(ownRead('delegations'), EARLY, 'in bulk');
      expect(await names()).toEqual(['in bulk']);
      await store(customerRead('delegations', CUSTOMER), LATE, 'refreshed');
      expect(await names()).toEqual(['refreshed']);
    });

    it('drops the refresh of a customer once a newer read in bulk holds everything', async () => {
      await dropSupersededReads(db, ['delegations']);
      expect(await names()).toEqual(['refreshed']);
      await store(ownRead('delegations'), '2026-11-21T02:00:00.000Z', 'in bulk again');
      await dropSupersededReads(db, ['delegations']);
      expect(await names()).toEqual(['in bulk again']);
      expect(await findSourceRead(db, customerRead('delegations', CUSTOMER))).toBeNull();
    });
  });

  describe('shows what is to be asked of single customers', () => {
    let db: Db;
    beforeAll(async () => {
      ({ db } = await open());
      await saveRead(db, ownRead('subscriptions'), LATE, {
        save: (readId) => saveSubscriptions(db, readId, [seen(SUBSCRIPTION)]),
      });
      await saveRead(db, ownRead('agent-groups'), LATE, {
        save: (readId) => saveAgentGroups(db, readId, [{ principalId: ADMIN_AGENTS, name: 'AdminAgents' }]),
      });
      const direct = (index: number, roleDefinitionId = ROLES.contributor) =>
        roleAssignment({
          ...{ id: String(index), principalType: 'user', principalId: principal(index), roleDefinitionId },
        });
      await saveRead(db, ownRead('role-assignments'), LATE, {
        save: async (readId) => {
          await saveRoleAssignments(
            db,
            readId,
            ofCustomer(
              roleAssignment({ id: 'ours' }),
              direct(1),
              direct(2, ROLES.reader),
              roleAssignment({ id: 'theirs', principalId: principal(66) }),
            ),
          );
        },
      });
    });

    it('asks a directory for direct holders of roles that may earn, and for groups of other partners', async () => {
      const asked = (await listDirectHolders(db, CUSTOMER)).map(({ principalId }) => principalId);
      expect(asked).toEqual([principal(1), principal(66)]);
    });

    it('looks for moved billing only where another partner has access', async () => {
      expect(await listForeignGroupCustomers(db)).toEqual([CUSTOMER]);
    });

    it('asks for schedules of guests and of our own applications, not of the staff of the customer', async () => {
      const scopes = async (userType: string) => {
        const holder = identity(1, { tenantId: CUSTOMER, type: 'user', userType });
        const reader = identity(2, { tenantId: CUSTOMER, type: 'user', userType: 'Guest' });
        await saveRead(db, customerRead('customer-identities', CUSTOMER), LATE, {
          save: (readId) => saveIdentities(db, readId, [holder, reader]),
        });
        return (await listScheduledScopes(db, [US], CUSTOMER)).length;
      };
      expect(await scopes('Member')).toBe(0);
      expect(await scopes('Guest')).toBe(1);
    });

    it('asks for denials where something manages a group, or where no groups were listed', async () => {
      const targets = async () => (await listDenialTargets(db)).map((row) => row.subscriptionId);
      expect(await targets()).toEqual([SUBSCRIPTION]);
      const groups = (managedBy: string | null) =>
        saveRead(db, ownRead('resource-groups'), LATE, {
          save: (readId) =>
            saveResourceGroups(db, readId, [{ subscriptionId: SUBSCRIPTION, name: 'rg', managedBy }]),
        });
      await groups(null);
      expect(await targets()).toEqual([]);
      await groups('/subscriptions/x/managedapplications/y');
      expect(await targets()).toEqual([SUBSCRIPTION]);
    });
  });

  describe('of cost', () => {
    it('counts a customer once, by the read that counts, though two hold its days', async () => {
      const { db } = await open();
      const profile: ReadKey = { source: 'costs', tenantId: '', period: october, scope: 'a/euro' };
      const own: ReadKey = { source: 'costs', tenantId: CUSTOMER, period: october, scope: '' };
      const line = { ...cost('2026-10-03', '85', true), credit: requireDecimal('15') };
      await saveRead(db, profile, EARLY, {
        save: (readId) =>
          addDailyCosts(db, readId, [
            ...ofCustomer(cost('2026-10-02', '10', true)),
            ...withTenant(STRANGER, cost('2026-10-05', '4', false)),
          ]),
      });
      await saveRead(db, own, LATE, { save: (readId) => addDailyCosts(db, readId, ofCustomer(line)) });
      await coverByOwnRead(db, CUSTOMER, october);
      const sums = await sumCustomerDays(db, [CUSTOMER], october);
      expect(sums.map(({ day, net }) => [day, Number(net)])).toEqual([['2026-10-03', 85]]);
      expect((await findHighestRate(db, october))?.toFixed()).toBe('0.15');
      expect(await findLastCostDay(db, october)).toBe('2026-10-05');
    });
  });
});
