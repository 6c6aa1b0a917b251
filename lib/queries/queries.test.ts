import { beforeAll, describe, expect, it, vi } from 'vitest';
import {
  ADMIN_AGENTS,
  authorization,
  CUSTOMER,
  delegation,
  ROLES,
  STRANGER,
  SUBSCRIPTION,
  US,
} from '#lib/core/testing/made-facts.ts';
import { requireDecimal } from '#lib/core/money.ts';
import type { TenantId } from '#lib/core/ids.ts';
import { parsePeriod, type Period } from '#lib/core/periods.ts';
import { saveCustomers } from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import { saveDelegations } from '#lib/db/delegations.ts';
import { saveAgentGroups, saveRoleDefinitions } from '#lib/db/directory.ts';
import { saveCompleteRead, saveUnfinishedRead, type ReadKey } from '#lib/db/reads.ts';
import { describeOnBothEngines, openForProcess } from '#lib/db/testing/engines.ts';
import { saveSourceCheck } from '#lib/db/source-checks.ts';
import { saveSubscriptionReads } from '#lib/db/subscription-reads.ts';
import { ofCustomer } from '#lib/db/testing/made-reads.ts';
import { saveVerdicts, type MonthlyCost, type SubscriptionVerdict } from '#lib/db/verdicts.ts';
import { BadQuery } from './bad-query.ts';
import { getCustomer } from './customer.ts';
import { getCustomers } from './customers.ts';
import { getOverview } from './overview.ts';
import { getRoles } from './roles.ts';
import { customerDetail, customerList, customersQuery } from './schemas/customers.ts';
import { overview } from './schemas/overview.ts';
import { roleList, rolesQuery } from './schemas/roles.ts';
import type { Completeness } from './schemas/shared.ts';
import { syncOverview } from './schemas/sync.ts';
import { getRun, getRuns, getSyncOverview } from './sync-runs.ts';

const AT = '2026-11-21T01:00:00.000Z';
const october = parsePeriod('2026-10');
if (october === null) throw new Error('period');

vi.stubEnv('AZURE_TENANT_ID', US);
vi.stubEnv('AZURE_CLIENT_ID', ADMIN_AGENTS);
vi.stubEnv('AZURE_CLIENT_SECRET', 'never sent');
vi.stubEnv('REPORTING_CURRENCY', 'usd');

type Class = MonthlyCost['costClass'];
const line = (
  currency: string,
  costClass: Class,
  [net, netUsd = null]: readonly [net: string, netUsd?: string | null],
): MonthlyCost => ({ subscriptionId: SUBSCRIPTION, currency, costClass, net, netUsd, credit: null });

const subscriptionVerdict = (tenantId: TenantId): SubscriptionVerdict => ({
  ...{ subscriptionId: SUBSCRIPTION, period: '2026-10', tenantId, displayName: 'Shop', state: 'Enabled' },
  ...{ offer: null, linked: 'automatic', linkedHow: { kind: 'aobo' }, access: 'covered', credit: 'unknown' },
  ...{ verdict: 'unverified', basis: 'access', cause: 'no-billing-scope-data', alsoCauses: [] },
  ...{ judgeableFrom: null, asOf: AT, judgedAt: AT },
  paths: [
    {
      ...{ kind: 'aobo', sourceId: 'assignment', scope: `/subscriptions/${SUBSCRIPTION}`, link: null },
      ...{ roleDefinitionId: ROLES.owner, principalId: ADMIN_AGENTS, permanent: true, origin: null },
      ...{ owner: 'us', earns: 'yes', because: null, readAt: AT },
    },
  ],
});

async function saveCustomer(db: Db, tenantId: TenantId, displayName: string, costs: MonthlyCost[]) {
  await saveCustomers(db, AT, [
    { tenantId, displayName, domain: null, billingAccountName: 'account', billingCustomerId: tenantId },
  ]);
  await saveVerdicts(db, [
    {
      tenantId,
      period: '2026-10',
      customer: {
        ...{ tenantId, period: '2026-10', verdict: 'unverified', mainCause: 'no-billing-scope-data' },
        ...{ asOf: AT, judgedAt: AT },
      },
      subscriptions: [subscriptionVerdict(tenantId)],
      costs,
      details: [],
      covers: [],
      creditRate: requireDecimal('0.15'),
    },
  ]);
}

async function saveRead(db: Db, key: ReadKey, save: (readId: string) => Promise<unknown>): Promise<void> {
  const readId = crypto.randomUUID();
  await save(readId);
  await saveCompleteRead(db, { key, at: AT, readId, asOf: AT, rows: 1, way: null, count: null });
}

const list = (parameters: Record<string, string> = {}) => getCustomers(customersQuery.parse(parameters));

