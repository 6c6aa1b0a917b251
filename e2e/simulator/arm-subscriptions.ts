import type { ArmCall, ArmRoute } from './arm-route.ts';
import { json, paramOf, type Answer } from './http.ts';
import { pageOf } from './paging.ts';
import { authorised, visibleTo } from './rights.ts';
import type { Subscription } from './worlds/types.ts';

export const subscriptionRoutes: readonly ArmRoute[] = [
  { api: 'subscriptions', pattern: '/subscriptions', version: '2022-12-01', methods: { GET: list } },
  {
    api: 'subscriptions',
    pattern: '/subscriptions/:subscriptionId',
    version: '2022-12-01',
    methods: { GET: get },
  },
];

function list({ call, caller, simulation: { world } }: ArmCall): Answer {
  const visible = visibleTo(caller, world).map(({ subscription }) => subscription);
  const page = pageOf(visible, call);
  if ('refusal' in page) return page.refusal;
  const { items, nextLink } = page;
  return json({
    value: items.map(subscriptionOf),
    ...(nextLink === undefined ? {} : { nextLink }),
    count: { type: 'Total', value: visible.length },
  });
}

function get({ params, caller, simulation }: ArmCall): Answer {
  const asked = authorised(
    caller,
    paramOf(params, 'subscriptionId'),
    'Microsoft.Resources/subscriptions/read',
    simulation,
  );
  return 'refusal' in asked ? asked.refusal : json(subscriptionOf(asked.subscription));
}

export const subscriptionOf = ({
  subscriptionId,
  tenantId,
  displayName,
  state,
  delegations,
}: Subscription) => ({
  id: `/subscriptions/${subscriptionId}`,
  authorizationSource: 'RoleBased',
  managedByTenants: [...new Set(delegations.map(({ managedByTenantId }) => managedByTenantId))].map((id) => ({
    tenantId: id,
  })),
  subscriptionId,
  tenantId,
  displayName,
  state,
  subscriptionPolicies: {
    locationPlacementId: 'Public_2014-09-01',
    quotaId: 'CSP_2015-05-01',
    spendingLimit: 'Off',
  },
});
