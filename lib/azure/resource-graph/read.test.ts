import { describe, expect, it } from 'vitest';
import { parsePrincipalId } from '#lib/core/ids.ts';
import { useFakeAzure } from '../testing/azure-suite.ts';
import type { Reply } from '../testing/fake-azure.ts';
import {
  CUSTOMER_TENANT,
  GROUP,
  MANAGING_TENANT,
  openTestRoom,
  requireId,
  SUBSCRIPTION,
} from '../testing/test-room.ts';
import type { GraphPage } from './ask.ts';
import {
  readBulkAssignments,
  readBulkDefinitions,
  readBulkResourceGroups,
  readBulkRoleAssignments,
  readBulkSubscriptions,
} from './read.ts';

const azure = useFakeAzure();
const PATH = '/providers/Microsoft.ResourceGraph/resources';
const ALL = { subscriptions: null, resume: null };
const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
const LATER = 'aaaaaaaa-1111-4000-8000-00000000000d';

const answer = (data: unknown[], more: Record<string, unknown> = {}): Reply => ({
  json: {
    totalRecords: data.length,
    count: data.length,
    data,
    facets: [],
    resultTruncated: 'false',
    ...more,
  },
});

const row = (name: string) => ({
  id: `/subscriptions/${SUBSCRIPTION}`,
  name,
  tenantId: CUSTOMER_TENANT.toUpperCase(),
  subscriptionId: SUBSCRIPTION.toUpperCase(),
  properties: { state: 'Enabled', subscriptionPolicies: { quotaId: 'CSP_2015-05-01' } },
});

const caller = () => openTestRoom(azure().url).caller;

async function gather<Row>(pages: AsyncIterable<GraphPage<Row>>): Promise<GraphPage<Row>[]> {
  const gathered: GraphPage<Row>[] = [];
  for await (const page of pages) gathered.push(page);
  return gathered;
}

async function rowsOf<Row>(pages: AsyncIterable<GraphPage<Row>>, ...replies: Reply[]): Promise<Row[]> {
  azure().on('POST', PATH, ...replies);
  return (await gather(pages)).flatMap(({ rows }) => rows);
}

const bodies = () =>
  azure()
    .calls()
    .map(({ body }) => JSON.parse(body) as { query: string; options: object; subscriptions?: string[] });

