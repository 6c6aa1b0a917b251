import { graphError } from './graph-error.ts';
import { json, type Answer, type Call, type Params } from './http.ts';
import { pageOf } from './paging.ts';
import type { Simulation } from './simulation.ts';
import type { Caller } from './tokens.ts';
import type { GdapRelationship, MembershipSchedule, Tenant } from './worlds/types.ts';

export type GraphCall = {
  call: Call;
  params: Params;
  caller: Caller;
  tenant: Tenant;
  simulation: Simulation;
};

const MOST_RELATIONSHIPS = 300;

/** Relationships belong to the partner's directory; a customer's holds none of its own. */
export function listRelationships({ call, tenant, simulation }: GraphCall): Answer {
  const top = Number(call.query.get('$top') ?? '100');
  if (!Number.isInteger(top) || top < 1 || top > MOST_RELATIONSHIPS) {
    return graphError(400, 'BadRequest', `$top has to be between 1 and ${MOST_RELATIONSHIPS}.`, simulation);
  }
  const isPartner = tenant.tenantId === simulation.world.managingTenant.tenantId;
  const held = isPartner ? simulation.world.gdap : [];
  return collection(
    { held: held.map(relationshipOf), set: 'tenantRelationships/delegatedAdminRelationships', size: top },
    call,
    simulation,
  );
}

const relationshipOf = (held: GdapRelationship) => ({
  id: held.id,
  displayName: held.displayName,
  duration: 'P730D',
  customer: { tenantId: held.customerTenantId, displayName: held.customerName },
  accessDetails: { unifiedRoles: [] },
  status: held.status,
  autoExtendDuration: 'PT0S',
  createdDateTime: held.activatedDateTime,
  lastModifiedDateTime: held.activatedDateTime,
  activatedDateTime: held.activatedDateTime,
  endDateTime: held.endDateTime,
});

type Instances = 'assignment' | 'eligibility';

export const listAssignmentInstances = (graphCall: GraphCall): Answer =>
  listInstances(graphCall, 'assignment');
export const listEligibilityInstances = (graphCall: GraphCall): Answer =>
  listInstances(graphCall, 'eligibility');

/** Instances of one group or of one principal only: without a filter Graph refuses. */
function listInstances({ call, tenant, simulation }: GraphCall, instances: Instances): Answer {
  const filter = call.query.get('$filter') ?? '';
  const [, field, id] = /^\s*(groupId|principalId)\s+eq\s+'([^']*)'\s*$/i.exec(filter) ?? [];
  if (field === undefined || id === undefined) {
    const message = 'The filter has to name a groupId or a principalId.';
    return graphError(400, 'MissingParameters', message, simulation);
  }
  const wanted = id.toLowerCase();
  const held = (tenant.membershipSchedules ?? []).filter(
    ({ kind, groupId, principalId }) =>
      (kind === 'eligible') === (instances === 'eligibility') &&
      (field.toLowerCase() === 'groupid' ? groupId : principalId) === wanted,
  );
  const set = `identityGovernance/privilegedAccess/group/${instances}ScheduleInstances`;
  return collection(
    { held: held.map((one) => instanceOf(one, instances)), set, size: 100 },
    call,
    simulation,
  );
}

const instanceOf = (schedule: MembershipSchedule, instances: Instances) => ({
  id: schedule.id,
  principalId: schedule.principalId,
  accessId: 'member',
  groupId: schedule.groupId,
  memberType: 'direct',
  startDateTime: schedule.startDateTime,
  endDateTime: schedule.endDateTime,
  ...(instances === 'assignment'
    ? { assignmentType: schedule.kind, assignmentScheduleId: schedule.id }
    : { eligibilityScheduleId: schedule.id }),
});

type Collection = { held: readonly object[]; set: string; size: number };

function collection({ held, set, size }: Collection, call: Call, simulation: Simulation): Answer {
  const page = pageOf(held, call, { size });
  if ('refusal' in page) {
    return graphError(400, 'Request_BadRequest', 'The skip token is not valid.', simulation);
  }
  return json({
    '@odata.context': `${call.origin}/v1.0/$metadata#${set}`,
    ...(page.nextLink === undefined ? {} : { '@odata.nextLink': page.nextLink }),
    value: page.items,
  });
}
