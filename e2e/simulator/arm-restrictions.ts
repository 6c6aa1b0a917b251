import type { ArmCall, ArmRoute } from './arm-route.ts';
import { armError, json, type Answer, type Params } from './http.ts';
import { pageOf } from './paging.ts';
import { authorisedAt } from './rights.ts';
import { heldAt, SCOPES } from './scope.ts';
import { guidOf } from './worlds/seeded.ts';
import type { DenyAssignment, RoleSchedule, Subscription } from './worlds/types.ts';

const NAMESPACE = 'Microsoft.Authorization';
const SCHEDULE_VERSION = '2020-10-01';

/** What takes access away, and what gives it for a time only. */
export const restrictionRoutes: readonly ArmRoute[] = SCOPES.flatMap((scope): ArmRoute[] => [
  {
    api: 'deny-assignments',
    pattern: `${scope}/providers/${NAMESPACE}/denyAssignments`,
    version: '2022-04-01',
    methods: { GET: listDenials },
  },
  {
    api: 'role-schedules',
    pattern: `${scope}/providers/${NAMESPACE}/roleAssignmentScheduleInstances`,
    version: SCHEDULE_VERSION,
    methods: { GET: (armCall) => listSchedules(armCall, 'roleAssignmentScheduleInstances') },
  },
  {
    api: 'role-schedules',
    pattern: `${scope}/providers/${NAMESPACE}/roleEligibilityScheduleInstances`,
    version: SCHEDULE_VERSION,
    methods: { GET: (armCall) => listSchedules(armCall, 'roleEligibilityScheduleInstances') },
  },
]);

/** null: a filter that is not known. */
function atScope<Held extends { resourceGroup: string | null }>(
  held: readonly Held[],
  filter: string | null,
  { group }: Params,
): readonly Held[] | null {
  if (filter !== null && !/^\s*atScope\(\)\s*$/i.test(filter)) return null;
  return heldAt(held, { group, only: filter !== null });
}

function listDenials(armCall: ArmCall): Answer {
  const { call, params } = armCall;
  const asked = authorisedAt(armCall, `${NAMESPACE}/denyAssignments/read`);
  if ('refusal' in asked) return asked.refusal;
  const filter = call.query.get('$filter');
  const held = atScope(asked.subscription.denyAssignments, filter, params);
  if (held === null) return unsupported(filter);
  const page = pageOf(held, call, { parameter: '$skipToken' });
  if ('refusal' in page) return page.refusal;
  return json({
    value: page.items.map((denial) => denialOf(denial, asked.subscription)),
    ...(page.nextLink === undefined ? {} : { nextLink: page.nextLink }),
  });
}

const EVERYONE = '00000000-0000-0000-0000-000000000000';

const principal = (id: string, type: string) => ({ id, type });

function denialOf(denial: DenyAssignment, { subscriptionId }: Subscription) {
  const scope = scopeOf(denial, subscriptionId);
  return {
    properties: {
      denyAssignmentName: denial.title,
      description: 'Created by the provider of a managed application.',
      permissions: [
        { actions: denial.actions, notActions: denial.notActions, dataActions: [], notDataActions: [] },
      ],
      scope,
      doNotApplyToChildScopes: false,
      principals:
        denial.denied === 'everyone'
          ? [principal(EVERYONE, 'SystemDefined')]
          : denial.denied.map((id) => principal(id, 'User')),
      excludePrincipals: denial.excludedIds.map((id) => principal(id, 'ServicePrincipal')),
      isSystemProtected: true,
    },
    id: `${scope}/providers/${NAMESPACE}/denyAssignments/${denial.name}`,
    type: `${NAMESPACE}/denyAssignments`,
    name: denial.name,
  };
}

type Instances = 'roleAssignmentScheduleInstances' | 'roleEligibilityScheduleInstances';

function listSchedules(armCall: ArmCall, type: Instances): Answer {
  const { call, params } = armCall;
  const asked = authorisedAt(armCall, `${NAMESPACE}/${type}/read`);
  if ('refusal' in asked) return asked.refusal;
  const filter = call.query.get('$filter');
  const wanted = asked.subscription.roleSchedules.filter(
    ({ kind }) => (kind === 'eligible') === (type === 'roleEligibilityScheduleInstances'),
  );
  const held = atScope(wanted, filter, params);
  if (held === null) return unsupported(filter);
  const page = pageOf(held, call);
  if ('refusal' in page) return page.refusal;
  return json({
    value: page.items.map((schedule) => scheduleOf(schedule, asked.subscription, type)),
    ...(page.nextLink === undefined ? {} : { nextLink: page.nextLink }),
  });
}

const SCHEDULES: Readonly<Record<Instances, readonly [string, string]>> = {
  roleAssignmentScheduleInstances: ['roleAssignmentScheduleId', 'roleAssignmentSchedules'],
  roleEligibilityScheduleInstances: ['roleEligibilityScheduleId', 'roleEligibilitySchedules'],
};

function scheduleOf(schedule: RoleSchedule, { subscriptionId }: Subscription, type: Instances) {
  const scope = scopeOf(schedule, subscriptionId);
  const { name, principalId, principalType, roleId, kind, startDateTime, endDateTime } = schedule;
  const [parentKey, parentType] = SCHEDULES[type];
  const isActive = kind !== 'eligible';
  return {
    id: `${scope}/providers/${NAMESPACE}/${type}/${name}`,
    name,
    type: `${NAMESPACE}/${type}`,
    properties: {
      scope,
      roleDefinitionId: `/subscriptions/${subscriptionId}/providers/${NAMESPACE}/roleDefinitions/${roleId}`,
      principalId,
      principalType,
      [parentKey]: `${scope}/providers/${NAMESPACE}/${parentType}/${guidOf('schedule', name)}`,
      startDateTime,
      endDateTime,
      memberType: 'Direct',
      status: isActive ? 'Accepted' : 'Provisioned',
      createdOn: startDateTime,
      condition: null,
      conditionVersion: null,
      ...(isActive
        ? {
            assignmentType: kind === 'activated' ? 'Activated' : 'Assigned',
            originRoleAssignmentId: `${scope}/providers/${NAMESPACE}/roleAssignments/${guidOf('origin', name)}`,
          }
        : {}),
    },
  };
}

const scopeOf = ({ resourceGroup }: { resourceGroup: string | null }, subscriptionId: string): string =>
  resourceGroup === null
    ? `/subscriptions/${subscriptionId}`
    : `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;

const unsupported = (filter: string | null): Answer =>
  armError(400, 'UnsupportedQuery', `The filter '${filter ?? ''}' is not supported.`);
