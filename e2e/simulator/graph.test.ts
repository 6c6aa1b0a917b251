import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from './server.ts';
import { customerAt, customerToken, graphToken } from './testing/asks.ts';
import { ask, bodyOf, field, GRAPH_SCOPE, graphType, list, tokenFor } from './testing/client.ts';
import { APPLICATIONS, MANAGING_TENANT_ID, principalId } from './worlds/partner.ts';

let simulator: Simulator;
let token: string;
beforeAll(async () => {
  simulator = await startSimulator({ customers: 40 });
  token = await graphToken(simulator);
});
afterAll(() => simulator.close());

const groupsPath = (filter: string) =>
  `/v1.0/groups?$filter=${encodeURIComponent(filter)}&$select=${encodeURIComponent('id,displayName')}`;

const byIds = (
  by: string,
  ids: readonly string[],
  { types, select }: { types?: string[]; select?: string } = {},
) =>
  ask(simulator, {
    method: 'POST',
    path: `/v1.0/directoryObjects/getByIds${select === undefined ? '' : `?$select=${select}`}`,
    token: by,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ids, ...(types === undefined ? {} : { types }) }),
  });

test.each([
  ["displayName in ('AdminAgents','HelpdeskAgents')", ['AdminAgents', 'HelpdeskAgents']],
  ["displayName eq 'adminagents'", ['AdminAgents']],
  ["displayName eq 'O''Neill'", []],
])('finds groups by %s', async (filter, names) => {
  const body = bodyOf(await ask(simulator, { path: groupsPath(filter), token }));
  expect(list(body).map((item) => field(item, 'displayName'))).toEqual(names);
});

test('refuses a filter that it does not know', async () => {
  expect((await ask(simulator, { path: groupsPath("mail ne 'x'"), token })).status).toBe(400);
});

describe('members of a group', () => {
  const path = `/v1.0/groups/${principalId('azure-engineers')}/transitiveMembers`;

  test('are people and applications, with the leaver among them disabled', async () => {
    const select = '$select=id,displayName,accountEnabled,userType,appOwnerOrganizationId';
    const members = list(bodyOf(await ask(simulator, { path: `${path}?${select}`, token })));
    expect(members).toContainEqual({
      '@odata.type': '#microsoft.graph.servicePrincipal',
      id: principalId('sp-linked'),
      displayName: 'Partner link (Halvorsen)',
      appOwnerOrganizationId: MANAGING_TENANT_ID,
      accountEnabled: true,
    });
    const enabled = members.map((item) => field(item, 'accountEnabled'));
    expect([enabled.length, enabled.filter((is) => is === false).length]).toEqual([5, 1]);
  });

  test('of a person do not show whether the account is enabled unless that is selected', async () => {
    const members = list(bodyOf(await ask(simulator, { path, token })));
    const person = members.find((item) => graphType(item) === '#microsoft.graph.user');
    expect(person).not.toHaveProperty('accountEnabled');
    expect(person).not.toHaveProperty('userType');
  });

  test('of an unknown group are not found', async () => {
    const reply = await ask(simulator, {
      path: path.replace(principalId('azure-engineers'), 'nobody'),
      token,
    });
    expect([reply.status, field(bodyOf(reply), 'error.code')]).toEqual([404, 'Request_ResourceNotFound']);
  });
});

describe('objects by id', () => {
  test('leave out the ids that the directory does not know', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000';
    const body = bodyOf(await byIds(token, [principalId('sp-linked'), unknown]));
    expect(list(body).map((item) => field(item, 'id'))).toEqual([principalId('sp-linked')]);
  });

  test('are of the types that were asked for', async () => {
    const ids = [principalId('sp-linked'), principalId('field-engineers')];
    const body = bodyOf(await byIds(token, ids, { types: ['group'] }));
    expect(list(body).map(graphType)).toEqual(['#microsoft.graph.group']);
  });

  test('are at most a thousand in one call', async () => {
    const ids = Array.from({ length: 1001 }, () => principalId('sp-linked'));
    expect((await byIds(token, ids)).status).toBe(400);
  });

  test('tell a guest from the staff, and whose an application is', async () => {
    const customer = simulator.world.customers.find(({ subscriptions }) =>
      subscriptions.some(
        ({ roleAssignments, expected }) =>
          roleAssignments.length === 4 && expected?.cause === 'access-unread',
      ),
    );
    const tenantId = customer?.tenantId ?? '';
    const by = await tokenFor(simulator, {
      tenantId,
      application: APPLICATIONS.pecboard,
      scope: GRAPH_SCOPE,
    });
    const ids = customer?.subscriptions[0]?.roleAssignments.map((held) => held.principalId) ?? [];
    const objects = list(bodyOf(await byIds(by, ids, { select: 'id,userType,appOwnerOrganizationId' })));
    expect(objects.map((item) => field(item, 'userType') ?? field(item, 'appOwnerOrganizationId'))).toEqual([
      'Member',
      tenantId,
      null,
      'Guest',
    ]);
  });
});

describe('rights', () => {
  const agents = groupsPath("displayName eq 'AdminAgents'");

  test('an application without application permissions is denied', async () => {
    const reply = await ask(simulator, { path: agents, token: await graphToken(simulator, 'sp-linked') });
    expect([reply.status, field(bodyOf(reply), 'error.code')]).toEqual([403, 'Authorization_RequestDenied']);
  });

  test('a customer that consented without them is denied, one that granted them is not', async () => {
    const refusing = simulator.world.customers.find(({ tenantId }) =>
      [...(simulator.world.tenants.get(tenantId)?.objects.values() ?? [])].some(
        (object) =>
          object.kind === 'servicePrincipal' &&
          object.appId === APPLICATIONS.pecboard.appId &&
          object.graphRoles.length === 0,
      ),
    );
    const tenantId = refusing?.tenantId ?? '';
    const by = await tokenFor(simulator, {
      tenantId,
      application: APPLICATIONS.pecboard,
      scope: GRAPH_SCOPE,
    });
    expect((await byIds(by, [])).status).toBe(403);
    expect((await byIds(await customerToken(simulator, 'aobo', GRAPH_SCOPE), [])).status).toBe(200);
  });

  test("a customer's token sees the customer's directory only", async () => {
    const by = await customerToken(simulator, 'aobo', GRAPH_SCOPE);
    expect(list(bodyOf(await byIds(by, [principalId('sp-linked')])))).toEqual([]);
    expect(customerAt(simulator, 'aobo').tenantId).not.toBe(MANAGING_TENANT_ID);
  });
});
