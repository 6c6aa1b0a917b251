import { describe, expect, it } from 'vitest';
import { ManagedServicesClient } from '#lib/azure/arm-managedservices/client.ts';
import { converse, pipelineCredential } from '#lib/azure/conversation.ts';
import { readDelegations, readMarketplaceOffers } from '#lib/azure/lighthouse/read.ts';
import { useFakeAzure } from '#lib/azure/testing/azure-suite.ts';
import { collect, openTestRoom, requireId, type TestRoom } from '#lib/azure/testing/test-room.ts';
import { parseSubscriptionId } from '#lib/core/ids.ts';
import { answered, readExample, readRecording } from './recordings.ts';

const azure = useFakeAzure();
const open = (): TestRoom => openTestRoom(azure().url);

const MASKED = requireId(parseSubscriptionId, '00000000-0000-0000-0000-000000000000');

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
    const interactions = readRecording(name);
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
      readRecording('managedservices/powershell-expand-and-lro-2019-06-01.json'),
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
      readExample('spec-examples/registrationAssignments-list-plan-eligible.json').body,
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
        readRecording('managedservices/cli-registration-crud-2019-06-01.json'),
        'GET',
        /registrationDefinitions$/,
      ).map(({ response }) => response.body),
      readExample('spec-examples/registrationDefinitions-list.json').body,
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

it('reads the offer of the example once its ids are made ids', async () => {
  const { body } = readExample('spec-examples/marketplaceRegistrationDefinitions-list.json');
  const mended: unknown = JSON.parse(JSON.stringify(body).replace('441a-hd86', '441a-ad86'));
  const path = '/providers/Microsoft.ManagedServices/marketplaceRegistrationDefinitions';
  azure().on('GET', path, { json: mended });
  expect(await collect(readMarketplaceOffers(open().caller, null))).toMatchObject([
    {
      managedByTenantId: '83ace5cd-bcc3-441a-ad86-e6a75360cecc',
      offerName: 'Marketplace Test Offer',
      planName: 'Test Plan',
      publisherName: 'Marketplace Test Publisher',
      plan: { name: 'test-plan', product: 'test', publisher: 'marketplace-test', version: '1.0.0' },
    },
  ]);
});
