import { classOfFlag } from '../cost-classes.ts';
import { linkKey, read, unread, type Facts } from '../evidence.ts';
import type {
  Authorization,
  DailyCost,
  Delegation,
  DelegationDefinition,
  Identity,
  JustInTimeAuthorization,
  PartnerLink,
  RoleAssignment,
} from '../facts.ts';
import {
  parsePartnerId,
  parsePrincipalId,
  parseRoleDefinitionId,
  parseSubscriptionId,
  parseTenantId,
  type PrincipalId,
} from '../ids.ts';
import { requireDecimal } from '../money.ts';
import { parseDay } from '../periods.ts';

function required<Value>(value: Value | null): Value {
  if (value === null) throw new Error('made facts hold a wrong id');
  return value;
}

const guid = (kind: number, index: number): string =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(index).padStart(12, '0')}`;

export const principal = (index: number): PrincipalId => required(parsePrincipalId(guid(3, index)));
export const US = required(parseTenantId(guid(1, 1)));
export const CUSTOMER = required(parseTenantId(guid(1, 2)));
export const STRANGER = required(parseTenantId(guid(1, 3)));
export const SUBSCRIPTION = required(parseSubscriptionId(guid(2, 1)));
export const OUR_PARTNER_ID = required(parsePartnerId('5001002'));
export const GLOBAL_ID = required(parsePartnerId('5001001'));
export const OTHER_PARTNER_ID = required(parsePartnerId('7000000'));
export const ADMIN_AGENTS = principal(90);

const role = (id: string) => required(parseRoleDefinitionId(id));
export const ROLES = {
  owner: role('8e3af657-a8ff-443c-a75c-2fe8c4bcb635'),
  contributor: role('b24988ac-6180-42a0-ab88-20f7382dd24c'),
  supportRequestContributor: role('cfd33db0-3dd1-45e3-aa9d-cdbdf3b6f24e'),
  reader: role('acdd72a7-3385-48ef-bd42-f606fba81ae7'),
  unlisted: role('76cc9ee4-d5d3-4a45-a930-26add3d73475'),
  removeDelegation: role('91c1777a-f3dc-4fae-b103-61d183457e46'),
} as const;

export const NOW = '2026-11-21T09:00:00.000Z';
const LONG_AGO = '2026-01-01T00:00:00.000Z';

export const authorization = (
  index: number,
  roleDefinitionId: Authorization['roleDefinitionId'],
): Authorization => ({
  principalId: principal(index),
  principalDisplayName: null,
  roleDefinitionId,
});

export const justInTime = (
  index: number,
  roleDefinitionId: Authorization['roleDefinitionId'],
): JustInTimeAuthorization => ({
  ...authorization(index, roleDefinitionId),
  maximumActivation: 'PT8H',
  multiFactor: null,
  approverIds: [],
});

export const delegation = (
  definition: Partial<DelegationDefinition> | null,
  rest: Partial<Delegation> = {},
): Delegation => ({
  id: `/subscriptions/${SUBSCRIPTION}/providers/microsoft.managedservices/registrationassignments/1`,
  subscriptionId: SUBSCRIPTION,
  resourceGroup: null,
  definitionId: 'definition',
  definition:
    definition === null
      ? null
      : {
          name: 'Managed services',
          managedByTenantId: US,
          managedByTenantName: null,
          manageeTenantId: CUSTOMER,
          manageeTenantName: null,
          plan: null,
          provisioningState: 'Succeeded',
          authorizations: [],
          justInTime: [],
          ...definition,
        },
  provisioningState: 'Succeeded',
  createdAt: LONG_AGO,
  ...rest,
});

export const roleAssignment = (rest: Partial<RoleAssignment>): RoleAssignment => ({
  id: `/subscriptions/${SUBSCRIPTION}/providers/microsoft.authorization/roleassignments/1`,
  subscriptionId: SUBSCRIPTION,
  scope: `/subscriptions/${SUBSCRIPTION}`,
  scopeLevel: 'subscription',
  principalId: ADMIN_AGENTS,
  principalType: 'foreign-group',
  roleDefinitionId: ROLES.owner,
  createdAt: LONG_AGO,
  ...rest,
});

export const identity = (index: number, rest: Partial<Identity> = {}): Identity => ({
  tenantId: US,
  principalId: principal(index),
  type: 'service-principal',
  displayName: `identity ${index}`,
  enabled: true,
  userType: null,
  appOwnerTenantId: US,
  appId: null,
  homeUserName: null,
  ...rest,
});

export const linked = (
  index: number,
  partnerId = OUR_PARTNER_ID,
  since: string | null = LONG_AGO,
): PartnerLink => ({
  ...notLinked(index),
  link: { state: 'linked', partnerId, partnerName: null, since },
});

export const notLinked = (index: number): PartnerLink => ({
  tenantId: US,
  principalId: principal(index),
  displayName: null,
  how: 'link-credential',
  checkedAt: NOW,
  link: { state: 'not-linked' },
});

export const cost = (day: string, net: string, credited: boolean | null): DailyCost => ({
  subscriptionId: SUBSCRIPTION,
  day: required(parseDay(day)),
  currency: 'EUR',
  net: requireDecimal(net),
  netUsd: null,
  costClass: classOfFlag(credited),
  credit: null,
});

export type Made = {
  delegations?: Facts['subscription']['delegations'] | Delegation[];
  roleAssignments?: Facts['subscription']['roleAssignments'] | RoleAssignment[];
  costs?: Facts['subscription']['costs'] | DailyCost[];
  identities?: Facts['managing']['identities'] | Identity[];
  agentGroups?: Facts['managing']['agentGroups'];
  members?: [PrincipalId, Identity[]][];
  links?: PartnerLink[];
  customer?: Partial<Facts['customer']>;
  profile?: Partial<Facts['profile']>;
  managing?: Partial<Facts['managing']>;
  /** Facts of the subscription that are not lists named above. */
  rest?: Partial<Facts['subscription']>;
};

const asRead = <Value>(made: Value | Facts['subscription'][keyof Facts['subscription']], at = NOW) =>
  Array.isArray(made) ? read(made, at) : made;

/** Facts of one subscription with everything read and nothing there, changed by what a case names. */
export function madeFacts(made: Made = {}): Facts {
  const identities = made.identities ?? [];
  return {
    profile: {
      managingTenantId: US,
      partnerIds: new Set([OUR_PARTNER_ID]),
      globalId: GLOBAL_ID,
      type: 'direct-bill',
      creditRateFraction: requireDecimal('0.15'),
      resellers: null,
      ...made.profile,
    },
    managing: {
      agentGroups: made.agentGroups ?? read([{ principalId: ADMIN_AGENTS, name: 'AdminAgents' }], NOW),
      identities: Array.isArray(identities)
        ? read(new Map(identities.map((row) => [row.principalId, row])), NOW)
        : identities,
      groupMembers: new Map(made.members ?? []),
      membershipSchedules: read(new Map(), NOW),
      enrolmentMovedAt: read(null, NOW),
      links: new Map((made.links ?? []).map((link) => [linkKey(link.tenantId, link.principalId), link])),
      ...made.managing,
    },
    customer: {
      tenantId: CUSTOMER,
      billedByUs: true,
      identities: read(new Map(), NOW),
      groupMembers: new Map(),
      servicePrincipalId: null,
      gdap: read([], NOW),
      marketplaceOffers: read([], NOW),
      ...made.customer,
    },
    subscription: {
      subscriptionId: SUBSCRIPTION,
      // Each of the three is either a list, which counts as read, or a fact with its own state.
      delegations: asRead(made.delegations ?? []) as Facts['subscription']['delegations'],
      roleAssignments: asRead(made.roleAssignments ?? []) as Facts['subscription']['roleAssignments'],
      costs: asRead(made.costs ?? []) as Facts['subscription']['costs'],
      denyAssignments: read([], NOW),
      roleSchedules: read([], NOW),
      costWay: 'query-customer',
      rateSeen: null,
      lowerPriceUnflagged: read(false, NOW),
      groupedCosts: unread('not-visible'),
      resourceGroups: read([], NOW),
      billing: unread('not-asked'),
      transfers: read([], NOW),
      costDataUntil: null,
      firstReadAt: new Map(),
      ...made.rest,
    },
  };
}
