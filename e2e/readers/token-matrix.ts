import type { CallRecord } from '../simulator/calls.ts';
import { visibleTo } from '../simulator/rights.ts';
import { principalId } from '../simulator/worlds/partner.ts';
import { guestApplicationId } from '../simulator/worlds/setup.ts';
import type { World } from '../simulator/worlds/types.ts';

export type Rule = { fact: string; path: RegExp; maySee: (record: CallRecord, world: World) => boolean };

/** The product's own identity in the partner's tenant. */
const isManaging = ({ tenantId, objectId }: CallRecord, world: World): boolean =>
  tenantId === world.managingTenant.tenantId && objectId === principalId('pecboard');

/** Its object in the tenant of a customer that consented to it. */
const isCustomers = ({ tenantId, objectId }: CallRecord, world: World): boolean =>
  tenantId !== null &&
  tenantId !== world.managingTenant.tenantId &&
  objectId === guestApplicationId(tenantId, 'pecboard');

const isEither = (record: CallRecord, world: World): boolean =>
  isManaging(record, world) || isCustomers(record, world);

const isOwnLink = ({ tenantId, appId }: CallRecord, { linkCredentials }: World): boolean =>
  linkCredentials.some(
    (credential) => credential.tenantId === tenantId && credential.application.appId === appId,
  );

/** The subscription that a call names is one on which its token holds a role. */
function seesItsSubscription({ path, tenantId, objectId, appId }: CallRecord, world: World): boolean {
  const subscriptionId = /\/subscriptions\/([0-9a-f-]{36})/i.exec(path)?.[1]?.toLowerCase();
  if (tenantId === null || objectId === null || appId === null) return false;
  return visibleTo({ tenantId, objectId, appId, graphRoles: [] }, world).some(
    ({ subscription }) => subscription.subscriptionId === subscriptionId,
  );
}

/** Whose token sees which fact: the first row whose path a call has (diagnosis.md section 9, 2026-11-21). */
export const MATRIX: readonly Rule[] = [
  {
    fact: 'a token, which needs none',
    path: /\/oauth2\/v2\.0\/token$|\/\.well-known\/openid-configuration$/,
    maySee: () => true,
  },
  { fact: 'billing', path: /\/providers\/Microsoft\.Billing\/(?!.*CostManagement)/i, maySee: isManaging },
  { fact: 'cost', path: /\/providers\/Microsoft\.CostManagement\//i, maySee: isManaging },
  {
    fact: 'cost files, by their own signature or as the service',
    path: /^\/_blob\//,
    maySee: (record, world) => record.objectId === null || isManaging(record, world),
  },
  { fact: 'bulk facts', path: /\/Microsoft\.ResourceGraph\/resources$/i, maySee: isManaging },
  { fact: 'tenants', path: /^\/tenants$/, maySee: isManaging },
  {
    fact: 'offers bought',
    path: /^\/providers\/Microsoft\.ManagedServices\/marketplaceRegistrationDefinitions$/i,
    maySee: isCustomers,
  },
  { fact: 'subscriptions', path: /^\/subscriptions$/, maySee: isEither },
  { fact: 'delegations', path: /\/Microsoft\.ManagedServices\/registration/i, maySee: seesItsSubscription },
  {
    fact: 'roles, denials, schedules',
    path: /\/providers\/Microsoft\.Authorization\/(role|deny)\w+$/i,
    maySee: seesItsSubscription,
  },
  {
    fact: 'link of an identity',
    path: /\/Microsoft\.ManagementPartner\/partners$/i,
    maySee: (record, world) => isEither(record, world) || isOwnLink(record, world),
  },
  {
    fact: 'agent groups, relationships, memberships for a time',
    path: /^\/v1\.0\/(groups$|tenantRelationships\/|identityGovernance\/)/,
    maySee: isManaging,
  },
  {
    fact: 'identities and members of groups',
    path: /^\/v1\.0\/(directoryObjects|users|servicePrincipals|groups)\//,
    maySee: isEither,
  },
];

export const ruleOf = ({ path }: CallRecord): Rule | undefined => MATRIX.find((rule) => rule.path.test(path));
