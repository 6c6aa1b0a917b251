import { describe, expect, it } from 'vitest';
import { useFakeAzure } from '../testing/azure-suite.ts';
import { collect, GROUP, openTestRoom, SUBSCRIPTION } from '../testing/test-room.ts';
import { readRoleSchedules } from './read.ts';

const azure = useFakeAzure();
const SCOPE = `/subscriptions/${SUBSCRIPTION}`;
const CONTRIBUTOR = 'b24988ac-6180-42a0-ab88-20f7382dd24c';
const pathOf = (scope: string, list: string) => `${scope}/providers/Microsoft.Authorization/${list}`;

const item = (properties: Record<string, unknown>, scope = SCOPE) => ({
  id: `${scope}/providers/Microsoft.Authorization/roleAssignmentScheduleInstances/I1`,
  properties: {
    scope,
    roleDefinitionId: `${SCOPE}/providers/Microsoft.Authorization/roleDefinitions/${CONTRIBUTOR}`,
    principalId: GROUP,
    principalType: 'Group',
    status: 'Accepted',
    startDateTime: '2026-03-01T08:00:00Z',
    ...properties,
  },
});

function answer(scope: string, active: unknown[], eligible: unknown[]): void {
  azure().on('GET', pathOf(scope, 'roleAssignmentScheduleInstances'), { json: { value: active } });
  azure().on('GET', pathOf(scope, 'roleEligibilityScheduleInstances'), { json: { value: eligible } });
}

const read = (scope: string) =>
  collect(readRoleSchedules(openTestRoom(azure().url).caller, { subscriptionId: SUBSCRIPTION, scope }));

describe('reading schedules of roles', () => {
  it('tells an activated role from an assigned one, and both from one that may be activated', async () => {
    answer(
      SCOPE,
      [
        item({ assignmentType: 'Activated', endDateTime: '2026-03-01T16:00:00Z' }),
        item({ assignmentType: 'Assigned' }),
      ],
      [item({ endDateTime: null })],
    );
    expect(await read(SCOPE)).toMatchObject([
      {
        kind: 'activated',
        scopeLevel: 'subscription',
        principalId: GROUP,
        roleDefinitionId: CONTRIBUTOR,
        startAt: '2026-03-01T08:00:00.000Z',
        endAt: '2026-03-01T16:00:00.000Z',
      },
      { kind: 'assigned', endAt: null },
      { kind: 'eligible', endAt: null },
    ]);
  });

  it('asks at the scope, by the api-version that is held', async () => {
    answer(SCOPE, [], []);
    await read(SCOPE);
    const queries = azure()
      .calls()
      .map(({ query }) => Object.fromEntries(query));
    expect(queries).toEqual([
      { 'api-version': '2020-10-01', $filter: 'atScope()' },
      { 'api-version': '2020-10-01', $filter: 'atScope()' },
    ]);
  });

  it('asks at the resource group of an assignment that lies there', async () => {
    const group = `${SCOPE}/resourcegroups/web-rg`;
    answer(group, [item({ assignmentType: 'Activated' }, `${SCOPE}/resourceGroups/Web-RG`)], []);
    expect(await read(group)).toMatchObject([{ scope: group, scopeLevel: 'resource-group' }]);
  });
});
