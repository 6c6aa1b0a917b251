import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readPartnerLink } from '#lib/azure/partner-link/read.ts';
import { askResourceGraph, type GraphPage } from '#lib/azure/resource-graph/ask.ts';
import { readRoleDefinitions } from '#lib/azure/role-definitions/read.ts';
import { readSubscriptions, readTenants } from '#lib/azure/subscriptions/read.ts';
import { useFakeAzure } from '#lib/azure/testing/azure-suite.ts';
import { collect, openTestRoom, requireId, type TestRoom } from '#lib/azure/testing/test-room.ts';
import { parseSubscriptionId } from '#lib/core/ids.ts';
import { roleEarns } from '#lib/core/roles.ts';
import { answered, readRecording } from './recordings.ts';

const azure = useFakeAzure();
const open = (): TestRoom => openTestRoom(azure().url);

const MASKED = requireId(parseSubscriptionId, '00000000-0000-0000-0000-000000000000');

describe('subscriptions', () => {
  it('keeps the home tenant of the recorded subscription', async () => {
    const [list] = answered(
      readRecording('subscriptions/list-with-managedByTenants-and-tenants.json'),
      'GET',
      /subscriptions$/,
    );
    azure().on('GET', '/subscriptions', { json: list?.response.body });
    expect(await collect(readSubscriptions(open().caller))).toEqual([
      {
        subscriptionId: '0b1f6471-1bf0-4dda-aec3-cb9272f09590',
        tenantId: '54826b22-38d6-4fb2-bad9-b7b93a3e9c5a',
        displayName: 'AzureSDKTest',
        state: 'Enabled',
        offer: 'Internal_2014-09-01',
      },
    ]);
  });
});

describe('tenants', () => {
  it('keeps the domain that a recorded tenant was made with', async () => {
    const [list] = answered(
      readRecording('subscriptions/list-with-managedByTenants-and-tenants.json'),
      'GET',
      /tenants$/,
    );
    azure().on('GET', '/tenants', { json: list?.response.body });
    expect(await collect(readTenants(open().caller))).toMatchObject([
      { displayName: 'Microsoft', domain: 'microsoft.onmicrosoft.com', category: 'home' },
      { displayName: 'AzureSDKTeam', domain: 'AzureSDKTeam.onmicrosoft.com', category: 'home' },
    ]);
  });
});

describe('Resource Graph', () => {
  const PATH = '/providers/Microsoft.ResourceGraph/resources';
  const row = z.object({ id: z.string() });
  async function replay(name: string, more: Record<string, unknown> = {}) {
    const [recorded] = readRecording(name);
    const { status, headers, body } = recorded?.response ?? { status: 0, headers: {}, body: null };
    const json = status === 200 ? { ...Object(body), ...more } : body;
    azure().on('POST', PATH, { status, headers, json }, { json: { data: [], resultTruncated: 'false' } });
    const pages: GraphPage<{ id: string }>[] = [];
    const { caller, slept } = open();
    const question = { query: 'Resources', row, subscriptions: null, resume: null };
    for await (const page of askResourceGraph(caller, question)) pages.push(page);
    return { pages, slept };
  }

  it.each(['resourcegraph/query.json', 'resourcegraph/management_groups_query.json'])(
    'reads the rows of %s and goes on only by a token, whatever resultTruncated says',
    async (name) => {
      const whole = await replay(name);
      expect(whole.pages).toEqual([
        { rows: [{ id: expect.any(String) }, { id: expect.any(String) }], next: null },
      ]);
      expect(whole.slept).toEqual([]);
      azure().forget();
      const first = await replay(name, { $skipToken: 'ew0K' });
      expect(first.pages.map(({ next }) => next)).toEqual(['ew0K', null]);
    },
  );

  it('says what a refused query is refused for', async () => {
    await expect(replay('resourcegraph/query_error.json')).rejects.toMatchObject({
      kind: 'rejected',
      status: 400,
      code: 'BadRequest',
    });
  });
});

describe('partner links', () => {
  const PARTNERS = '/providers/Microsoft.ManagementPartner/partners';
  const partner = z.object({ properties: z.object({ partnerId: z.string(), objectId: z.string() }) });

  it.each([
    'managementpartner/cliext-create.json',
    'managementpartner/cliext-delete.json',
    'managementpartner/cliext-show.json',
    'managementpartner/cliext-update.json',
    'managementpartner/powershell-remove.json',
    'managementpartner/python-create.json',
    'managementpartner/python-get.json',
    'managementpartner/python-update.json',
  ])('reads every link in %s, whatever call answered with it', async (name) => {
    const bodies = readRecording(name)
      .map(({ response }) => response.body)
      .filter((body) => body !== null);
    expect(bodies.length).toBeGreaterThan(0);
    for (const body of bodies) {
      azure().on('GET', PARTNERS, { json: body });
      const { properties } = partner.parse(body);
      expect(await readPartnerLink(open().caller, { displayName: null, how: 'own-token' })).toMatchObject({
        principalId: properties.objectId,
        link: {
          state: 'linked',
          partnerId: properties.partnerId,
          since: expect.stringMatching(/^2018-.+Z$/),
        },
      });
    }
  });

  it('reads the name where Azure gave one', async () => {
    const [linked] = readRecording('managementpartner/powershell-remove.json');
    azure().on('GET', PARTNERS, { json: linked?.response.body });
    const { link } = await readPartnerLink(open().caller, { displayName: null, how: 'own-token' });
    expect(link).toEqual({
      state: 'linked',
      partnerId: '5127255',
      partnerName: 'Test_Test_DhirajTesting',
      since: '2018-07-30T21:12:18.350Z',
    });
  });
});

describe('role definitions', () => {
  const PATH = `/subscriptions/${MASKED}/providers/Microsoft.Authorization/roleDefinitions`;
  const readFrom = (name: string) => {
    azure().on('GET', PATH, { json: readRecording(name)[0]?.response.body });
    return collect(readRoleDefinitions(open().caller, MASKED));
  };

  it('reads all 452 of one answer and knows most of the earning roles among them', async () => {
    const roles = await readFrom('authorization/roledefinitions-full-list.json');
    expect(roles).toHaveLength(452);
    expect(new Set(roles.map(({ roleDefinitionId }) => roleDefinitionId)).size).toBe(452);
    expect(roles.filter(({ kind }) => kind === 'other')).toEqual([]);
    expect(roles.some(({ kind }) => kind === 'custom')).toBe(true);
    const listed = roles.filter(({ roleDefinitionId }) => roleEarns(roleDefinitionId) !== 'unlisted');
    expect(listed.length).toBeGreaterThan(115);
  });

  it('finds Reader in the filtered answer', async () => {
    expect(await readFrom('authorization/roledefinitions-filter-roleName.json')).toEqual([
      { roleDefinitionId: 'acdd72a7-3385-48ef-bd42-f606fba81ae7', name: 'Reader', kind: 'built-in' },
    ]);
  });
});
