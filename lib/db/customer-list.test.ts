import { beforeAll, expect, it } from 'vitest';
import { requireDecimal } from '#lib/core/money.ts';
import type { SeenCustomer } from '#lib/core/seen-access.ts';
import type { ChangeKind, Verdict } from '#lib/core/statuses.ts';
import { listLastChanges, saveChanges } from './changes.ts';
import {
  countMatchingCustomers,
  listCustomers,
  everyCustomer,
  listFilteredSums,
  listJudgeableFrom,
  countCustomersByVerdict,
  type CustomerFilter,
  type CustomerSort,
} from './customer-list.ts';
import { saveCustomers } from './customers.ts';
import type { Db } from './db.ts';
import { writeLists } from './list-versions.ts';
import { listOwnersOf, saveAssignments, addPerson, saveOwner } from './people.ts';
import { describeOnBothEngines } from './testing/engines.ts';
import { saveVerdicts, type MonthlyCost, type SubscriptionVerdict } from './verdicts.ts';
import { EVERY_CUSTOMER } from './visible-customers.ts';

const AT = '2026-11-21T01:00:00.000Z';
const period = '2026-10';
const everyone = everyCustomer(period, EVERY_CUSTOMER);

const NOTHING_SEEN: SeenCustomer = {
  ...{ managingTenantId: 'us', subscriptions: [], links: [], refused: [], read: [] },
};

type Made = [
  tenantId: string,
  displayName: string,
  verdict: Verdict,
  costs: Omit<MonthlyCost, 'subscriptionId'>[],
];

const CUSTOMERS: Made[] = [
  [
    't1',
    'Alder',
    'earning',
    [{ currency: 'EUR', costClass: 'EARNED', net: '900', netUsd: null, credit: null }],
  ],
  [
    't2',
    'birch 100% organic',
    'not-earning',
    [{ currency: 'SEK', costClass: 'UNCLASSIFIED', net: '500.10', netUsd: '48', credit: null }],
  ],
  [
    't3',
    'Cedar_trees',
    'unverified',
    [
      { currency: 'EUR', costClass: 'UNCLASSIFIED', net: '40', netUsd: '43.6', credit: null },
      { currency: 'USD', costClass: 'UNCLASSIFIED', net: '45', netUsd: '45', credit: null },
    ],
  ],
  ['t4', 'Äpfel und Söhne', 'not-applicable', []],
];

const covered = (tenantId: string): SubscriptionVerdict => ({
  ...{ subscriptionId: `${tenantId}-s`, period, tenantId, displayName: 'S', state: null, offer: null },
  ...{
    linked: 'yes',
    linkedHow: { kind: 'aobo' },
    access: 'covered',
    credit: 'credited',
    verdict: 'earning',
    basis: 'both',
  },
  ...{ cause: 'earning', alsoCauses: [], paths: [], judgeableFrom: null, asOf: AT, judgedAt: AT },
});

