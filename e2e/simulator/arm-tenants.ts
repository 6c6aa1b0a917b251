import type { ArmCall, ArmRoute } from './arm-route.ts';
import { json, type Answer } from './http.ts';
import { pageOf } from './paging.ts';
import { visibleTo } from './rights.ts';
import type { Tenant } from './worlds/types.ts';

export const tenantRoutes: readonly ArmRoute[] = [
  { api: 'tenants', pattern: '/tenants', version: '2022-12-01', methods: { GET: list } },
];

/** The token's own tenant, and those that Lighthouse projects into it. */
function list({ call, caller, simulation: { world } }: ArmCall): Answer {
  const home = world.tenants.get(caller.tenantId);
  const projected = new Set(
    visibleTo(caller, world)
      .map(({ subscription }) => subscription.tenantId)
      .filter((tenantId) => tenantId !== caller.tenantId),
  );
  const tenants = [
    ...(home === undefined ? [] : [wireOf(home, 'Home')]),
    ...[...projected].flatMap((id) => {
      const tenant = world.tenants.get(id);
      return tenant === undefined ? [] : [wireOf(tenant, 'ProjectedBy')];
    }),
  ];
  const page = pageOf(tenants, call);
  if ('refusal' in page) return page.refusal;
  return json({
    value: page.items,
    ...(page.nextLink === undefined ? {} : { nextLink: page.nextLink }),
  });
}

const wireOf = ({ tenantId, displayName, domain }: Tenant, tenantCategory: 'Home' | 'ProjectedBy') => ({
  id: `/tenants/${tenantId}`,
  tenantId,
  countryCode: 'NO',
  displayName,
  domains: [domain],
  tenantCategory,
  defaultDomain: domain,
  tenantType: 'AAD',
});
