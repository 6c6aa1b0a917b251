import { APPLICATIONS, MANAGING_TENANT_ID, type ApplicationKey } from './partner.ts';
import { fractionOf } from './seeded.ts';
import {
  automationId,
  guestApplicationId,
  guestId,
  managedIdentityId,
  staffId,
  type Setup,
} from './setup.ts';
import type { DirectoryObject, ServicePrincipal, Tenant, User } from './types.ts';

/** Where invited people of ordinary customers are at home: with the partner. */
const GUESTS_HOME = 'halvorsencloud.example';
const FIRST_NAMES = ['Alma', 'Bruno', 'Clara', 'Dario', 'Elin', 'Fergus', 'Greta', 'Hugo', 'Ida', 'Jonas'];
const LAST_NAMES = ['Berg', 'Castell', 'Duarte', 'Eklund', 'Fontaine', 'Gallo', 'Huber', 'Ivarsson', 'Keane'];

function nameOf(id: string): { displayName: string; account: string } {
  const of = (names: readonly string[], part: string): string =>
    names[Math.floor(fractionOf(id, part) * names.length)] ?? 'Kim';
  const [first, last] = [of(FIRST_NAMES, 'first'), of(LAST_NAMES, 'last')];
  return { displayName: `${first} ${last}`, account: `${first}.${last}.${id.slice(0, 4)}`.toLowerCase() };
}

function staffMember(id: string, domain: string): User {
  const { displayName, account } = nameOf(id);
  const userPrincipalName = `${account}@${domain}`;
  const mail = userPrincipalName;
  return { kind: 'user', id, displayName, userPrincipalName, mail, accountEnabled: true, userType: 'Member' };
}

/** An invited person's name tells the one that they sign in with at home. */
function guestOf(id: string, home: string, domain: string): User {
  const { displayName, account } = nameOf(id);
  return {
    kind: 'user',
    id,
    displayName,
    userPrincipalName: `${account}_${home}#EXT#@${domain}`,
    mail: `${account}@${home}`,
    accountEnabled: true,
    userType: 'Guest',
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
    staffMember(staffId(tenantId, index), domain),
  );
  const objects: DirectoryObject[] = [
    ...staff,
    ...(setup.guest === undefined ? [] : [guestOf(guestId(tenantId), GUESTS_HOME, domain)]),
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
  const ours = (key: ApplicationKey, graphRoles: readonly string[] = []): void => {
    const { appId, displayName } = APPLICATIONS[key];
    const id = guestApplicationId(tenantId, key);
    objects.push(
      servicePrincipal({ id, displayName, appId, appOwnerOrganizationId: MANAGING_TENANT_ID }, graphRoles),
    );
  };
  if (setup.consent !== null) ours('pecboard', setup.consent.readsDirectory ? ['Directory.Read.All'] : []);
  for (const key of new Set(setup.direct?.map(({ application }) => application))) ours(key);
  for (const key of setup.presentApplications ?? []) ours(key);
  for (const { id, name } of setup.shownGroups ?? []) {
    const displayName = `Foreign Principal for '${name}' in Role 'TenantAdmins' (${customer.displayName})`;
    objects.push({ kind: 'group', id, displayName, memberIds: [] });
  }
  return { ...customer, objects: new Map(objects.map((object) => [object.id, object])) };
}