describeOnBothEngines('the list of customers', (open) => {
  let db: Db;
  beforeAll(async () => {
    ({ db } = await open());
    for (const [tenantId, displayName, verdict, costs] of [
      ...CUSTOMERS,
      ['t5', 'Never judged', null, []] as const,
    ]) {
      await saveCustomers(db, AT, [
        { tenantId, displayName, domain: null, billingAccountName: null, billingCustomerId: null },
      ]);
      if (verdict === null) continue;
      const customer = { tenantId, period, verdict, mainCause: null, asOf: AT, judgedAt: AT };
      const rows = costs.map((cost) => ({ ...cost, subscriptionId: `${tenantId}-s` }));
      await saveVerdicts(db, [
        {
          tenantId,
          period,
          customer,
          subscriptions: tenantId === 't1' ? [covered(tenantId)] : [],
          costs: rows,
          details: [],
          covers: [],
          creditRate: requireDecimal('0.15'),
        },
      ]);
    }
  });

  const names = async (filter: Partial<CustomerFilter>, by: CustomerSort['by'], descending = false) => {
    const page = await listCustomers(
      db,
      { ...everyone, ...filter },
      { sort: { by, descending }, limit: 10, offset: 0 },
    );
    return page.map(({ tenantId }) => tenantId);
  };

  it('finds what was typed, and nothing more: % and _ are letters', async () => {
    expect(await names({ q: '100%' }, 'name')).toEqual(['t2']);
    expect(await names({ q: 'r_t' }, 'name')).toEqual(['t3']);
    expect(await names({ q: 'ALDER' }, 'name')).toEqual(['t1']);
    expect(await names({ q: "'; drop table customers; --" }, 'name')).toEqual([]);
  });

  it("sorts uncredited amounts of several currencies by Microsoft's dollars", async () => {
    expect((await names({}, 'missed', true)).slice(0, 2)).toEqual(['t3', 't2']);
  });

  it('sorts by the largest amount of one currency where dollars are not known', async () => {
    expect((await names({}, 'cost', true))[0]).toBe('t1');
  });

  it('sorts by credit received, at the assumed rate where no line tells it', async () => {
    expect((await names({}, 'credit', true))[0]).toBe('t1');
    expect((await names({}, 'credit')).at(-1)).toBe('t1');
  });

  it('sorts by the lowest coverage of a currency, and has those without any last either way round', async () => {
    expect(await names({}, 'coverage')).toEqual(['t2', 't3', 't1', 't4', 't5']);
    expect(await names({}, 'coverage', true)).toEqual(['t1', 't2', 't3', 't4', 't5']);
  });

  it('finds customers by the access and credit of any of their subscriptions', async () => {
    expect(await names({ access: 'covered' }, 'name')).toEqual(['t1']);
    expect(await names({ access: 'covered', credit: 'unknown' }, 'name')).toEqual([]);
  });

  it('finds the customers of one owner, and those of nobody', async () => {
    await addPerson(db, { personId: 'p1', name: 'Ravi', at: AT });
    await saveOwner(db, 't2', { personId: 'p1', by: 'admin', at: AT });
    await saveOwner(db, 't3', { personId: 'gone', by: 'admin', at: AT });
    expect(await names({ owner: { kind: 'person', personId: 'p1' } }, 'name')).toEqual(['t2']);
    expect(await names({ owner: { kind: 'nobody' } }, 'name')).toEqual(['t1', 't4', 't5']);
    expect(await listOwnersOf(db, EVERY_CUSTOMER)).toEqual([
      { personId: 'p1', name: 'Ravi' },
      { personId: 'gone', name: null },
    ]);
  });

  it('sorts by the name of who answers, else their id, and has those of nobody last either way round', async () => {
    expect(await names({}, 'owner')).toEqual(['t3', 't2', 't1', 't4', 't5']);
    expect(await names({}, 'owner', true)).toEqual(['t2', 't3', 't1', 't4', 't5']);
  });

  it('names no owner of customers that the one who asks may not see', async () => {
    await saveAssignments(db, { personId: 'p1', seesAll: false, tenantIds: ['t3'], by: 'admin', at: AT });
    const visible = { kind: 'assigned', personId: 'p1' } as const;
    expect(await listOwnersOf(db, visible)).toEqual([{ personId: 'gone', name: null }]);
    expect(await names({ visible, owner: { kind: 'person', personId: 'p1' } }, 'name')).toEqual([]);
  });

  it('tells of each customer its newest change alone, and of one without any nothing', async () => {
    const change = { subscriptionId: null, before: null, after: null, source: 'judge' } as const;
    const kept = (tenantId: string, kind: ChangeKind) => ({
      ...{ tenantId, changes: [{ ...change, kind }], seen: NOTHING_SEEN },
    });
    await writeLists(db, async (tx) => {
      await saveChanges(tx, '2026-11-19T01:00:00.000Z', [kept('t1', 'access-won'), kept('t2', 'link-new')]);
      await saveChanges(tx, AT, [kept('t1', 'access-lost')]);
    });
    const last = await listLastChanges(db, ['t1', 't2', 't3']);
    expect(last.toSorted((left, right) => left.tenantId.localeCompare(right.tenantId, 'en'))).toEqual([
      { tenantId: 't1', kind: 'access-lost', at: AT },
      { tenantId: 't2', kind: 'link-new', at: '2026-11-19T01:00:00.000Z' },
    ]);
  });

  it('sorts names as people do, whatever their case and accents', async () => {
    expect(await names({}, 'name')).toEqual(['t1', 't4', 't2', 't3', 't5']);
  });

  it('sorts the worst verdict first', async () => {
    expect(await names({}, 'verdict')).toEqual(['t2', 't3', 't5', 't1', 't4']);
  });

  it('counts a customer that was never judged as unknown', async () => {
    expect(await names({ verdict: 'unknown' }, 'name')).toEqual(['t5']);
    expect(await countCustomersByVerdict(db, period, EVERY_CUSTOMER)).toContainEqual({
      verdict: 'unknown',
      customers: 1,
    });
  });

  it('pages without losing or repeating a customer, and counts all that match', async () => {
    const seen: string[] = [];
    for (let offset = 0; offset < 6; offset += 2) {
      const page = await listCustomers(db, everyone, {
        sort: { by: 'name', descending: false },
        limit: 2,
        offset,
      });
      seen.push(...page.map(({ tenantId }) => tenantId));
    }
    expect(await countMatchingCustomers(db, everyone)).toBe(5);
    expect(seen.toSorted()).toEqual(['t1', 't2', 't3', 't4', 't5']);
  });

  it('totals only what the filter lets through', async () => {
    const sums = await listFilteredSums(db, { ...everyone, verdict: 'unverified' });
    expect(sums.map(({ currency, net }) => [currency, net]).sort()).toEqual([
      ['EUR', '40'],
      ['USD', '45'],
    ]);
  });

  it('tells when the first subscription that waits can be judged', async () => {
    const waiting = (id: string, judgeableFrom: string | null, verdict: Verdict = 'pending') => ({
      ...{ ...covered('t4'), subscriptionId: id, verdict, judgeableFrom },
    });
    const subscriptions = [
      waiting('late', '2026-11-23T00:00:00.000Z'),
      waiting('never', null),
      waiting('judged', '2026-11-01T00:00:00.000Z', 'earning'),
      waiting('soon', '2026-11-08T00:00:00.000Z'),
    ];
    const customer = { tenantId: 't4', period, verdict: 'not-applicable', mainCause: null } as const;
    await saveVerdicts(db, [
      {
        ...{ tenantId: 't4', period, customer: { ...customer, asOf: AT, judgedAt: AT }, subscriptions },
        ...{ costs: [], details: [], covers: [], creditRate: requireDecimal('0.15') },
      },
    ]);
    expect(await listJudgeableFrom(db, period, ['t1', 't4'])).toEqual(
      new Map([['t4', '2026-11-08T00:00:00.000Z']]),
    );
    expect(await listJudgeableFrom(db, period, [])).toEqual(new Map());
  });
});
