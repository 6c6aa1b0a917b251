import { describe, expect, it } from 'vitest';
import { useFakeAzure } from '../testing/azure-suite.ts';
import {
  collect,
  CUSTOMER_TENANT,
  GROUP,
  MANAGING_TENANT,
  openTestRoom,
  SUBSCRIPTION,
} from '../testing/test-room.ts';
import { readDelegations, readMarketplaceOffers } from './read.ts';

const azure = useFakeAzure();

const PROVIDER = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.ManagedServices`;
const CONTRIBUTOR = 'b24988ac-6180-42a0-ab88-20f7382dd24c';
const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
const LATER = 'aaaaaaaa-1111-4000-8000-00000000000d';

const definition = {
  id: `${PROVIDER}/registrationDefinitions/${LATER}`,
  name: LATER,
  properties: {
    registrationDefinitionName: 'Managed by us',
    managedByTenantId: MANAGING_TENANT.toUpperCase(),
    managedByTenantName: 'Us',
    manageeTenantId: CUSTOMER_TENANT,
    manageeTenantName: 'Them',
    provisioningState: 'Succeeded',
    authorizations: [
      { principalId: GROUP, principalIdDisplayName: 'Operators', roleDefinitionId: CONTRIBUTOR },
      { principalId: GROUP, roleDefinitionId: READER },
    ],
    eligibleAuthorizations: [
      {
        principalId: GROUP,
        roleDefinitionId: READER,
        justInTimeAccessPolicy: {
          multiFactorAuthProvider: 'Azure',
          maximumActivationDuration: 'PT8H',
          managedByTenantApprovers: [{ principalId: LATER.toUpperCase() }],
        },
      },
    ],
  },
  plan: { name: 'gold', publisher: 'us', product: 'care', version: '1.0.0' },
};

const assignment = (id: string, properties: Record<string, unknown> = {}) => ({
  id,
  name: id.split('/').at(-1),
  properties: {
    // As it was recorded: no leading slash, odd case.
    registrationDefinitionId: `subscriptions/${SUBSCRIPTION}/providers/Microsoft.ManagedServices/registrationdefinitions/${LATER}`,
    provisioningState: 'Succeeded',
    registrationDefinition: definition,
    ...properties,
  },
  systemData: { createdAt: '2026-03-01T08:09:10.1234567Z' },
});

const at = (group: string | null) =>
  `/subscriptions/${SUBSCRIPTION}${group === null ? '' : `/resourceGroups/${group}`}/providers/Microsoft.ManagedServices/registrationAssignments/${LATER}`;

const read = (items: unknown[]) => {
  azure().on('GET', `${PROVIDER}/registrationAssignments`, { json: { value: items } });
  return collect(readDelegations(openTestRoom(azure().url).caller, SUBSCRIPTION));
};

describe('reading delegations', () => {
  it('asks for the definitions too, with the api-version that knows eligible authorizations', async () => {
    await read([]);
    const [call] = azure().calls();
    expect(call?.path).toBe(`${PROVIDER}/registrationAssignments`);
    expect(Object.fromEntries(call?.query ?? [])).toEqual({
      'api-version': '2022-10-01',
      $expandRegistrationDefinition: 'true',
    });
  });

  it('keeps permanent and just-in-time authorizations apart', async () => {
    const [delegation] = await read([assignment(at(null))]);
    expect(delegation).toMatchObject({ resourceGroup: null, createdAt: '2026-03-01T08:09:10.123Z' });
    expect(delegation?.definition).toEqual({
      name: 'Managed by us',
      managedByTenantId: MANAGING_TENANT,
      managedByTenantName: 'Us',
      manageeTenantId: CUSTOMER_TENANT,
      manageeTenantName: 'Them',
      plan: { name: 'gold', publisher: 'us', product: 'care', version: '1.0.0' },
      provisioningState: 'Succeeded',
      authorizations: [
        { principalId: GROUP, principalDisplayName: 'Operators', roleDefinitionId: CONTRIBUTOR },
        { principalId: GROUP, principalDisplayName: null, roleDefinitionId: READER },
      ],
      justInTime: [
        {
          principalId: GROUP,
          principalDisplayName: null,
          roleDefinitionId: READER,
          maximumActivation: 'PT8H',
          multiFactor: true,
          approverIds: [LATER],
        },
      ],
    });
  });

  it('joins ids whatever their case and slashes', async () => {
    const [delegation] = await read([assignment(at(null).toUpperCase())]);
    expect(delegation?.id).toBe(at(null).toLowerCase());
    expect(delegation?.definitionId).toBe(definition.id.toLowerCase());
  });

  it('does not take the delegation of a resource group for one of the subscription', async () => {
    const delegations = await read([assignment(at('Web-RG')), assignment(at('web-rg').toUpperCase())]);
    expect(delegations.map(({ resourceGroup }) => resourceGroup)).toEqual(['web-rg', 'web-rg']);
  });

  it('lives without a definition, dates, names and plan', async () => {
    const { systemData: _, ...bare } = assignment(at(null), { registrationDefinition: undefined });
    expect(await read([bare])).toMatchObject([{ definition: null, createdAt: null }]);
    const poor = { properties: { managedByTenantId: MANAGING_TENANT, authorizations: null } };
    const [delegation] = await read([assignment(at(null), { registrationDefinition: poor })]);
    expect(delegation?.definition).toMatchObject({
      name: null,
      plan: null,
      manageeTenantId: null,
      provisioningState: 'NotSpecified',
      authorizations: [],
      justInTime: [],
    });
  });

  it.each([
    [{ multiFactorAuthProvider: 'None' }, { multiFactor: false, maximumActivation: null }],
    [{ multiFactorAuthProvider: 'Novelty' }, { multiFactor: null }],
    [null, { multiFactor: null, maximumActivation: null, approverIds: [] }],
  ])('says what the policy %j of a just-in-time role leaves open', async (policy, expected) => {
    const role = { principalId: GROUP, roleDefinitionId: READER, justInTimeAccessPolicy: policy };
    const properties = { managedByTenantId: MANAGING_TENANT, eligibleAuthorizations: [role] };
    const [delegation] = await read([assignment(at(null), { registrationDefinition: { properties } })]);
    expect(delegation?.definition?.justInTime).toMatchObject([expected]);
  });

  it.each([{}, '', null, { name: '', publisher: '', product: '', version: '' }])(
    'takes %j for no Marketplace plan',
    async (plan) => {
      const [delegation] = await read([
        assignment(at(null), { registrationDefinition: { ...definition, plan } }),
      ]);
      expect(delegation?.definition?.plan).toBeNull();
    },
  );

  it('names the field that a delegation cannot be without', async () => {
    const properties = { authorizations: [{ roleDefinitionId: READER }], managedByTenantId: MANAGING_TENANT };
    await expect(
      read([assignment(at(null), { registrationDefinition: { properties } })]),
    ).rejects.toMatchObject({
      kind: 'malformed',
      source: 'managed-services',
      message: expect.stringContaining(
        'value[0].properties.registrationDefinition.properties.authorizations[0].principalId',
      ),
    });
  });

  it('follows every page', async () => {
    const path = `${PROVIDER}/registrationAssignments`;
    azure().on(
      'GET',
      path,
      { json: { value: [assignment(at(null))], nextLink: `${azure().url}${path}?$skiptoken=two` } },
      { json: { value: [assignment(at('b'))] } },
    );
    const read = await collect(readDelegations(openTestRoom(azure().url).caller, SUBSCRIPTION));
    expect(read.map(({ resourceGroup }) => resourceGroup)).toEqual([null, 'b']);
  });
});

describe('reading Marketplace offers', () => {
  const TENANT_WIDE = '/providers/Microsoft.ManagedServices/marketplaceRegistrationDefinitions';
  const offer = {
    id: `${PROVIDER}/marketplaceRegistrationDefinitions/us.care.gold.1.0.0`,
    properties: {
      managedByTenantId: MANAGING_TENANT.toUpperCase(),
      authorizations: [],
      offerDisplayName: 'Care',
      publisherDisplayName: 'Us',
      planDisplayName: 'Gold',
    },
    plan: { name: 'gold', publisher: 'us', product: 'care', version: '1.0.0' },
  };

  it('asks in the tenant, or in one subscription', async () => {
    azure().on('GET', TENANT_WIDE, { json: { value: [offer] } });
    azure().on('GET', `${PROVIDER}/marketplaceRegistrationDefinitions`, { json: { value: [] } });
    const { caller } = openTestRoom(azure().url);
    expect(await collect(readMarketplaceOffers(caller, null))).toEqual([
      {
        id: offer.id.toLowerCase(),
        managedByTenantId: MANAGING_TENANT,
        offerName: 'Care',
        planName: 'Gold',
        publisherName: 'Us',
        plan: offer.plan,
      },
    ]);
    expect(await collect(readMarketplaceOffers(caller, SUBSCRIPTION))).toEqual([]);
    expect(azure().calls()[0]?.url).toBe(`${TENANT_WIDE}?api-version=2022-10-01`);
  });

  it('follows every page, and lives without names and plan', async () => {
    const bare = { id: 'x', properties: { managedByTenantId: MANAGING_TENANT } };
    azure().on(
      'GET',
      TENANT_WIDE,
      { json: { value: [offer], nextLink: `${azure().url}${TENANT_WIDE}?$skiptoken=2` } },
      { json: { value: [bare] } },
    );
    const read = await collect(readMarketplaceOffers(openTestRoom(azure().url).caller, null));
    expect(read).toMatchObject([{ offerName: 'Care' }, { offerName: null, planName: null, plan: null }]);
  });
});
