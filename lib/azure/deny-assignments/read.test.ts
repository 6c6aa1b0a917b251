import { describe, expect, it } from 'vitest';
import { useFakeAzure } from '../testing/azure-suite.ts';
import { collect, GROUP, openTestRoom, SUBSCRIPTION } from '../testing/test-room.ts';
import { readDenyAssignments } from './read.ts';

const azure = useFakeAzure();
const PATH = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/denyAssignments`;
const MANAGED = `/subscriptions/${SUBSCRIPTION}/resourceGroups/Databricks-RG`;
const WORKSPACE = 'dddddddd-0000-4000-8000-000000000001';

const item = (properties: Record<string, unknown>) => ({
  id: `${MANAGED}/providers/Microsoft.Authorization/denyAssignments/D1`,
  name: 'D1',
  properties: {
    denyAssignmentName: 'System deny assignment',
    scope: MANAGED,
    permissions: [{ actions: ['*/delete', '*/write'], notActions: ['Microsoft.Support/*'] }],
    principals: [{ id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' }],
    excludePrincipals: [{ id: WORKSPACE.toUpperCase(), type: 'ServicePrincipal' }],
    doNotApplyToChildScopes: false,
    isSystemProtected: true,
    ...properties,
  },
});

const read = (...items: unknown[]) => {
  azure().on('GET', PATH, { json: { value: items } });
  return collect(readDenyAssignments(openTestRoom(azure().url).caller, SUBSCRIPTION));
};

describe('reading deny assignments', () => {
  it('tells whom Azure denies what, and whom it leaves out', async () => {
    expect(await read(item({}))).toEqual([
      {
        id: `${MANAGED}/providers/microsoft.authorization/denyassignments/d1`.toLowerCase(),
        subscriptionId: SUBSCRIPTION,
        scope: MANAGED.toLowerCase(),
        scopeLevel: 'resource-group',
        name: 'System deny assignment',
        denied: 'everyone',
        excludedIds: [WORKSPACE],
        actions: ['*/delete', '*/write'],
        notActions: ['Microsoft.Support/*'],
        coversChildScopes: true,
        madeBySystem: true,
      },
    ]);
    expect(azure().calls()[0]?.url).toBe(`${PATH}?api-version=2022-04-01`);
  });

  it('names the principals where not everyone is meant', async () => {
    const [deny] = await read(item({ principals: [{ id: GROUP, type: 'Group' }], excludePrincipals: null }));
    expect(deny).toMatchObject({ denied: [GROUP], excludedIds: [] });
  });

  it('keeps what one permission denies although another leaves it allowed', async () => {
    const denials = await read(
      item({
        permissions: [{ actions: ['*'], notActions: ['*/read'] }, { actions: ['Microsoft.Web/*/read'] }],
      }),
    );
    expect(denials).toMatchObject([
      { actions: ['*'], notActions: ['*/read'] },
      { actions: ['Microsoft.Web/*/read'], notActions: [] },
    ]);
    expect(new Set(denials.map(({ id }) => id)).size).toBe(2);
  });

  it('says that what lies below is not meant', async () => {
    const more = { doNotApplyToChildScopes: true, isSystemProtected: null, denyAssignmentName: undefined };
    expect(await read(item(more))).toMatchObject([
      { coversChildScopes: false, madeBySystem: false, name: null },
    ]);
  });
});
