import type { CostClass } from '#lib/core/cost-classes.ts';
import type { DailyCost } from '#lib/core/facts.ts';
import { parseSubscriptionId, type SubscriptionId, type TenantId } from '#lib/core/ids.ts';
import { requireDecimal } from '#lib/core/money.ts';
import { parseDay, parsePeriod } from '#lib/core/periods.ts';
import { CUSTOMER, STRANGER } from '#lib/core/testing/made-facts.ts';
import { addDailyCosts, addCostNames } from '#lib/db/costs.ts';
import { saveCustomers } from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import { saveRead } from '#lib/db/testing/made-reads.ts';
import { saveVerdicts, type MonthlyCost, type SubscriptionVerdict } from '#lib/db/verdicts.ts';

export const AT = '2026-11-21T01:00:00.000Z';
export const MONTH = required(parsePeriod('2026-10'));
export const ALDER = CUSTOMER;
export const BIRCH = STRANGER;
export const SHOP = subscriptionId(1);
export const WAREHOUSE = subscriptionId(2);
export const LEGACY = subscriptionId(3);
const PROFILE = 'account/profile';

function required<Value>(value: Value | null): Value {
  if (value === null) throw new Error('the made month holds a wrong value');
  return value;
}

function subscriptionId(index: number): SubscriptionId {
  return required(parseSubscriptionId(`0000abcd-0000-4000-8000-00000000000${index}`));
}

type Line = readonly [
  of: SubscriptionId | null,
  day: string,
  currency: string,
  CostClass,
  net: string,
  credit: string | null,
];

/** Alder is read by itself: 90 of 100 after a credit of 10 %, 40 missed, 10 dollars of Spot, 7 of no subscription. */
const ALDER_LINES: readonly Line[] = [
  [SHOP, '2026-10-01', 'EUR', 'EARNED', '90', '10'],
  [SHOP, '2026-10-02', 'EUR', 'ELIGIBLE_NOT_EARNED', '40', '0'],
  [SHOP, '2026-10-02', 'USD', 'INELIGIBLE_SPOT', '10', '0'],
  [null, '2026-10-02', 'EUR', 'UNCLASSIFIED', '7', '0'],
];

/** Birch comes with its billing profile, at 15 %; the profile's lines of Alder are older and do not count. */
const BIRCH_LINES: readonly Line[] = [[WAREHOUSE, '2026-10-02', 'EUR', 'EARNED', '170', '30']];
const OLDER_LINES: readonly Line[] = [[SHOP, '2026-10-02', 'EUR', 'EARNED', '999', '1']];

const daily = (tenantId: TenantId, lines: readonly Line[]): (DailyCost & { tenantId: TenantId })[] =>
  lines.map(([of, day, currency, costClass, net, credit]) => ({
    tenantId,
    subscriptionId: of,
    day: required(parseDay(day)),
    currency,
    costClass,
    net: requireDecimal(net),
    netUsd: null,
    credit: credit === null ? null : requireDecimal(credit),
  }));

const monthly = (lines: readonly Line[]): MonthlyCost[] =>
  lines.map(([of, , currency, costClass, net, credit]) => ({
    subscriptionId: of ?? '',
    ...{ currency, costClass, net, credit, netUsd: null },
  }));

const verdict = (
  of: Pick<SubscriptionVerdict, 'tenantId' | 'subscriptionId' | 'displayName'> & Partial<SubscriptionVerdict>,
): SubscriptionVerdict => ({
  ...{
    period: MONTH,
    state: 'Enabled',
    offer: null,
    linked: 'yes',
    linkedHow: { kind: 'aobo' },
    access: 'covered',
  },
  ...{ credit: 'credited', verdict: 'earning', basis: 'both', cause: 'earning', alsoCauses: [], paths: [] },
  ...{ judgeableFrom: null, asOf: AT, judgedAt: AT },
  ...of,
});

