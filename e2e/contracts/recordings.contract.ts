import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ManagedServicesClient } from '#lib/azure/arm-managedservices/client.ts';
import { readBillingAccounts } from '#lib/azure/billing/read.ts';
import { converse, pipelineCredential } from '#lib/azure/conversation.ts';
import { parseAmount, parseCurrency, parseUsageDate } from '#lib/azure/costs/cells.ts';
import { readCostPages, type CostQuery } from '#lib/azure/costs/query.ts';
import { readCostDimensions } from '#lib/azure/costs/read.ts';
import type { CostTable } from '#lib/azure/costs/wire.ts';
import { readGroupMembers } from '#lib/azure/graph/read.ts';
import { readDelegations } from '#lib/azure/lighthouse/read.ts';
import { readPartnerLink } from '#lib/azure/partner-link/read.ts';
import { readRoleDefinitions } from '#lib/azure/role-definitions/read.ts';
import { readSubscriptions } from '#lib/azure/subscriptions/read.ts';
import { useFakeAzure } from '#lib/azure/testing/azure-suite.ts';
import { collect, openTestRoom, requireId, type TestRoom } from '#lib/azure/testing/test-room.ts';
import { parsePrincipalId, parseSubscriptionId } from '#lib/core/ids.ts';
import { roleEarns } from '#lib/core/roles.ts';
import { listRecordings, pathOf, readExample, readRecording, type Interaction } from './recordings.ts';

const azure = useFakeAzure();
const open = (): TestRoom => openTestRoom(azure().url);

const MASKED = requireId(parseSubscriptionId, '00000000-0000-0000-0000-000000000000');

/** Recordings that no reader reads, and why. A new recording must join a test or this list. */
const UNREAD: Record<string, string> = {
  'billing/permissions.json': 'billing permissions are opaque GUIDs; a refusal tells the same',
  'consumption/legacy-usagedetails-nextlink.json': 'legacy accounts carry no partner fields',
  'costmanagement/exports-crud-2020-06-01.json': 'exports are not read yet',
  'costmanagement/exports-update-timeperiod.json': 'exports are not read yet',
  'entra/msal-common-known-metadata.json': 'known to the identity library itself',
  'graph/serviceprincipal.json': 'service principals are read by object id, not by application id',
  'graph/transitiveMemberOf.json': 'memberships are read from the group, not from the member',
  'managementpartner/python-delete.json': 'an empty answer to a call that is not ours',
  'resourcegraph/management_groups_query.json': 'Resource Graph is not read yet',
  'resourcegraph/query.json': 'Resource Graph is not read yet',
  'resourcegraph/query_error.json': 'Resource Graph is not read yet',
  'spec-examples/generateCostDetailsReport-customer.json': 'cost details reports are not read yet',
  'spec-examples/marketplaceRegistrationDefinitions-list.json': 'offers are read through their delegations',
  'spec-examples/usagedetails-mca-billingaccount-partner-fields.json': 'usage details are not read yet',
  'spec-examples/usagedetails-mca-customer-partner-fields.json': 'usage details are not read yet',
};

const opened = new Set<string>();
const record = (name: string): Interaction[] => (opened.add(name), readRecording(name));
const exampleOf = (name: string) => (opened.add(name), readExample(name));

const answered = (interactions: Interaction[], method: string, path: RegExp): Interaction[] =>
  interactions.filter(
    ({ request, response }) =>
      request.method === method && response.status === 200 && path.test(pathOf(request.url)),
  );

