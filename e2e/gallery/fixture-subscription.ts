import type { CostClass } from '#lib/core/cost-classes.ts';
import type { ClassAmount } from '#lib/queries/schemas/shared.ts';
import type { SubscriptionDay, SubscriptionDetail } from '#lib/queries/schemas/subscriptions.ts';
import { customerDetail } from './fixture-customer.ts';
import { CUSTOMERS, PERIOD, PERIODS, guid, money } from './fixture-customers.ts';
import { makeDays } from './fixture-days.ts';
import { completenessOf, type Scenario } from './fixture-sources.ts';

const READ_AT = '2026-11-21T04:12:00Z';

const amount = (currency: string, costClass: CostClass, gross: number): ClassAmount => {
  const credit = costClass === 'EARNED' ? gross * 0.15 : 0;
  return {
    currency,
    class: costClass,
    gross: gross.toFixed(2),
    credit: credit.toFixed(2),
    net: (gross - credit).toFixed(2),
  };
};

const classesOf = (currency: string): ClassAmount[] => [
  amount(currency, 'EARNED', 2210.4),
  amount(currency, 'ELIGIBLE_NOT_EARNED', 812.17),
  amount(currency, 'INELIGIBLE_MARKETPLACE', 149),
  amount(currency, 'INELIGIBLE_RESERVATION', 310.2),
  amount(currency, 'INELIGIBLE_SPOT', 41.88),
  amount(currency, 'ZERO_PRICE', 0),
];

const group = (
  name: string,
  coverage: SubscriptionDetail['resourceGroups'][number]['coverage'],
  { currency, gross, credited }: { currency: string; gross: number; credited: number },
) => ({ name, coverage, totals: gross === 0 ? [] : [money(currency, gross, credited)], amounts: [] });

function daysOf(): SubscriptionDay[] {
  return Array.from({ length: 20 }, (_, index): SubscriptionDay => {
    const settled = index < 17;
    const early = index < 6;
    return {
      day: `2026-11-${String(index + 1).padStart(2, '0')}`,
      settled,
      access: early ? 'not-covered' : 'partly',
      credit: settled ? (early ? 'not-credited' : index === 9 ? 'not-applicable' : 'partly') : 'unknown',
      verdict: settled ? (early ? 'not-earning' : index === 9 ? 'not-applicable' : 'partial') : 'pending',
      cause: settled ? (early ? 'access-part-of-period' : 'resource-group-delegation-only') : 'too-recent',
      amounts: [],
    };
  });
}

/** The subscription with the most to show; the others of the gallery look like it. */
export function subscriptionDetail(id: string, scenario: Scenario): SubscriptionDetail | null {
  const tenantId = CUSTOMERS.map((customer) => customer.tenantId).find((tenant) =>
    customerDetail(tenant, scenario)?.subscriptions.some((row) => row.subscriptionId === id),
  );
  const customer = tenantId === undefined ? null : customerDetail(tenantId, scenario);
  const row = customer?.subscriptions.find(({ subscriptionId }) => subscriptionId === id);
  if (customer === null || row === undefined) return null;
  const currency = row.totals[0]?.currency ?? 'EUR';
  const failed = scenario === 'failed';
  return {
    ...row,
    totals: failed ? [] : [{ ...money(currency, 3523.65, 0.63), missed: '121.83', missedAtMost: '121.83' }],
    period: PERIOD,
    open: true,
    periods: PERIODS,
    otherCustomers: [],
    days: failed ? [] : daysOf(),
    costDays: failed ? [] : makeDays(currency, 140, 0.6, 6),
    resourceGroups: failed
      ? []
      : [
          group('', 'not-covered', { currency, gross: 149, credited: 0 }),
          group('network-hub', 'covered', { currency, gross: 1410.2, credited: 1 }),
          group('application-platform-production-westeurope-shared-services-001', 'not-covered', {
            currency,
            gross: 812.17,
            credited: 0,
          }),
          group('mc_cluster_westeurope', 'unknown', { currency, gross: 0, credited: 0 }),
        ],
    services: failed
      ? []
      : ['Virtual Machines', 'Azure Kubernetes Service', 'Storage', 'Bandwidth'].map((name, index) => ({
          name,
          totals: [money(currency, 1200 / (index + 1), index % 2)],
          amounts: [],
        })),
    classes: failed ? [] : classesOf(currency),
    delegations: customer.delegations.filter(({ subscriptionId }) => subscriptionId === id),
    roleSchedules: [
      {
        kind: 'eligible',
        scope: `/subscriptions/${id}`,
        principal: { id: guid(700, 5), displayName: 'Contoso guest engineers' },
        role: { id: 'b24988ac-6180-42a0-ab88-20f7382dd24c', name: 'Contributor', earns: 'yes' },
        startAt: '2026-05-01T00:00:00Z',
        endAt: '2027-05-01T00:00:00Z',
      },
    ],
    denyAssignments: [
      {
        name: 'Managed application lock',
        scope: `/subscriptions/${id}/resourcegroups/mc_cluster_westeurope`,
        deniesEveryone: true,
        coversChildScopes: true,
        madeBySystem: true,
      },
    ],
    rulesVersion: '2026-11-21.2',
    roleListVersion: '2022-11-08',
    evidence: [
      {
        rule: row.cause,
        document: 'Partner earned credit explained (Partner Center)',
        documentDate: '2023-04-13',
        inferred: false,
        facts: [
          { fact: 'delegations', state: 'read', at: READ_AT, way: 'resource-graph' },
          { fact: `partner-link of ${guid(700, 1)}`, state: 'read', at: READ_AT, way: 'own-token' },
          {
            fact: 'customer-identities',
            state: 'unread',
            reason: 'no-consent',
            missingRight:
              'Microsoft Graph application permission Directory.Read.All in the customer’s tenant',
          },
        ],
      },
    ],
    reads: [
      {
        source: 'delegations',
        state: 'read',
        way: 'resource-graph',
        readAt: READ_AT,
        reason: null,
        missingRight: null,
      },
      {
        source: 'role-assignments',
        state: 'read',
        way: 'list',
        readAt: '2026-11-18T04:12:00Z',
        reason: null,
        missingRight: null,
      },
      {
        source: 'customer-identities',
        state: 'unread',
        way: null,
        readAt: null,
        reason: 'no-consent',
        missingRight: 'Microsoft Graph application permission Directory.Read.All in the customer’s tenant',
      },
      {
        source: 'costs',
        state: failed ? 'unread' : 'read',
        way: failed ? null : 'report-profile',
        readAt: failed ? null : READ_AT,
        reason: failed ? 'forbidden' : null,
        missingRight: failed ? 'a role on the partner billing account that may read its cost' : null,
      },
    ],
    findings: [],
    completeness: completenessOf(scenario),
  };
}