describe('asking Resource Graph', () => {
  it('asks for a thousand rows of all that the token sees, with the held api-version', async () => {
    await rowsOf(readBulkSubscriptions(caller(), ALL), answer([]));
    expect(azure().calls()[0]?.url).toBe(`${PATH}?api-version=2024-04-01`);
    expect(bodies()[0]).toEqual({
      query: expect.stringContaining("where type =~ 'microsoft.resources/subscriptions'"),
      options: { $top: 1000, resultFormat: 'objectArray' },
    });
  });

  it('names the subscriptions of a group', async () => {
    await rowsOf(readBulkSubscriptions(caller(), { ...ALL, subscriptions: [SUBSCRIPTION] }), answer([]));
    expect(bodies()[0]?.subscriptions).toEqual([SUBSCRIPTION]);
  });

  it('goes on while there is a token, although the answer says that it is not truncated', async () => {
    azure().on(
      'POST',
      PATH,
      answer([row('One')], { $skipToken: 'two' }),
      answer([row('Two')], { $skipToken: '' }),
    );
    const pages = await gather(readBulkSubscriptions(caller(), ALL));
    expect(pages.map(({ rows, next }) => [rows[0]?.displayName, next])).toEqual([
      ['One', 'two'],
      ['Two', null],
    ]);
    expect(bodies().map(({ options }) => options)).toMatchObject([{}, { $skipToken: 'two' }]);
    expect(bodies()[1]?.query).toBe(bodies()[0]?.query);
  });

  it('goes on from the token of the last page that was kept', async () => {
    await rowsOf(readBulkSubscriptions(caller(), { ...ALL, resume: 'seven' }), answer([]));
    expect(bodies()[0]?.options).toMatchObject({ $skipToken: 'seven' });
  });

  it('does not take a truncated answer without a token for the whole', async () => {
    azure().on('POST', PATH, answer([row('One')], { resultTruncated: 'true' }));
    await expect(gather(readBulkSubscriptions(caller(), ALL))).rejects.toMatchObject({
      kind: 'malformed',
      source: 'resource-graph',
      message: expect.stringContaining('rows are lost'),
    });
  });

  it('ends when a token leads back to a page already read', async () => {
    azure().on('POST', PATH, answer([row('One')], { $skipToken: 'again' }));
    await expect(gather(readBulkSubscriptions(caller(), ALL))).rejects.toMatchObject({
      kind: 'malformed',
      message: expect.stringContaining('already read'),
    });
    expect(azure().calls()).toHaveLength(2);
  });

  it('does not take the first 10,000 subscriptions for all of them', async () => {
    azure().on('POST', PATH, {
      ...answer([row('One')]),
      headers: { 'x-ms-tenant-subscription-limit-hit': 'true' },
    });
    await expect(gather(readBulkSubscriptions(caller(), ALL))).rejects.toMatchObject({
      kind: 'too-many-subscriptions',
      message: expect.stringContaining('groups'),
    });
  });

  it('waits until the quota is reset', async () => {
    const { caller, slept } = openTestRoom(azure().url);
    const throttled: Reply = {
      status: 429,
      headers: { 'x-ms-user-quota-remaining': '0', 'x-ms-user-quota-resets-after': '00:00:04' },
      json: { error: { code: 'RateLimiting', message: 'Please slow down' } },
    };
    expect(await rowsOf(readBulkSubscriptions(caller, ALL), throttled, answer([row('One')]))).toHaveLength(1);
    expect(slept).toEqual([4_000]);
  });

  it('does not wait for the reset of a good answer', async () => {
    const { caller, slept } = openTestRoom(azure().url);
    const good = answer([row('One')]);
    await rowsOf(readBulkSubscriptions(caller, ALL), {
      ...good,
      headers: { 'x-ms-user-quota-remaining': '14', 'x-ms-user-quota-resets-after': '00:00:05' },
    });
    expect(slept).toEqual([]);
  });

  it('names a refused query by its code', async () => {
    const error = { code: 'BadRequest', message: 'Please provide', details: [{ code: 'InvalidQuery' }] };
    azure().on('POST', PATH, { status: 400, json: { error } });
    await expect(gather(readBulkSubscriptions(caller(), ALL))).rejects.toMatchObject({
      kind: 'rejected',
      code: 'BadRequest',
    });
  });

  it('names the field that a row cannot be without', async () => {
    azure().on('POST', PATH, answer([row('One'), { ...row('Two'), tenantId: null }]));
    await expect(gather(readBulkSubscriptions(caller(), ALL))).rejects.toMatchObject({
      kind: 'malformed',
      message: expect.stringContaining('data[1].tenantId'),
    });
  });
});

describe('bulk subscriptions', () => {
  it('keep the home tenant of each row', async () => {
    expect(await rowsOf(readBulkSubscriptions(caller(), ALL), answer([row('One')]))).toEqual([
      {
        subscriptionId: SUBSCRIPTION,
        tenantId: CUSTOMER_TENANT,
        displayName: 'One',
        state: 'Enabled',
        offer: 'CSP_2015-05-01',
      },
    ]);
  });
});

describe('bulk resource groups', () => {
  const group = (managedBy: unknown) => ({
    id: `/subscriptions/${SUBSCRIPTION}/resourceGroups/Web-RG`,
    name: 'Web-RG',
    subscriptionId: SUBSCRIPTION,
    managedBy,
  });

  it('say who owns a group, in the form that ids compare by', async () => {
    const owner = `/subscriptions/${SUBSCRIPTION}/resourceGroups/A/providers/Microsoft.Databricks/workspaces/W`;
    const question = { ...ALL, which: 'all' } as const;
    const rows = [group(owner), group(''), group(null)];
    expect(await rowsOf(readBulkResourceGroups(caller(), question), answer(rows))).toEqual([
      { subscriptionId: SUBSCRIPTION, name: 'web-rg', managedBy: owner.toLowerCase() },
      { subscriptionId: SUBSCRIPTION, name: 'web-rg', managedBy: null },
      { subscriptionId: SUBSCRIPTION, name: 'web-rg', managedBy: null },
    ]);
    expect(bodies()[0]?.query).not.toContain('isnotempty');
  });

  it('are asked for where they are owned, unless all are wanted', async () => {
    await rowsOf(readBulkResourceGroups(caller(), { ...ALL, which: 'managed' }), answer([]));
    expect(bodies()[0]?.query).toContain('where isnotempty(managedBy)');
  });
});

