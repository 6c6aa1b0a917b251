import {
  MANAGING_TENANT,
  principalId as managingPrincipalId,
  principalName,
  type ApplicationKey,
  type Principal,
} from './partner.ts';
import { ROLE } from './roles.ts';
import { guidOf } from './seeded.ts';
import type {
  Authorization,
  Delegation,
  DenyAssignment,
  JustInTimeAuthorization,
  MarketplacePlan,
  RoleAssignment,
  RoleSchedule,
} from './types.ts';

export type RoleKey = keyof typeof ROLE;
/** A principal of a tenant that is not ours. */
export type Stranger = { id: string; name: string };
export type Grant = readonly [Principal | Stranger, RoleKey];

export type DelegationSetup = {
  permanent: readonly Grant[];
  justInTime?: readonly Grant[];
  resourceGroup?: string;
  plan?: MarketplacePlan;
  /** Another tenant than ours. */
  managedBy?: { tenantId: string; name: string };
  title?: string;
  createdAt?: string;
  provisioningState?: string;
  definitionMissing?: boolean;
};

export type ForeignGroupSetup = {
  group: Principal | Stranger;
  role: RoleKey;
  resourceGroup?: string;
  createdOn?: string;
};

/** A role in the customer's own tenant, held by an application of ours that has an object there. */
export type DirectSetup = {
  application: ApplicationKey;
  role: RoleKey;
  createdOn?: string;
  /** Privileged Identity Management: not a permanent assignment. */
  schedule?: { kind: 'activated' | 'assigned' | 'eligible'; from: string; to: string | null };
};

/** A resource group that belongs to a managed application, which denies everybody else. */
export type ManagedGroupSetup = { name: string; application: string; except?: readonly Principal[] };

