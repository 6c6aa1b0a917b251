import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { ADMIN_AGENTS, US } from '#lib/core/testing/made-facts.ts';
import type { Db } from '#lib/db/db.ts';
import { saveDecision } from '#lib/db/finding-decision.ts';
import { saveFindingSteps } from '#lib/db/findings.ts';
import { writeLists } from '#lib/db/list-versions.ts';
import { saveAssignments } from '#lib/db/people.ts';
import {
  countMatchingSubscriptions,
  countSubscriptionsByVerdict,
  everySubscription,
  listSubscriptionMonths,
  listSubscriptions,
  listSubscriptionPeriods,
  listSubscriptionTotals,
} from '#lib/db/subscription-list.ts';
import { describeOnBothEngines, openForProcess } from '#lib/db/testing/engines.ts';
import { EVERY_CUSTOMER } from '#lib/db/visible-customers.ts';
import { BadQuery } from './bad-query.ts';
import { subscriptionDetail, subscriptionList, subscriptionsQuery } from './schemas/subscriptions.ts';
import { getSubscription } from './subscription.ts';
import { getSubscriptions } from './subscriptions.ts';
import { ALDER, AT, BIRCH, LEGACY, MONTH, saveMadeMonth, SHOP, WAREHOUSE } from './testing/made-month.ts';

vi.stubEnv('AZURE_TENANT_ID', US);
vi.stubEnv('AZURE_CLIENT_ID', ADMIN_AGENTS);
vi.stubEnv('AZURE_CLIENT_SECRET', 'never sent');

const list = (parameters: Record<string, string> = {}) =>
  getSubscriptions(subscriptionsQuery.parse(parameters));

const named = async (parameters: Record<string, string>): Promise<string[]> =>
  (await list({ sort: 'name', ...parameters })).items.map(
    ({ displayName, customer }) => `${displayName} of ${customer.displayName}`,
  );