describeOnBothEngines('queries', (open) => {
  describe('of a store that holds nothing', () => {
    beforeAll(async () => {
      openForProcess(await open());
    });

    it('answer what their schemas say, with nothing read and nothing invented', async () => {
      const shown = overview.parse(await getOverview({}));
      expect(shown).toMatchObject({ totals: [], matrix: [], customers: { total: 0 }, periods: [] });
      expect(new Set(shown.completeness.map(({ status }) => status))).toEqual(new Set(['never']));
      expect(customerList.parse(await list())).toMatchObject({ items: [], total: 0, asOf: null });
      expect(syncOverview.parse(await getSyncOverview())).toMatchObject({ latest: null, runs: [] });
      const roles = roleList.parse(await getRoles(rolesQuery.parse({})));
      expect(roles).toMatchObject({ total: 122, counts: { inUse: 0 } });
      expect(roles.items).toHaveLength(100);
    });

    it.each([CUSTOMER, 'not an id', '\0', ''])('know no customer and no run called %j', async (id) => {
      expect(await getCustomer(id, {})).toBeNull();
      expect(await getRun(id)).toBeNull();
    });
  });

  describe('of two customers', () => {
    beforeAll(async () => {
      const database = await open();
      const { db } = database;
      openForProcess(database);
      await saveCustomer(db, CUSTOMER, 'Alder', [
        line('EUR', 'EARNED', ['85', '100']),
        line('USD', 'EARNED', ['17']),
      ]);
      await saveCustomer(db, STRANGER, 'Birch', [line('EUR', 'UNCLASSIFIED', ['100'])]);
      await saveRead(
        db,
        { source: 'delegations', tenantId: CUSTOMER, period: '', scope: '' },
        async (readId) => {
          const covered = { via: 'managing-tenant', unreadReason: null, missingRight: null } as const;
          await saveSubscriptionReads(db, readId, [{ subscriptionId: SUBSCRIPTION, ...covered }]);
          await saveDelegations(
            db,
            readId,
            ofCustomer(
              delegation({
                authorizations: [authorization(1, ROLES.unlisted), authorization(1, ROLES.reader)],
              }),
            ),
          );
        },
      );
      await saveRead(db, { source: 'agent-groups', tenantId: '', period: '', scope: '' }, (readId) =>
        saveAgentGroups(db, readId, [{ principalId: ADMIN_AGENTS, name: 'AdminAgents' }]),
      );
      await saveRead(db, { source: 'role-definitions', tenantId: '', period: '', scope: '' }, (readId) =>
        saveRoleDefinitions(db, readId, [
          { roleDefinitionId: ROLES.unlisted, name: 'Automation helper', kind: 'built-in' },
        ]),
      );
      const outcome = {
        status: 'forbidden' as const,
        failure: { kind: 'forbidden', message: 'no', missingRight: 'a role', status: 403, code: null },
      };
      for (const period of ['2026-10', '2026-09'].flatMap((text) => parsePeriod(text) ?? [])) {
        const key: ReadKey = { source: 'costs', tenantId: STRANGER, period, scope: '' };
        await saveUnfinishedRead(db, { key, at: AT, asOf: AT, outcome, refusedRows: null });
      }
    });

    it('page a list by its cursor without losing anyone, and total all that match', async () => {
      const first = customerList.parse(await list({ limit: '1', sort: 'name' }));
      const second = await list({ limit: '1', sort: 'name', cursor: first.nextCursor ?? '' });
      expect([...first.items, ...second.items].map(({ displayName }) => displayName)).toEqual([
        'Alder',
        'Birch',
      ]);
      expect(second.nextCursor).toBeNull();
      expect(first.totals).toEqual(second.totals);
      expect(first.totals.map(({ currency, net }) => [currency, net])).toEqual([
        ['EUR', '185'],
        ['USD', '17'],
      ]);
    });

    it.each(['zzz', 'MA', '-1', 'NaN'])('refuse the cursor %j, which no list gave', async (cursor) => {
      await expect(list({ cursor })).rejects.toBeInstanceOf(BadQuery);
    });

    it('show all currencies together at the rate that the lines tell which have one', async () => {
      const { together } = overview.parse(await getOverview({}));
      expect(together).toMatchObject({
        ...{ state: 'converted', rates: [{ currency: 'EUR', forOne: '0.85' }] },
        money: { currency: 'USD', net: '234.647059', missedAtMost: '17.647059', coverage: null },
      });
    });

    it('leave coverage open while a line without credit has no class', async () => {
      const { totals } = overview.parse(await getOverview({}));
      const [euro, dollar] = totals;
      expect(euro).toMatchObject({ gross: '200', credit: '15', missed: '0', missedAtMost: '15' });
      expect(euro).toMatchObject({ coverage: null, coverageAtLeast: '0.5' });
      expect(dollar).toMatchObject({ currency: 'USD', coverage: '1' });
    });

    it("tell one customer's month with names, paths and what was not read", async () => {
      const alder = customerDetail.parse(await getCustomer(CUSTOMER.toUpperCase(), {}));
      expect(alder.subscriptions[0]?.paths[0]).toMatchObject({
        role: { name: 'Owner', earns: 'yes' },
        principal: { displayName: 'AdminAgents' },
        link: null,
      });
      expect(alder.delegations[0]).toMatchObject({
        managedByUs: true,
        authorizations: [
          { role: { name: 'Automation helper', earns: 'unlisted' } },
          { role: { earns: 'no' } },
        ],
      });
      const birch = customerDetail.parse(await getCustomer(STRANGER, { period: '2026-10' }));
      // Of this customer only the costs were ever asked for, and refused.
      expect(birch.unread).toEqual(['costs']);
      expect(birch.completeness.find(({ source }) => source === 'costs')).toMatchObject({
        status: 'failed',
        expected: 1,
        read: 0,
      });
    });

    it('call a source that nothing made matter not needed, and one that was never tried unread', async () => {
      const { completeness } = await getOverview({ period: '2026-10' });
      const of = (wanted: string) => completeness.find(({ source }) => source === wanted);
      expect(of('deny-assignments')).toMatchObject({ status: 'complete', expected: 0, asOf: null });
      expect(of('billing-accounts')).toMatchObject({ status: 'never', expected: null });
    });

    it('name the customer of a failed source, and leave failures of other months out', async () => {
      const { completeness } = await getOverview({ period: '2026-10' });
      const costs = completeness.find(({ source }) => source === 'costs');
      expect(costs).toMatchObject({ status: 'failed', read: 0 });
      expect(costs?.failures).toMatchObject([{ displayName: 'Birch', missingRight: 'a role' }]);
    });

    it('count an unlisted role where it is in use', async () => {
      const used = await getRoles(rolesQuery.parse({ inUse: 'true', earns: 'unlisted' }));
      expect(used.items).toMatchObject([{ name: 'Automation helper', uses: { permanent: 1 } }]);
      expect(used.totalUses).toEqual({ permanent: 1, justInTime: 0, aobo: 0 });
    });

    it('count a subscription once in the totals of the roles that match', async () => {
      const { items, totalUses } = await getRoles(rolesQuery.parse({ inUse: 'true' }));
      expect(items.map(({ uses }) => uses.permanent)).toEqual([1, 1]);
      expect(totalUses.permanent).toBe(1);
      const none = await getRoles(rolesQuery.parse({ q: 'no role is called so' }));
      expect(none.totalUses).toEqual({ permanent: 0, justInTime: 0, aobo: 0 });
    });

    it('list no run before the first', async () => {
      expect(await getRuns({ limit: 5 })).toEqual({ items: [], nextCursor: null, total: 0 });
    });

    it('call a source partial that another contradicts, of the month and the customer that it is of', async () => {
      const { db } = await globalThis.pecboardDatabase!;
      const differs = { compared: 3, differing: 1, example: 'one lacks another' };
      const october = { check: 'cost-by-two-ways', tenantId: CUSTOMER, period: '2026-10' as Period } as const;
      const whole = { check: 'billed-tenants', tenantId: '', period: '' } as const;
      await saveSourceCheck(db, { ...whole, check: 'delegations-by-list' }, differs, AT);
      await saveSourceCheck(db, october, differs, AT);
      await saveSourceCheck(db, whole, { compared: 2, differing: 0, example: null }, AT);
      const kept = { key: { source: 'billing-customers', tenantId: '', period: '', scope: '' } } as const;
      await saveRead(db, kept.key, () => Promise.resolve());
      const told = async (of: { completeness: Completeness[] } | null) =>
        of?.completeness.map(({ source, status, failures }) => {
          const found = failures.filter(({ kind }) => kind === 'sources-differ');
          return [source, status, ...found.map(({ message }) => message)].join(' ');
        });
      const [shown, alder, birch] = [
        await told(await getOverview({})),
        await told(await getCustomer(CUSTOMER, {})),
        await told(await getCustomer(STRANGER, {})),
      ];
      expect(shown).toEqual(expect.arrayContaining(['delegations partial one lacks another']));
      expect(shown).toContain('billing-customers complete');
      const ofCosts = (of: typeof shown) => of?.find((text) => text.startsWith('costs '));
      expect([shown, alder, birch].map(ofCosts).map((text) => text?.includes('one lacks another'))).toEqual([
        ...[true, true, false],
      ]);
      const { checks } = syncOverview.parse(await getSyncOverview());
      expect(checks.map(({ check, compared, differing }) => [check, compared, differing])).toEqual([
        ...[
          ['billed-tenants', 2, 0],
          ['cost-by-two-ways', 3, 1],
          ['delegations-by-list', 3, 1],
        ],
      ]);
    });
  });
});