async function saveCosts(db: Db): Promise<void> {
  const ofProfile = { source: 'costs', tenantId: '', period: MONTH, scope: PROFILE } as const;
  await saveRead(db, ofProfile, '2026-11-20T00:00:00.000Z', {
    way: 'report-profile',
    save: async (readId) => {
      await addDailyCosts(db, readId, [...daily(BIRCH, BIRCH_LINES), ...daily(ALDER, OLDER_LINES)]);
      const [line] = daily(BIRCH, BIRCH_LINES);
      if (line === undefined) return;
      const { day: _day, ...sum } = line;
      const of = (grouping: 'service' | 'resource-group', name: string, net: string, credit: string) => ({
        ...sum,
        grouping,
        ...{ values: [name], net: [net], netUsd: [null], credit: [credit] },
      });
      const rows = [
        of('service', 'Virtual Machines', '136', '24'),
        of('service', 'Storage', '34', '6'),
        of('resource-group', 'rg-core', '153', '27'),
        of('resource-group', '', '17', '3'),
      ];
      await addCostNames(db, readId, { period: MONTH, rows });
    },
  });
  const own = { source: 'costs', tenantId: ALDER, period: MONTH, scope: '' } as const;
  await saveRead(db, own, AT, {
    way: 'query-customer',
    save: (readId) => addDailyCosts(db, readId, daily(ALDER, ALDER_LINES)),
  });
}

/** Two customers and a month of theirs, as a run leaves it. */
export async function saveMadeMonth(db: Db): Promise<void> {
  const rest = { domain: null, billingAccountName: 'account' };
  await saveCustomers(db, AT, [
    { tenantId: ALDER, displayName: 'Alder', billingCustomerId: 'a', ...rest },
    { tenantId: BIRCH, displayName: 'Birch 100%', billingCustomerId: 'b', ...rest },
  ]);
  await saveCosts(db);
  const customer = { period: MONTH, asOf: AT, judgedAt: AT, mainCause: null } as const;
  await saveVerdicts(db, [
    {
      tenantId: ALDER,
      period: MONTH,
      customer: { ...customer, tenantId: ALDER, verdict: 'partial' },
      subscriptions: [
        verdict({
          ...{
            tenantId: ALDER,
            subscriptionId: SHOP,
            displayName: 'Shop',
            access: 'partly',
            credit: 'partly',
          },
          ...{ verdict: 'partial', cause: 'resource-group-delegation-only' },
        }),
        verdict({
          ...{ tenantId: ALDER, subscriptionId: LEGACY, displayName: 'Älter Bestand', linked: 'unknown' },
          ...{
            access: 'unknown',
            credit: 'not-applicable',
            verdict: 'not-applicable',
            cause: 'legacy-offer',
          },
        }),
      ],
      costs: monthly(ALDER_LINES),
      details: [
        {
          ...{ period: MONTH, tenantId: ALDER, subscriptionId: SHOP },
          days: [
            {
              ...{
                day: '2026-10-01',
                access: 'covered',
                credit: 'credited',
                verdict: 'earning',
                cause: 'earning',
              },
              amounts: [{ currency: 'EUR', costClass: 'EARNED', net: '90', gross: '100', credit: '10' }],
            },
          ],
          resourceGroups: [{ name: 'rg-web', coverage: 'not-covered', amounts: [] }],
          evidence: [],
          rulesVersion: '2026-11-21.2',
          roleListVersion: '2022-11-08',
          reads: [
            {
              source: 'costs',
              state: 'read',
              way: 'query-customer',
              readAt: AT,
              reason: null,
              missingRight: null,
            },
          ],
        },
      ],
      covers: [{ kind: 'daily', readTenantId: ALDER, scope: '' }],
      creditRate: requireDecimal('0.15'),
    },
  ]);
  await saveVerdicts(db, [
    {
      tenantId: BIRCH,
      period: MONTH,
      customer: { ...customer, tenantId: BIRCH, verdict: 'earning' },
      subscriptions: [
        verdict({
          tenantId: BIRCH,
          subscriptionId: WAREHOUSE,
          displayName: 'Warehouse',
          linked: 'automatic',
        }),
        // The shop moved from one customer to the other within the month.
        verdict({
          tenantId: BIRCH,
          subscriptionId: SHOP,
          displayName: 'Shop',
          judgedAt: '2026-11-20T00:00:00.000Z',
        }),
      ],
      costs: monthly(BIRCH_LINES),
      details: [],
      covers: [
        { kind: 'daily', readTenantId: '', scope: PROFILE },
        { kind: 'grouped', readTenantId: '', scope: PROFILE },
      ],
      creditRate: requireDecimal('0.15'),
    },
  ]);
}
