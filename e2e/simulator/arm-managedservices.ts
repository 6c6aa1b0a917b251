import type { ArmCall, ArmRoute } from './arm-route.ts';
import { armError, json, paramOf, type Answer, type Call } from './http.ts';
import { pageOf } from './paging.ts';
import { authorised, authorisedAt } from './rights.ts';
import { heldAt, SCOPES } from './scope.ts';
import type {
  Authorization,
  Delegation,
  JustInTimeAuthorization,
  Subscription,
  World,
} from './worlds/types.ts';

const VERSION = '2022-10-01';
const NAMESPACE = 'Microsoft.ManagedServices';
const BASE = `/subscriptions/:subscriptionId/providers/${NAMESPACE}`;

export const managedServicesRoutes: readonly ArmRoute[] = [
  ...SCOPES.map((scope): ArmRoute => ({
    api: 'managed-services',
    pattern: `${scope}/providers/${NAMESPACE}/registrationAssignments`,
    version: VERSION,
    methods: { GET: listAssignments },
  })),
  {
    api: 'managed-services',
    pattern: `${BASE}/registrationDefinitions`,
    version: VERSION,
    methods: { GET: listDefinitions },
  },
];

/** At subscription scope the list also holds the delegations of single resource groups. */
function listAssignments(armCall: ArmCall): Answer {
  const { call, params, simulation } = armCall;
  const asked = authorisedAt(armCall, `${NAMESPACE}/registrationAssignments/read`);
  if ('refusal' in asked) return asked.refusal;
  const expand = expansionOf(call);
  if (expand === null) {
    return armError(400, 'InvalidQueryParameter', "'$expandRegistrationDefinition' has to be true or false.");
  }
  const { subscription } = asked;
  const page = pageOf(heldAt(subscription.delegations, { group: params['group'], only: false }), call);
  if ('refusal' in page) return page.refusal;
  const value = page.items.map((delegation) => ({
    ...assignmentOf(delegation, subscription),
    properties: {
      registrationDefinitionId: echoedDefinitionId(delegation, subscription),
      provisioningState: delegation.provisioningState,
      ...(expand && !delegation.definitionMissing
        ? { registrationDefinition: expandedDefinition(delegation, subscription, simulation.world) }
        : {}),
    },
  }));
  return json({ value, ...(page.nextLink === undefined ? {} : { nextLink: page.nextLink }) });
}

function expansionOf({ query }: Call): boolean | null {
  const text = query.get('$expandRegistrationDefinition') ?? 'false';
  return text === 'true' ? true : text === 'false' ? false : null;
}

function listDefinitions({ params, caller, simulation }: ArmCall): Answer {
  const asked = authorised(
    caller,
    paramOf(params, 'subscriptionId'),
    `${NAMESPACE}/registrationDefinitions/read`,
    simulation,
  );
  if ('refusal' in asked) return asked.refusal;
  const { subscription } = asked;
  return json({
    value: existingDelegations(subscription).map((held) =>
      expandedDefinition(held, subscription, simulation.world),
    ),
  });
}

/** A definition that was deleted is in no list. */
export const existingDelegations = ({ delegations }: Subscription): Delegation[] =>
  delegations.filter(({ definitionMissing }) => !definitionMissing);

export function assignmentOf(
  { assignmentName, resourceGroup, createdAt }: Delegation,
  subscription: Subscription,
) {
  const scope =
    resourceGroup === null
      ? `/subscriptions/${subscription.subscriptionId}`
      : `/subscriptions/${subscription.subscriptionId}/resourceGroups/${resourceGroup}`;
  return {
    id: `${scope}/providers/${NAMESPACE}/registrationAssignments/${assignmentName}`,
    name: assignmentName,
    type: `${NAMESPACE}/registrationAssignments`,
    systemData: systemDataOf(createdAt),
  };
}

const definitionId = ({ definitionName }: Delegation, { subscriptionId }: Subscription): string =>
  `/subscriptions/${subscriptionId}/providers/${NAMESPACE}/registrationDefinitions/${definitionName}`;

export function echoedDefinitionId(delegation: Delegation, subscription: Subscription): string {
  const id = definitionId(delegation, subscription);
  return delegation.oddDefinitionId
    ? id.slice(1).replace('registrationDefinitions', 'registrationdefinitions')
    : id;
}

export function expandedDefinition(delegation: Delegation, subscription: Subscription, world: World) {
  const managee = world.tenants.get(subscription.tenantId);
  const { plan, justInTime } = delegation;
  return {
    properties: {
      registrationDefinitionName: delegation.title,
      description: 'Azure operations by Halvorsen Cloud Partners',
      managedByTenantId: delegation.managedByTenantId,
      managedByTenantName: delegation.managedByTenantName,
      manageeTenantId: subscription.tenantId,
      manageeTenantName: managee?.displayName,
      provisioningState: 'Succeeded',
      authorizations: delegation.authorizations.map(authorizationOf),
      ...(justInTime.length === 0 ? {} : { eligibleAuthorizations: justInTime.map(eligibleOf) }),
    },
    ...(plan === null ? {} : { plan }),
    id: definitionId(delegation, subscription),
    type: `${NAMESPACE}/registrationDefinitions`,
    name: delegation.definitionName,
    systemData: systemDataOf(delegation.createdAt),
  };
}

const authorizationOf = ({ principalId, principalName, roleId }: Authorization) => ({
  principalId,
  principalIdDisplayName: principalName,
  roleDefinitionId: roleId,
});

const eligibleOf = (authorization: JustInTimeAuthorization) => ({
  ...authorizationOf(authorization),
  justInTimeAccessPolicy: {
    multiFactorAuthProvider: authorization.multiFactor ? 'Azure' : 'None',
    maximumActivationDuration: authorization.maximumActivation,
    managedByTenantApprovers: authorization.approvers.map((approver) => ({
      principalId: approver.principalId,
      principalIdDisplayName: approver.principalName,
    })),
  },
});

const systemDataOf = (createdAt: string) => ({
  createdBy: 'onboarding@halvorsencloud.example',
  createdByType: 'User',
  createdAt,
  lastModifiedBy: 'onboarding@halvorsencloud.example',
  lastModifiedByType: 'User',
  lastModifiedAt: createdAt,
});