/** How a customer let us in: what the archetypes are written in. */
export type Setup = {
  delegations: readonly DelegationSetup[];
  foreignGroups?: readonly (Grant | ForeignGroupSetup)[];
  direct?: readonly DirectSetup[];
  /** Foreign groups that the customer's directory can name. */
  shownGroups?: readonly Stranger[];
  managedGroups?: readonly ManagedGroupSetup[];
  /** Applications of ours that have an object in the customer's tenant, and no role. */
  presentApplications?: readonly ApplicationKey[];
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
/** The object that an application of ours has in a customer's tenant. */
export const guestApplicationId = (tenantId: string, key: ApplicationKey): string =>
  key === 'pecboard' ? consentedId(tenantId) : guidOf(tenantId, 'application of the partner', key);

const idOf = (principal: Principal | Stranger): string =>
  typeof principal === 'string' ? managingPrincipalId(principal) : principal.id;

const authorization = ([principal, role]: Grant): Authorization => ({
  principalId: idOf(principal),
  principalName: typeof principal === 'string' ? principalName(principal) : principal.name,
  roleId: ROLE[role],
});

const justInTime = (grant: Grant): JustInTimeAuthorization => ({
  ...authorization(grant),
  maximumActivation: 'PT8H',
  multiFactor: true,
  approvers: [
    { principalId: managingPrincipalId('admin-agents'), principalName: principalName('admin-agents') },
  ],
});

export function delegationsOf(subscriptionId: string, setup: Setup): Delegation[] {
  return setup.delegations.map((delegation, index) => {
    const managedBy = delegation.managedBy ?? MANAGING_TENANT;
    const usual = delegation.plan === undefined ? 'Halvorsen managed Azure' : 'Halvorsen Cloud Care';
    return {
      assignmentName: guidOf(subscriptionId, 'assignment', index),
      definitionName: guidOf(subscriptionId, 'definition', index),
      title: delegation.title ?? usual,
      resourceGroup: delegation.resourceGroup ?? null,
      managedByTenantId: managedBy.tenantId,
      managedByTenantName: managedBy.name,
      authorizations: delegation.permanent.map(authorization),
      justInTime: (delegation.justInTime ?? []).map(justInTime),
      plan: delegation.plan ?? null,
      createdAt: delegation.createdAt ?? CREATED_AT,
      provisioningState: delegation.provisioningState ?? 'Succeeded',
      definitionMissing: delegation.definitionMissing ?? false,
      oddDefinitionId: Number.parseInt(subscriptionId.charAt(0), 16) % 3 === 0,
    };
  });
}

const EXTRA_ROLES = [ROLE.reader, ROLE.contributor, ROLE.monitoringReader] as const;

const foreignGroupOf = (held: Grant | ForeignGroupSetup): ForeignGroupSetup =>
  'group' in held ? held : { group: held[0], role: held[1] };

type Place = { subscriptionId: string; tenantId: string; resourceGroups: readonly string[] };

/** Role assignments of one subscription: the customer's own, AOBO, guests, and applications of ours. */
export function roleAssignmentsOf(
  { subscriptionId, tenantId, resourceGroups }: Place,
  setup: Setup,
): RoleAssignment[] {
  const assign = (
    principalType: RoleAssignment['principalType'],
    principalId: string,
    roleId: string,
    {
      resourceGroup = null,
      createdOn = CREATED_AT,
    }: { resourceGroup?: string | null; createdOn?: string } = {},
  ): RoleAssignment => ({
    name: guidOf(subscriptionId, 'role assignment', principalId, roleId),
    resourceGroup,
    principalId,
    principalType,
    roleId,
    createdOn,
  });
  const extra = Array.from({ length: setup.extraStaff ?? 0 }, (_, index) =>
    assign('User', staffId(tenantId, index + 1), EXTRA_ROLES[index % EXTRA_ROLES.length] ?? ROLE.reader, {
      resourceGroup: index % 4 === 0 ? null : (resourceGroups[index % resourceGroups.length] ?? null),
    }),
  );
  return [
    assign('User', staffId(tenantId, 0), ROLE.owner),
    assign('ServicePrincipal', automationId(tenantId), ROLE.contributor),
    assign('ServicePrincipal', managedIdentityId(tenantId), ROLE.contributor, {
      resourceGroup: resourceGroups[0] ?? null,
    }),
    ...(setup.foreignGroups ?? [])
      .map(foreignGroupOf)
      .map(({ group, role, ...rest }) => assign('ForeignGroup', idOf(group), ROLE[role], rest)),
    ...(setup.guest === undefined ? [] : [assign('User', guestId(tenantId), ROLE[setup.guest])]),
    ...(setup.direct ?? [])
      .filter(({ schedule }) => schedule?.kind !== 'eligible')
      .map(({ application, role, createdOn = CREATED_AT }) =>
        assign('ServicePrincipal', guestApplicationId(tenantId, application), ROLE[role], { createdOn }),
      ),
    ...(setup.consent?.readsSubscriptions
      ? [assign('ServicePrincipal', consentedId(tenantId), ROLE.reader)]
      : []),
    ...extra,
  ];
}

/** A permanent assignment has an instance without end, as Azure makes one for each. */
export function roleSchedulesOf({ subscriptionId, tenantId }: Place, setup: Setup): RoleSchedule[] {
  return (setup.direct ?? []).map(({ application, role, createdOn = CREATED_AT, schedule }) => ({
    name: guidOf(subscriptionId, 'role schedule', application, role),
    resourceGroup: null,
    principalId: guestApplicationId(tenantId, application),
    principalType: 'ServicePrincipal',
    roleId: ROLE[role],
    kind: schedule?.kind ?? 'assigned',
    startDateTime: schedule?.from ?? createdOn,
    endDateTime: schedule?.to ?? null,
  }));
}

export function denyAssignmentsOf({ subscriptionId }: Place, setup: Setup): DenyAssignment[] {
  return (setup.managedGroups ?? []).map(({ name, application, except = [] }) => ({
    name: guidOf(subscriptionId, 'deny assignment', name),
    title: `System deny assignment created by managed application ${managedApplicationId(subscriptionId, application)}`,
    resourceGroup: name,
    denied: 'everyone',
    excludedIds: [guidOf('publisher of', application), ...except.map(managingPrincipalId)],
    actions: ['*'],
    notActions: ['*/read'],
  }));
}

export const managedApplicationId = (subscriptionId: string, application: string): string =>
  `/subscriptions/${subscriptionId}/resourceGroups/rg-applications/providers/Microsoft.Solutions/applications/${application}`;
