import { APPLICATIONS, MANAGING_TENANT_ID } from './partner.ts';
import { fractionOf } from './seeded.ts';
import { automationId, consentedId, guestId, managedIdentityId, staffId, type Setup } from './setup.ts';
import type { DirectoryObject, ServicePrincipal, Tenant, User } from './types.ts';

const FIRST_NAMES = ['Alma', 'Bruno', 'Clara', 'Dario', 'Elin', 'Fergus', 'Greta', 'Hugo', 'Ida', 'Jonas'];
const LAST_NAMES = ['Berg', 'Castell', 'Duarte', 'Eklund', 'Fontaine', 'Gallo', 'Huber', 'Ivarsson', 'Keane'];

function user(id: string, domain: string, userType: User['userType']): User {
  const of = (names: readonly string[], part: string): string =>
    names[Math.floor(fractionOf(id, part) * names.length)] ?? 'Kim';
  const [first, last] = [of(FIRST_NAMES, 'first'), of(LAST_NAMES, 'last')];
  return {
    kind: 'user',
    id,
    displayName: `${first} ${last}`,
    userPrincipalName: `${first}.${last}.${id.slice(0, 4)}@${domain}`.toLowerCase(),
    accountEnabled: true,
    userType,
  };
}

function servicePrincipal(
  facts: Pick<ServicePrincipal, 'id' | 'displayName' | 'appId' | 'appOwnerOrganizationId'>,
  graphRoles: readonly string[] = [],
): ServicePrincipal {
  return { kind: 'servicePrincipal', accountEnabled: true, graphRoles, ...facts };
}

/** The customer's own directory: its staff, its applications, its guests, and ours where it consented. */
export function customerTenant(
  customer: { tenantId: string; displayName: string; domain: string },
  setup: Setup,
): Tenant {
  const { tenantId, domain } = customer;
  const staff = Array.from({ length: 1 + (setup.extraStaff ?? 0) }, (_, index) =>
    user(staffId(tenantId, index), domain, 'Member'),
  );
  const objects: DirectoryObject[] = [
    ...staff,
    ...(setup.guest === undefined ? [] : [user(guestId(tenantId), domain, 'Guest')]),
    servicePrincipal({
      id: automationId(tenantId),
      displayName: 'Release automation',
      appId: automationId(`${tenantId} application`),
      appOwnerOrganizationId: tenantId,
    }),
    servicePrincipal({
      id: managedIdentityId(tenantId),
      displayName: 'web-frontend-identity',
      appId: managedIdentityId(`${tenantId} application`),
      appOwnerOrganizationId: null,
    }),
  ];
  if (setup.consent !== null) {
    const { appId, displayName } = APPLICATIONS.pecboard;
    const facts = {
      id: consentedId(tenantId),
      displayName,
      appId,
      appOwnerOrganizationId: MANAGING_TENANT_ID,
    };
    objects.push(servicePrincipal(facts, setup.consent.readsDirectory ? ['Directory.Read.All'] : []));
  }
  return { ...customer, objects: new Map(objects.map((object) => [object.id, object])) };
}
