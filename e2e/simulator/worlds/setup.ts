import {
  MANAGING_TENANT_ID,
  principalId as managingPrincipalId,
  principalName,
  type Principal,
} from './partner.ts';
import { ROLE } from './roles.ts';
import { guidOf } from './seeded.ts';
import type { Authorization, Delegation, MarketplacePlan, RoleAssignment } from './types.ts';

export type RoleKey = keyof typeof ROLE;
export type Grant = readonly [Principal, RoleKey];

export type DelegationSetup = {
  permanent: readonly Grant[];
  justInTime?: readonly Grant[];
  resourceGroup?: string;
  plan?: MarketplacePlan;
};

/** How a customer let us in: what the archetypes are written in. */
export type Setup = {
  delegations: readonly DelegationSetup[];
  foreignGroups?: readonly Grant[];
  /** The product's application in the customer's tenant; null: the customer never consented. */
  consent: { readsSubscriptions: boolean; readsDirectory: boolean } | null;
  /** A guest of the customer's directory who holds this role. */
  guest?: RoleKey;
  /** Members of the customer's own staff, each with a role of their own. */
  extraStaff?: number;
};

const CREATED_AT = '2024-03-11T09:12:44.1234567Z';

export const staffId = (tenantId: string, index: number): string => guidOf(tenantId, 'staff', index);
export const guestId = (tenantId: string): string => guidOf(tenantId, 'guest');
export const automationId = (tenantId: string): string => guidOf(tenantId, 'own application');
export const managedIdentityId = (tenantId: string): string => guidOf(tenantId, 'managed identity');
export const consentedId = (tenantId: string): string => guidOf(tenantId, 'consented application');

const authorization = ([principal, role]: Grant): Authorization => ({
  principalId: managingPrincipalId(principal),
  principalName: principalName(principal),
  roleId: ROLE[role],
});

export function delegationsOf(subscriptionId: string, setup: Setup): Delegation[] {
  return setup.delegations.map((delegation, index) => ({
    assignmentName: guidOf(subscriptionId, 'assignment', index),
    definitionName: guidOf(subscriptionId, 'definition', index),
    title: delegation.plan === undefined ? 'Halvorsen managed Azure' : 'Halvorsen Cloud Care',
    resourceGroup: delegation.resourceGroup ?? null,
    managedByTenantId: MANAGING_TENANT_ID,
    authorizations: delegation.permanent.map(authorization),
    justInTime: (delegation.justInTime ?? []).map(authorization),
    plan: delegation.plan ?? null,
    createdAt: CREATED_AT,
    oddDefinitionId: Number.parseInt(subscriptionId.charAt(0), 16) % 3 === 0,
  }));
}

const EXTRA_ROLES = [ROLE.reader, ROLE.contributor, ROLE.monitoringReader] as const;

/** Role assignments of one subscription: the customer's own, AOBO, guests, and our consented application. */
export function roleAssignmentsOf(
  subscriptionId: string,
  tenantId: string,
  resourceGroups: readonly string[],
  setup: Setup,
): RoleAssignment[] {
  const assign = (
    principalType: RoleAssignment['principalType'],
    principalId: string,
    roleId: string,
    resourceGroup: string | null = null,
  ): RoleAssignment => ({
    name: guidOf(subscriptionId, 'role assignment', principalId, roleId),
    resourceGroup,
    principalId,
    principalType,
    roleId,
    createdOn: CREATED_AT,
  });
  const extra = Array.from({ length: setup.extraStaff ?? 0 }, (_, index) =>
    assign(
      'User',
      staffId(tenantId, index + 1),
      EXTRA_ROLES[index % EXTRA_ROLES.length] ?? ROLE.reader,
      index % 4 === 0 ? null : (resourceGroups[index % resourceGroups.length] ?? null),
    ),
  );
  return [
    assign('User', staffId(tenantId, 0), ROLE.owner),
    assign('ServicePrincipal', automationId(tenantId), ROLE.contributor),
    assign('ServicePrincipal', managedIdentityId(tenantId), ROLE.contributor, resourceGroups[0] ?? null),
    ...(setup.foreignGroups ?? []).map(([group, role]) =>
      assign('ForeignGroup', managingPrincipalId(group), ROLE[role]),
    ),
    ...(setup.guest === undefined ? [] : [assign('User', guestId(tenantId), ROLE[setup.guest])]),
    ...(setup.consent?.readsSubscriptions
      ? [assign('ServicePrincipal', consentedId(tenantId), ROLE.reader)]
      : []),
    ...extra,
  ];
}
