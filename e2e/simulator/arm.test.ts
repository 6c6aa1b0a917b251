import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from './server.ts';
import {
  customerToken,
  delegationsPath,
  managingToken,
  PARTNERS_PATH,
  rolesPath,
  subscriptionAt,
  SUBSCRIPTIONS_PATH,
} from './testing/asks.ts';
import { ask, bodyOf, field, list } from './testing/client.ts';
import { PARTNER_IDS } from './worlds/partner.ts';
import { ROLE } from './worlds/roles.ts';

let simulator: Simulator;
let token: string;
beforeAll(async () => {
  simulator = await startSimulator({ customers: 12 });
  token = await managingToken(simulator);
});
afterAll(() => simulator.close());

const get = async (path: string, by = token) => {
  const reply = await ask(simulator, { path, token: by });
  return { status: reply.status, headers: reply.headers, body: bodyOf(reply) };
};

describe('strictness', () => {
  test.each([
    ['a missing api-version', '/subscriptions', 400, 'MissingApiVersionParameter'],
    [
      'an api-version of another API',
      '/subscriptions?api-version=2022-04-01',
      400,
      'InvalidApiVersionParameter',
    ],
    [
      'an unknown resource type',
      '/providers/Microsoft.None/things?api-version=2022-04-01',
      404,
      'InvalidResourceType',
    ],
  ])('refuses %s', async (_what, path, status, code) => {
    const answer = await get(path);
    expect([answer.status, field(answer.body, 'error.code')]).toEqual([status, code]);
  });

  test('refuses a method that the resource does not have', async () => {
    const reply = await ask(simulator, { method: 'DELETE', path: SUBSCRIPTIONS_PATH, token });
    expect([reply.status, reply.headers.allow]).toEqual([405, 'GET']);
  });

  test('collapses double slashes and compares without regard to case', async () => {
    const { subscriptionId } = subscriptionAt(simulator, 'linked');
    const odd = rolesPath(subscriptionId.toUpperCase()).replace('roleAssignments', 'ROLEassignments');
    expect((await get(`${simulator.url}/${odd}`)).status).toBe(200);
  });

  test('an unknown subscription is not found', async () => {
    const answer = await get(rolesPath('00000000-0000-4000-8000-000000000000'));
    expect([answer.status, field(answer.body, 'error.code')]).toEqual([404, 'SubscriptionNotFound']);
  });
});

test('subscriptions say their home tenant, who manages them, and a count instead of a link', async () => {
  const { body } = await get(SUBSCRIPTIONS_PATH);
  const { subscriptionId, tenantId } = subscriptionAt(simulator, 'linked');
  const found = list(body).find((item) => field(item, 'subscriptionId') === subscriptionId);
  expect(found).toMatchObject({
    id: `/subscriptions/${subscriptionId}`,
    tenantId,
    managedByTenants: [{ tenantId: simulator.world.managingTenant.tenantId }],
    subscriptionPolicies: { quotaId: 'CSP_2015-05-01' },
  });
  expect(field(body, 'count')).toEqual({ type: 'Total', value: list(body).length });
  expect(body).not.toHaveProperty('nextLink');
});