describe('bulk delegations', () => {
  const provider = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.ManagedServices`;
  const definitionRow = {
    id: `${provider}/registrationDefinitions/${LATER}`,
    type: 'microsoft.managedservices/registrationdefinitions',
    tenantId: CUSTOMER_TENANT,
    subscriptionId: SUBSCRIPTION,
    plan: null,
    properties: {
      managedByTenantId: MANAGING_TENANT,
      authorizations: [{ principalId: GROUP, roleDefinitionId: READER }],
    },
  };
  const assignmentRow = (scope: string, registrationDefinitionId: string) => ({
    id: `${scope}/providers/Microsoft.ManagedServices/registrationAssignments/${LATER}`,
    tenantId: CUSTOMER_TENANT,
    subscriptionId: SUBSCRIPTION,
    properties: { registrationDefinitionId, provisioningState: 'Succeeded' },
  });

  it('come as definitions and assignments that join whatever their case and slashes', async () => {
    const [definition] = await rowsOf(readBulkDefinitions(caller(), ALL), answer([definitionRow]));
    expect(definition).toMatchObject({
      tenantId: CUSTOMER_TENANT,
      definition: {
        managedByTenantId: MANAGING_TENANT,
        plan: null,
        authorizations: [{ principalId: GROUP }],
      },
    });
    const rows = [
      assignmentRow(`/SUBSCRIPTIONS/${SUBSCRIPTION}`, definitionRow.id.slice(1).toUpperCase()),
      assignmentRow(`/subscriptions/${SUBSCRIPTION}/resourceGroups/Web-RG`, definitionRow.id),
    ];
    const assignments = await rowsOf(readBulkAssignments(caller(), ALL), answer(rows));
    expect(assignments.map(({ definitionId }) => definitionId)).toEqual([
      definition?.definitionId,
      definition?.definitionId,
    ]);
    expect(assignments).toMatchObject([
      { resourceGroup: null, definition: null, tenantId: CUSTOMER_TENANT, createdAt: null },
      { resourceGroup: 'web-rg' },
    ]);
  });

  it('keep the time of creation where a row tells it', async () => {
    const rows = [
      { ...assignmentRow('', definitionRow.id), systemData: { createdAt: '2026-03-01T08:09:10Z' } },
    ];
    const [assignment] = await rowsOf(readBulkAssignments(caller(), ALL), answer(rows));
    expect(assignment?.createdAt).toBe('2026-03-01T08:09:10.000Z');
  });
});

describe('bulk role assignments', () => {
  const scope = `/subscriptions/${SUBSCRIPTION}`;
  const assignmentRow = (subscriptionId: unknown) => ({
    id: `${scope}/providers/microsoft.authorization/roleassignments/a1`,
    tenantId: CUSTOMER_TENANT,
    subscriptionId,
    properties: {
      scope,
      roleDefinitionId: `/providers/Microsoft.Authorization/RoleDefinitions/${READER}`,
      principalId: GROUP,
      principalType: 'ForeignGroup',
      createdOn: '2026-01-02T03:04:05.67Z',
    },
  });

  it('are read as the list of the subscription would show them, with the tenant of the row', async () => {
    const question = { ...ALL, principals: [] };
    expect(
      await rowsOf(readBulkRoleAssignments(caller(), question), answer([assignmentRow(SUBSCRIPTION)])),
    ).toEqual([
      {
        id: `${scope}/providers/microsoft.authorization/roleassignments/a1`,
        tenantId: CUSTOMER_TENANT,
        subscriptionId: SUBSCRIPTION,
        scope,
        scopeLevel: 'subscription',
        principalId: GROUP,
        principalType: 'foreign-group',
        roleDefinitionId: READER,
        createdAt: '2026-01-02T03:04:05.670Z',
      },
    ]);
  });

  it('leave out what lies above subscriptions: no row says which of them it reaches', async () => {
    const rows = [
      assignmentRow(''),
      assignmentRow(null),
      assignmentRow(undefined),
      assignmentRow(SUBSCRIPTION),
    ];
    const question = { ...ALL, principals: [] };
    expect(await rowsOf(readBulkRoleAssignments(caller(), question), answer(rows))).toHaveLength(1);
  });

  it('are asked for where they can matter: foreign groups, roles that may earn, our own principals', async () => {
    const ours = requireId(parsePrincipalId, 'dddddddd-0000-4000-8000-000000000001');
    await rowsOf(readBulkRoleAssignments(caller(), { ...ALL, principals: [ours] }), answer([]));
    const query = bodies()[0]?.query ?? '';
    expect(query).toContain("tostring(properties.principalType) =~ 'ForeignGroup'");
    expect(query).toContain(`or tostring(properties.principalId) in~ ('${ours}')`);
    const [, unwanted = ''] = /roleId !in~ \(([^)]*)\)/.exec(query) ?? [];
    expect(unwanted.split(', ')).toHaveLength(24);
    expect(unwanted).toContain(`'${READER}'`);
  });
});