describeOnBothEngines('subscriptions', (open) => {
  let db: Db;
  beforeAll(async () => {
    const database = await open();
    ({ db } = database);
    openForProcess(database);
    await saveMadeMonth(db);
  });

  describe('the list', () => {
    it('answers what its schema says', async () => {
      const shown = subscriptionList.parse(await list());
      expect(shown).toMatchObject({ total: 4, unfilteredTotal: 4, period: MONTH });
    });

    it.each<[Record<string, string>, string[]]>([
      [{ customer: BIRCH }, ['Shop of Birch 100%', 'Warehouse of Birch 100%']],
      [{ customer: ALDER.toUpperCase(), access: 'partly' }, ['Shop of Alder']],
      [{ linked: 'automatic' }, ['Warehouse of Birch 100%']],
      [{ credit: 'not-applicable' }, ['Älter Bestand of Alder']],
      [{ verdict: 'partial' }, ['Shop of Alder']],
      [{ cause: 'legacy-offer' }, ['Älter Bestand of Alder']],
      [{ q: '0000ABCD-0000-4000-8000-000000000002' }, ['Warehouse of Birch 100%']],
      [{ q: '100%' }, ['Shop of Birch 100%', 'Warehouse of Birch 100%']],
      [{ q: "'; drop table customers; --" }, []],
    ])('lets %j through', async (parameters, expected) => {
      expect(await named(parameters)).toEqual(expected);
    });

    it('sorts names as people do, and the worst verdict first', async () => {
      expect((await named({}))[0]).toBe('Älter Bestand of Alder');
      expect((await list({ sort: 'verdict' })).items[0]?.verdict).toBe('partial');
      expect((await list({ sort: '-cost' })).items[0]?.subscriptionId).toBe(WAREHOUSE);
    });

    it('counts as missed neither what earned nor what never can', async () => {
      const [first] = (await list({})).items;
      expect(first?.customer.displayName).toBe('Alder');
      const euro = first?.totals.find(({ currency }) => currency === 'EUR');
      const dollar = first?.totals.find(({ currency }) => currency === 'USD');
      // 40 euros at the 15 % that Birch's lines tell.
      expect(euro).toMatchObject({ missed: '6', missedAtMost: '6', rate: '0.15', rateBasis: 'seen' });
      expect(dollar).toMatchObject({ missed: '0', ineligibleGross: '10' });
    });

    it('totals all rows that match and no others, whatever the page', async () => {
      const all = await list({ customer: BIRCH });
      const first = await list({ customer: BIRCH, limit: '1', sort: 'name' });
      expect(first.totals).toEqual(all.totals);
      expect(all.totals).toMatchObject([{ currency: 'EUR', net: '170', credit: '30', gross: '200' }]);
      expect(first).toMatchObject({ total: 2, unfilteredTotal: 4 });
      const second = await list({
        customer: BIRCH,
        limit: '1',
        sort: 'name',
        cursor: first.nextCursor ?? '',
      });
      expect([...first.items, ...second.items].map(({ subscriptionId }) => subscriptionId)).toEqual([
        SHOP,
        WAREHOUSE,
      ]);
    });

    it('keeps the money of a subscription that moved with the customer who was billed', async () => {
      const rows = (await list({ q: SHOP, sort: 'customer' })).items;
      expect(rows.map(({ customer, totals }) => [customer.displayName, totals.length])).toEqual([
        ['Alder', 2],
        ['Birch 100%', 0],
      ]);
    });

    it('refuses a cursor that it never gave', async () => {
      await expect(list({ cursor: 'zzz' })).rejects.toBeInstanceOf(BadQuery);
    });
  });

  describe('for somebody who may see one customer', () => {
    const visible = { kind: 'assigned', personId: 'tenant/person' } as const;
    beforeAll(() =>
      saveAssignments(db, {
        personId: visible.personId,
        tenantIds: [BIRCH],
        seesAll: false,
        by: 'admin',
        at: AT,
      }),
    );

    it('shows, counts and totals nothing of the others', async () => {
      const filter = everySubscription(MONTH, visible);
      const page = { sort: { by: 'name', descending: false }, limit: 10, offset: 0, total: null } as const;
      const subscriptions = await listSubscriptions(db, filter, page);
      const total = await countMatchingSubscriptions(db, filter);
      expect([total, subscriptions.map(({ tenantId }) => tenantId)]).toEqual([2, [BIRCH, BIRCH]]);
      expect(await countSubscriptionsByVerdict(db, filter)).toEqual([
        { verdict: 'earning', subscriptions: 2 },
      ]);
      expect((await listSubscriptionTotals(db, filter)).map(({ net }) => net)).toEqual(['170']);
    });

    it('knows no subscription of the others, and of a moved one only its own part', async () => {
      expect(await listSubscriptionMonths(db, LEGACY, visible)).toEqual([]);
      const periods = await listSubscriptionPeriods(db, { period: MONTH, visible }, SHOP);
      expect(periods.map(({ customerName }) => customerName)).toEqual(['Birch 100%']);
    });
  });

  describe('one subscription', () => {
    it('answers what its schema says, with the newest judgement and where else it was judged', async () => {
      const shop = subscriptionDetail.parse(await getSubscription(SHOP.toUpperCase(), {}));
      expect(shop.customer.displayName).toBe('Alder');
      expect(shop.otherCustomers).toEqual([{ tenantId: BIRCH, displayName: 'Birch 100%' }]);
      expect(shop.periods).toEqual([MONTH]);
    });

    it('shows days, classes, resource groups and reads as they were judged', async () => {
      const shop = await getSubscription(SHOP, { period: MONTH, customer: ALDER });
      expect(shop?.days).toMatchObject([{ day: '2026-10-01', settled: true, verdict: 'earning' }]);
      expect(shop?.costDays).toMatchObject([{ day: '2026-10-01', currency: 'EUR', creditedGross: '100' }]);
      expect(shop?.resourceGroups).toMatchObject([{ name: 'rg-web', coverage: 'not-covered' }]);
      expect(shop?.reads).toMatchObject([{ source: 'costs', way: 'query-customer' }]);
      expect(shop?.classes.map(({ currency, class: of, gross }) => [currency, of, gross]).sort()).toEqual([
        ['EUR', 'EARNED', '100'],
        ['EUR', 'ELIGIBLE_NOT_EARNED', '40'],
        ['USD', 'INELIGIBLE_SPOT', '10'],
      ]);
    });

    it('tells how a link is known in the language of a person, to programs in English', async () => {
      expect((await getSubscription(SHOP, {}))?.linkedHow).toContain('Our agent group holds a role');
      expect((await getSubscription(SHOP, {}, 'nl'))?.linkedHow).toContain('Onze agentgroep heeft een rol');
    });

    it('tells what an older version wrote of a link as it was written', async () => {
      const old = 'Linked, said an older version';
      await writeLists(db, (tx) =>
        tx.execute(
          sql`update subscription_verdicts set linked_how = ${old} where subscription_id = ${WAREHOUSE}`,
        ),
      );
      expect((await getSubscription(WAREHOUSE, {}, 'sv'))?.linkedHow).toBe(old);
    });

    it('names services where the way of reading tells them', async () => {
      const warehouse = await getSubscription(WAREHOUSE, {});
      expect(warehouse?.services.map(({ name, totals }) => [name, totals[0]?.gross])).toEqual([
        ['Virtual Machines', '160'],
        ['Storage', '40'],
      ]);
      expect((await getSubscription(SHOP, {}))?.services).toEqual([]);
    });

    it('tells its own findings with their money, those that a person closed after those that are open', async () => {
      const cause = ['role-not-earning', 'just-in-time-only', 'no-access'] as const;
      const findings = [
        [SHOP, ALDER, cause[0]],
        [SHOP, ALDER, cause[1]],
        [SHOP, BIRCH, cause[2]],
        [WAREHOUSE, BIRCH, cause[2]],
      ] as const;
      for (const [index, [subscriptionId, tenantId, of]] of findings.entries()) {
        const newId = () => `00000009-0000-4000-8000-00000000000${index}`;
        const opens = {
          kind: 'open',
          subscriptionId,
          cause: of,
          verdict: 'not-earning',
          since: null,
        } as const;
        await writeLists(db, (tx) =>
          saveFindingSteps(tx, { period: MONTH, at: AT, newId }, [{ tenantId, steps: [opens], held: [] }]),
        );
      }
      await saveDecision(
        db,
        {
          ids: ['00000009-0000-4000-8000-000000000000'],
          visible: EVERY_CUSTOMER,
          decision: { state: 'resolved' },
        },
        { id: 'tenant/admin', name: 'Admin', at: AT },
      );
      const { findings: shown } = subscriptionDetail.parse(await getSubscription(SHOP, { customer: ALDER }));
      expect(shown.map((finding) => [finding.cause, finding.state])).toEqual([
        ['just-in-time-only', 'open'],
        ['role-not-earning', 'resolved'],
      ]);
      const others = subscriptionDetail.parse(await getSubscription(WAREHOUSE, {}));
      expect(others.findings.map(({ subscriptionId }) => subscriptionId)).toEqual([WAREHOUSE]);
    });

    it.each([
      [LEGACY, { period: '2025-01' }],
      ['not an id', {}],
      ['\0', {}],
      [ADMIN_AGENTS, {}],
    ])('knows nothing of %j in %j', async (id, query) => {
      expect(await getSubscription(id, query)).toBeNull();
    });
  });
});
