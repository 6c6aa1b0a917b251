import { AuthorizationManagementClient } from '@azure/arm-authorization';
import type { RoleSchedule } from '#lib/core/facts.ts';
import type { SubscriptionId } from '#lib/core/ids.ts';
import type { Caller } from '../caller.ts';
import { converse, pipelineCredential } from '../conversation.ts';
import { mapRoleSchedule } from './map.ts';
import { roleSchedulePage } from './wire.ts';

const subject = { source: 'role-schedules', audience: 'resource-manager' } as const;

/** Answers at and above the scope; schedules of what lies below are asked for there. */
const AT_SCOPE = { filter: 'atScope()' };

type Where = {
  subscriptionId: SubscriptionId;
  /** Resource id of the subscription, or of something in it that holds an assignment of interest. */
  scope: string;
};

/** What roleAssignments shows as if it were permanent, and what may become active (contracts.md section 11). */
export async function* readRoleSchedules(
  caller: Caller,
  { subscriptionId, scope }: Where,
): AsyncIterable<RoleSchedule[]> {
  const open = () =>
    converse(
      caller,
      subject,
      (options) => new AuthorizationManagementClient(pipelineCredential, subscriptionId, options),
    );
  const path = scope.replace(/^\/+/, '');
  const assignments = open();
  const active = assignments.client.roleAssignmentScheduleInstances.listForScope(path, AT_SCOPE).byPage();
  for await (const page of assignments.pages(roleSchedulePage, active)) {
    yield page.value.map((wire) => mapRoleSchedule({ list: 'assignment', subscriptionId }, wire));
  }
  const eligibilities = open();
  const eligible = eligibilities.client.roleEligibilityScheduleInstances
    .listForScope(path, AT_SCOPE)
    .byPage();
  for await (const page of eligibilities.pages(roleSchedulePage, eligible)) {
    yield page.value.map((wire) => mapRoleSchedule({ list: 'eligibility', subscriptionId }, wire));
  }
}
