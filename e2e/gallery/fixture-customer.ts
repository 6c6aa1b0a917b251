import type { CustomerDetail, Delegation } from '#lib/queries/schemas/customers.ts';
import type { AccessPath, Subscription } from '#lib/queries/schemas/shared.ts';
import {
  CUSTOMERS,
  PERIOD,
  PERIODS,
  countSubscriptions,
  guid,
  money,
  subscriptionsOf,
} from './fixture-customers.ts';
import { makeDays } from './fixture-days.ts';
import { completenessOf, type Scenario } from './fixture-sources.ts';

const MANAGING_TENANT = guid(900, 1);
const READ_AT = '2026-11-21T04:12:00Z';
const SUPPORT = {
  id: 'cfd33db0-3dd1-45e3-aa9d-cdbdf3b6f24e',
  name: 'Support Request Contributor',
  earns: 'yes',
} as const;
const READER = { id: 'acdd72a7-3385-48ef-bd42-f606fba81ae7', name: 'Reader', earns: 'no' } as const;

const lighthouse = (subscription: Subscription): AccessPath => ({
  kind: 'lighthouse',
  scope: `/subscriptions/${subscription.subscriptionId}`,
  role: subscription.cause === 'role-not-earning' ? READER : SUPPORT,
  principal: { id: guid(700, 1), type: 'service-principal', displayName: 'Contoso Ops' },
  permanent: subscription.cause !== 'just-in-time-only',
  link:
    subscription.linked === 'no'
      ? {
          state: 'not-linked',
          partnerId: null,
          tenantId: MANAGING_TENANT,
          checkedAt: READ_AT,
          how: 'own-token',
        }
      : {
          state: 'linked',
          partnerId: '6131234',
          tenantId: MANAGING_TENANT,
          checkedAt: READ_AT,
          how: 'own-token',
        },
  origin: 'template',
  owner: 'us',
  earns: subscription.access === 'covered' ? 'yes' : 'no',
  because: subscription.access === 'covered' ? null : subscription.cause,
  readAt: READ_AT,
});

const unread = (subscription: Subscription): AccessPath => ({
  kind: 'direct',
  scope: `/subscriptions/${subscription.subscriptionId}/resourcegroups/network`,
  role: { id: '9980e02c-c2be-4d73-94e8-173b1dc7cf3c', name: null, earns: 'unlisted' },
  principal: { id: guid(700, 2), type: 'group', displayName: null },
  permanent: true,
  link: { state: 'unknown', partnerId: null, tenantId: null, checkedAt: null, how: null },
  origin: null,
  owner: 'unknown',
  earns: 'unknown',
  because: 'link-unread',
  readAt: READ_AT,
});

const delegation = (subscription: Subscription, index: number): Delegation => ({
  id: `/subscriptions/${subscription.subscriptionId}/providers/microsoft.managedservices/registrationassignments/${guid(800, index)}`,
  subscriptionId: subscription.subscriptionId,
  scope: subscription.access === 'partly' ? 'resource-group' : 'subscription',
  resourceGroup: subscription.access === 'partly' ? 'network-hub' : null,
  origin: 'template',
  definitionName: 'Contoso managed operations',
  provisioningState: 'Succeeded',
  managedByTenantId: MANAGING_TENANT,
  managedByUs: true,
  authorizations: [
    { principalId: guid(700, 1), principalDisplayName: 'Contoso Ops', role: SUPPORT },
    { principalId: guid(700, 3), principalDisplayName: 'Contoso first line', role: READER },
  ],
  justInTime: [
    {
      principalId: guid(700, 4),
      principalDisplayName: 'Contoso engineers',
      role: { id: 'b24988ac-6180-42a0-ab88-20f7382dd24c', name: 'Contributor', earns: 'yes' },
      maximumActivation: 'PT8H',
      multiFactor: true,
      approvers: 1,
    },
  ],
  createdAt: '2026-02-03T10:00:00Z',
});

export function customerDetail(tenantId: string, scenario: Scenario): CustomerDetail | null {
  const index = CUSTOMERS.findIndex((customer) => customer.tenantId === tenantId);
  const customer = CUSTOMERS[index];
  if (customer === undefined) return null;
  const rows = subscriptionsOf(index).map((row) => ({
    ...row,
    paths:
      row.access === 'unknown' ? [] : [lighthouse(row), ...(row.access === 'partly' ? [unread(row)] : [])],
  }));
  const { subscriptions: _counts, ...rest } = customer;
  const currency = customer.totals[0]?.currency ?? 'EUR';
  return {
    ...rest,
    period: PERIOD,
    open: true,
    periods: PERIODS,
    billed: scenario === 'failed' ? null : true,
    subscriptionCounts: countSubscriptions(rows),
    subscriptions: rows,
    withoutSubscription: index % 4 === 3 ? [money(currency, 84.2, 0)] : [],
    delegations: rows.filter((row) => row.paths.length > 0).map(delegation),
    findings: [],
    timeline: [],
    days: customer.totals.length === 0 ? [] : makeDays(currency, 140, index % 3 === 0 ? 1 : 0.6, 6),
    completeness: completenessOf(scenario).map((entry) => ({
      ...entry,
      expected: 1,
      read: Math.min(entry.read, 1),
    })),
  };
}
