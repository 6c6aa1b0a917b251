import { describe, expect, it } from 'vitest';
import { useFakeAzure } from '../testing/azure-suite.ts';
import { collect, GROUP, openTestRoom, SUBSCRIPTION } from '../testing/test-room.ts';
import { readRoleAssignments } from './read.ts';

const azure = useFakeAzure();

const OWNER = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
const PATH = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleAssignments`;

const assignment = (scope: string, properties: Record<string, unknown> = {}) => ({
  id: `${scope}/providers/Microsoft.Authorization/roleAssignments/A1`,
  properties: {
    scope,
    roleDefinitionId: `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${OWNER}`,
    principalId: GROUP,
    principalType: 'ForeignGroup',
    createdOn: '2026-01-02T03:04:05.67Z',
    condition: null,
    ...properties,
  },
});

const read = (...items: unknown[]) => {
  azure().on('GET', PATH, { json: { value: items } });
  return collect(readRoleAssignments(openTestRoom(azure().url).caller, SUBSCRIPTION));
};

describe('reading role assignments', () => {
  it('reads the whole list without a filter, by the api-version that is held', async () => {
    await read();
    expect(azure().calls()[0]?.url).toBe(`${PATH}?api-version=2022-04-01`);
  });

  it('shows a foreign group and the role by its GUID', async () => {
    expect(await read(assignment(`/subscriptions/${SUBSCRIPTION}`))).toEqual([
      {
        id: `/subscriptions/${SUBSCRIPTION}/providers/microsoft.authorization/roleassignments/a1`,
        subscriptionId: SUBSCRIPTION,
        scope: `/subscriptions/${SUBSCRIPTION}`,
        scopeLevel: 'subscription',
        principalId: GROUP,
        principalType: 'foreign-group',
        roleDefinitionId: OWNER,
        createdAt: '2026-01-02T03:04:05.670Z',
      },
    ]);
  });

  it.each([
    ['/', 'above'],
    ['/providers/Microsoft.Management/managementGroups/root', 'above'],
    [`/SUBSCRIPTIONS/${SUBSCRIPTION}/`, 'subscription'],
    [`/subscriptions/${SUBSCRIPTION}/resourceGroups/Web`, 'resource-group'],
    [`/subscriptions/${SUBSCRIPTION}/resourceGroups/Web/providers/Microsoft.Web/sites/a`, 'resource'],
  ])('places the scope %s', async (scope, scopeLevel) => {
    expect(await read(assignment(scope))).toMatchObject([{ scopeLevel }]);
  });

  it.each([
    ['User', 'user'],
    ['Group', 'group'],
    ['ServicePrincipal', 'service-principal'],
    ['Device', 'device'],
    ['Robot', 'other'],
    [null, 'other'],
  ])('takes the principal type %s', async (principalType, expected) => {
    expect(await read(assignment('/', { principalType }))).toMatchObject([{ principalType: expected }]);
  });

  it('lives without a creation date', async () => {
    expect(await read(assignment('/', { createdOn: null }))).toMatchObject([{ createdAt: null }]);
    expect(await read(assignment('/', { createdOn: '0001-01-01T00:00:00Z' }))).toMatchObject([
      { createdAt: null },
    ]);
  });
});