describe('delegations', () => {
  test('carry their definition only when it is asked for', async () => {
    const { subscriptionId } = subscriptionAt(simulator, 'justInTimeOnly');
    const plain = (await get(delegationsPath(subscriptionId, false))).body;
    expect(field(plain, 'value.0.properties')).not.toHaveProperty('registrationDefinition');
    const expanded = (await get(delegationsPath(subscriptionId))).body;
    const definition = field(expanded, 'value.0.properties.registrationDefinition.properties');
    expect(definition).toMatchObject({
      managedByTenantName: 'Halvorsen Cloud Partners',
      manageeTenantName: 'Fjellheim Energi AS',
      eligibleAuthorizations: [
        { roleDefinitionId: ROLE.contributor, justInTimeAccessPolicy: { maximumActivationDuration: 'PT8H' } },
      ],
    });
  });

  test('of a resource group stand in the list of the subscription', async () => {
    const { subscriptionId } = subscriptionAt(simulator, 'resourceGroupOnly');
    const byCustomer = await customerToken(simulator, 'resourceGroupOnly');
    const { body } = await get(delegationsPath(subscriptionId), byCustomer);
    expect(field(body, 'value.0.id')).toContain('/resourceGroups/rg-web/providers/');
  });

  test('of a Marketplace offer have a plan, others have none', async () => {
    const planOf = async (place: 'marketplace' | 'linked') => {
      const { body } = await get(delegationsPath(subscriptionAt(simulator, place).subscriptionId));
      return field(body, 'value.0.properties.registrationDefinition.plan.publisher');
    };
    expect(await planOf('marketplace')).toBe('halvorsencloudpartners');
    expect(await planOf('linked')).toBeUndefined();
  });

  test('echo some definition ids without slash and in lower case', async () => {
    const visible = list((await get(SUBSCRIPTIONS_PATH)).body).map((item) =>
      String(field(item, 'subscriptionId')),
    );
    const forms = new Set<string>();
    for (const id of visible) {
      const { body } = await get(delegationsPath(id));
      const echoed = String(field(body, 'value.0.properties.registrationDefinitionId'));
      const canonical = String(field(body, 'value.0.properties.registrationDefinition.id'));
      expect(`/${echoed}`.replace('//', '/').toLowerCase()).toBe(canonical.toLowerCase());
      forms.add(echoed === canonical ? 'canonical' : 'odd');
    }
    expect(forms).toEqual(new Set(['canonical', 'odd']));
  });
});

test('role definitions come all in one answer, under the id of the subscription', async () => {
  const { subscriptionId } = subscriptionAt(simulator, 'linked');
  const base = `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions`;
  const { body } = await get(`${base}?api-version=2022-04-01`);
  expect(list(body)).toHaveLength(928);
  expect(body).not.toHaveProperty('nextLink');
  const filtered = await get(`${base}?api-version=2022-04-01&$filter=roleName%20eq%20'reader'`);
  expect(field(filtered.body, 'value.0.id')).toBe(`${base}/${ROLE.reader}`);
  expect(list(filtered.body)).toHaveLength(1);
});

test('administering on behalf shows as a foreign group that is our agents group', async () => {
  const { subscriptionId } = subscriptionAt(simulator, 'aobo');
  const { body } = await get(rolesPath(subscriptionId), await customerToken(simulator, 'aobo'));
  const foreign = list(body).filter((item) => field(item, 'properties.principalType') === 'ForeignGroup');
  const agents = [...simulator.world.managingTenant.objects.values()].find(
    ({ displayName }) => displayName === 'AdminAgents',
  );
  expect(foreign.map((item) => field(item, 'properties.principalId'))).toEqual([agents?.id]);
});

describe('partner links', () => {
  test('are one object of the identity that asks, or not found', async () => {
    const linked = await get(PARTNERS_PATH, await managingToken(simulator, 'sp-linked'));
    expect(field(linked.body, 'properties.partnerId')).toBe(PARTNER_IDS[0]);
    expect(field(linked.body, 'etag')).toBe(field(linked.body, 'properties.version'));
    const none = await get(PARTNERS_PATH);
    expect([none.status, field(none.body, 'error.code')]).toEqual([404, 'NotFound']);
  });

  test('can be set, changed and removed, and keep their version counting', async () => {
    const by = await managingToken(simulator, 'sp-unlinked');
    const send = (method: string, partnerId: string) =>
      ask(simulator, {
        method,
        path: PARTNERS_PATH.replace('partners?', `partners/${partnerId}?`),
        token: by,
      });
    expect((await send('PATCH', '1')).status).toBe(404);
    expect((await send('PUT', 'x')).status).toBe(400);
    expect((await send('PUT', '5550001')).status).toBe(200);
    expect((await send('PUT', '5550001')).status).toBe(409);
    expect(field(bodyOf(await send('PATCH', '5550002')), 'properties.version')).toBe(2);
    expect(field((await get(PARTNERS_PATH, by)).body, 'properties.partnerId')).toBe('5550002');
    expect((await send('DELETE', '5550002')).status).toBe(200);
    expect((await get(PARTNERS_PATH, by)).status).toBe(404);
  });
});