describe('subscriptions', () => {
  it('keeps the home tenant of the recorded subscription', async () => {
    const [list] = answered(
      record('subscriptions/list-with-managedByTenants-and-tenants.json'),
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

describe('delegations', () => {
  const ASSIGNMENTS = `/subscriptions/${MASKED}/providers/Microsoft.ManagedServices/registrationAssignments`;
  const openClient = () =>
    converse(
      open().caller,
      { source: 'managed-services', audience: 'resource-manager' },
      (options) => new ManagedServicesClient(pipelineCredential, options),
    ).client;
  const readList = (body: unknown) => {
    azure().on('GET', ASSIGNMENTS, { json: body });
    return collect(readDelegations(open().caller, MASKED));
  };

  it.each([
    'managedservices/cli-registration-crud-2019-06-01.json',
    'managedservices/powershell-expand-and-lro-2019-06-01.json',
    'managedservices/python-registration-crud-2018-06-01-preview.json',
  ])('reads every list and every single assignment of %s', async (name) => {
    const interactions = record(name);
    for (const { response } of answered(interactions, 'GET', /registrationAssignments$/i)) {
      expect(await readList(response.body)).toEqual([]);
    }
    const singles = answered(interactions, 'GET', /registrationAssignments\/[^/]+$/i);
    expect(singles.length).toBeGreaterThan(0);
    for (const { response } of singles) {
      const [delegation] = await readList({ value: [response.body] });
      expect(delegation).toMatchObject({ resourceGroup: null, provisioningState: 'Succeeded' });
      expect(delegation?.definitionId).toMatch(
        /^\/subscriptions\/.+\/registrationdefinitions\/[0-9a-f-]{36}$/,
      );
    }
  });

  it('reads the recorded expansion with both tenants', async () => {
    const [expanded] = answered(
      record('managedservices/powershell-expand-and-lro-2019-06-01.json'),
      'GET',
      /registrationAssignments\/8af8768c/,
    );
    azure().on('GET', `${ASSIGNMENTS}/8af8768c`, { json: expanded?.response.body });
    const single = await openClient().registrationAssignments.get(`subscriptions/${MASKED}`, '8af8768c');
    const [delegation] = await readList({ value: [single] });
    expect(delegation?.definition).toMatchObject({
      name: 'Resource display name',
      managedByTenantId: 'bab3375b-6197-4a15-a44b-16c41faa91d7',
      managedByTenantName: 'Default Directory',
      manageeTenantId: '72f9acbf-86f1-41af-91ab-2d7ef011db47',
      manageeTenantName: 'Microsoft',
      plan: null,
      authorizations: [{ principalId: 'd6f6c88a-5b7a-455e-ba40-ce146d4d3671' }],
      justInTime: [],
    });
  });

  it('keeps the just-in-time role and the Marketplace plan of the example apart', async () => {
    const [delegation] = await readList(
      exampleOf('spec-examples/registrationAssignments-list-plan-eligible.json').body,
    );
    expect(delegation?.definition).toMatchObject({
      plan: { name: 'addesai-plan', publisher: 'marketplace-test', product: 'test', version: '1.0.0' },
      authorizations: [
        { principalDisplayName: 'Support User' },
        { principalDisplayName: 'User Access Administrator' },
      ],
      justInTime: [{ roleDefinitionId: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635', principalDisplayName: null }],
    });
  });

  it('lists recorded and example definitions through our client', async () => {
    const lists = [
      ...answered(
        record('managedservices/cli-registration-crud-2019-06-01.json'),
        'GET',
        /registrationDefinitions$/,
      ).map(({ response }) => response.body),
      exampleOf('spec-examples/registrationDefinitions-list.json').body,
    ];
    expect(lists).toHaveLength(2);
    for (const body of lists) {
      azure().on('GET', ASSIGNMENTS.replace('Assignments', 'Definitions'), { json: body });
      const pages = openClient().registrationDefinitions.list(`subscriptions/${MASKED}`).byPage();
      const { value: page } = await pages.next();
      expect(page?.value?.[0]?.properties).toMatchObject({
        registrationDefinitionName: expect.any(String),
        provisioningState: 'Succeeded',
      });
    }
  });
});

describe('partner links', () => {
  const PARTNERS = '/providers/Microsoft.ManagementPartner/partners';
  const partner = z.object({ properties: z.object({ partnerId: z.string(), objectId: z.string() }) });

  const names = listRecordings().filter((name) => name.startsWith('managementpartner/') && !(name in UNREAD));
  it.each(names)('reads every link in %s, whatever call answered with it', async (name) => {
    const bodies = record(name)
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
    const [linked] = record('managementpartner/powershell-remove.json');
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

describe('billing', () => {
  it('knows a partner account, however much the list was expanded', async () => {
    const lists = answered(record('billing/mpa-billing-accounts.json'), 'GET', /billingAccounts$/);
    expect(lists).toHaveLength(3);
    for (const { response } of lists) {
      azure().on('GET', '/providers/Microsoft.Billing/billingAccounts', { json: response.body });
      expect(await collect(readBillingAccounts(open().caller))).toEqual([
        {
          name: 'aff095f4-f26b-5334-db79-29704a77c0e5:8d5301c9-db55-4eb6-8611-9db0417d6cb2_2019-05-31',
          displayName: 'PLAMUATT2NetNew',
          agreementType: 'MicrosoftPartnerAgreement',
          accountType: 'Partner',
        },
      ]);
    }
  });
});

describe('role definitions', () => {
  const PATH = `/subscriptions/${MASKED}/providers/Microsoft.Authorization/roleDefinitions`;
  const readFrom = (name: string) => {
    azure().on('GET', PATH, { json: record(name)[0]?.response.body });
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

describe('group members', () => {
  it('reads groups within groups, and an empty group', async () => {
    const lists = answered(record('graph/groups-members.json'), 'GET', /\/groups\/[^/]+\/members$/);
    const names: (string | null)[] = [];
    for (const { request, response } of lists) {
      const groupId = requireId(parsePrincipalId, pathOf(request.url).split('/')[3] ?? '');
      azure().on('GET', `/v1.0/groups/${groupId}/transitiveMembers`, { json: response.body });
      const members = await collect(readGroupMembers(open().caller, groupId));
      expect(members.every(({ member }) => member.type === 'group')).toBe(true);
      names.push(...members.map(({ member }) => member.displayName));
    }
    expect(lists).toHaveLength(3);
    expect(names).toEqual(['testchildgroup000002', 'testleafgroup000003']);
  });
});

describe('costs', () => {
  const queryOf = (path: string): CostQuery => ({
    scope: path.slice(1).replace(/\/providers\/Microsoft\.CostManagement\/query$/i, ''),
    definition: { type: 'ActualCost', timeframe: 'MonthToDate', dataset: {} },
    resume: null,
  });
  async function replay(path: string, ...bodies: unknown[]): Promise<CostTable[]> {
    azure().on('POST', path, ...bodies.map((body) => ({ json: body })));
    const pages: CostTable[] = [];
    for await (const page of readCostPages(open().caller, queryOf(path))) pages.push(page);
    return pages;
  }
  const PARSERS = { usagedate: parseUsageDate, currency: parseCurrency, pretaxcost: parseAmount } as const;
  const isKnown = (name: string): name is keyof typeof PARSERS => name in PARSERS;

  it.each([
    ['costmanagement/query-usage-mtd-daily.json', 1],
    ['costmanagement/query-types-and-timeframes.json', 15],
    ['costmanagement/query-aggregation.json', 1],
    ['costmanagement/query-aggregation-custom-timeframe.json', 1],
    ['costmanagement/c7n-test_cost_resource.json', 1],
    ['costmanagement/c7n-test_cost_resource_group.json', 1],
  ])('understands every date, amount and currency of %s', async (name, count) => {
    const interactions = record(name);
    expect(interactions).toHaveLength(count);
    for (const { request, response } of interactions) {
      const [table, ...others] = await replay(pathOf(request.url), response.body);
      expect(others).toEqual([]);
      expect(table?.properties.rows.length).toBeGreaterThan(0);
      for (const row of table?.properties.rows ?? []) {
        table?.properties.columns.forEach((column, at) => {
          const key = column.name.toLowerCase();
          const cell = row[at] ?? null;
          if (isKnown(key)) expect(PARSERS[key](cell), `${column.name} ${String(cell)}`).not.toBeNull();
        });
      }
    }
  });

  it('keeps the recorded amounts to the last digit', async () => {
    const [call] = record('costmanagement/query-aggregation.json');
    const [table] = await replay(pathOf(call?.request.url ?? ''), call?.response.body);
    expect(table?.properties.columns.map(({ name }) => name)).toEqual([
      'PreTaxCost',
      'UsageDate',
      'Currency',
    ]);
    expect(table?.properties.rows[0]).toEqual(['416.613981', '20200401', 'USD']);
  });

  it.each([
    'spec-examples/query-mca-billingaccount-grouping-nextLink.json',
    'spec-examples/query-mca-customer-grouping-nextLink.json',
  ])('follows the nextLink of %s on its own host, and not to another', async (name) => {
    const { parameters, body } = exampleOf(name);
    const path = `/${z.string().parse(parameters['scope'])}/providers/Microsoft.CostManagement/query`;
    const text = JSON.stringify(body);
    const here: unknown = JSON.parse(text.replace('https://management.azure.com', azure().url));
    const last: unknown = JSON.parse(text.replace(/"nextLink":"[^"]*"/, '"nextLink":null'));
    const pages = await replay(path, here, last);
    expect(pages).toHaveLength(2);
    expect(pages[0]?.properties.rows[0]).toEqual(['19.545363672276512', 'JapanUnifia-Trial', 'USD']);
    expect(
      azure()
        .calls()
        .map(({ query }) => query.get('$skiptoken')),
    ).toEqual([null, 'AQAAAA==']);
    await expect(replay(path, body)).rejects.toMatchObject({ kind: 'foreign-host' });
  });

  it('waits as the observed throttled answers ask', async () => {
    const observed = record('costmanagement/throttled-429-observed.json');
    const path = '/subscriptions/s/providers/Microsoft.CostManagement/query';
    const throttled = observed.map(({ response: { status, headers, body } }) => ({
      status,
      headers,
      json: body,
    }));
    azure().on('POST', path, ...throttled, { status: 204 });
    const { caller, slept } = open();
    for await (const page of readCostPages(caller, queryOf(path))) throw new Error(JSON.stringify(page));
    expect(slept).toEqual([45_000, 9_000]);
  });

  it('says that the example account offers no credit dimension', async () => {
    const { parameters, body } = exampleOf('spec-examples/dimensions-mca-billingaccount.json');
    const account = z.string().parse(parameters['billingAccountId']);
    const path = `/providers/Microsoft.Billing/billingAccounts/${account}/providers/Microsoft.CostManagement/dimensions`;
    azure().on('GET', path, { json: body });
    await expect(readCostDimensions(open().caller, account)).rejects.toMatchObject({
      kind: 'missing-dimension',
      message: 'the billing account offers no dimension SubscriptionId',
    });
  });
});

it('reads every recording, or says why not', () => {
  expect([...opened, ...Object.keys(UNREAD)].sort()).toEqual(listRecordings());
});
