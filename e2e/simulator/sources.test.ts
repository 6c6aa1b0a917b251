import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from './server.ts';
import { ACCOUNT_PATH } from './testing/asks.ts';
import { ask, bodyOf, field, GRAPH_SCOPE, list, tokenFor } from './testing/client.ts';
import { APPLICATIONS, principalId } from './worlds/partner.ts';
import type { Customer } from './worlds/types.ts';

let simulator: Simulator;
let home: string;
let graph: string;
beforeAll(async () => {
  simulator = await startSimulator({ worldName: 'causes', limits: 'off' });
  const { tenantId } = simulator.world.managingTenant;
  home = await tokenFor(simulator, { tenantId, application: APPLICATIONS.pecboard });
  graph = await tokenFor(simulator, { tenantId, application: APPLICATIONS.pecboard, scope: GRAPH_SCOPE });
});
afterAll(() => simulator.close());

function customer(name: string): Customer {
  const found = simulator.world.customers.find(({ displayName }) => displayName === name);
  if (found === undefined) throw new Error(`the world has no ${name}`);
  return found;
}

const subscriptionOf = (name: string) => {
  const [first] = customer(name).subscriptions;
  if (first === undefined) throw new Error(`${name} has no subscription`);
  return first;
};

const tokenOf = (name: string, scope?: string) =>
  tokenFor(simulator, {
    tenantId: customer(name).tenantId,
    application: APPLICATIONS.pecboard,
    ...(scope === undefined ? {} : { scope }),
  });

const get = async (path: string, token = home): Promise<unknown> => {
  const reply = await ask(simulator, { path, token });
  if (reply.status !== 200) throw new Error(reply.text);
  return bodyOf(reply);
};

const ROLES = 'providers/Microsoft.Authorization';

describe('restrictions', () => {
  const at = (name: string, type: string, version: string, filter = '') =>
    `/subscriptions/${subscriptionOf(name).subscriptionId}/${ROLES}/${type}?api-version=${version}${filter}`;
  const PHOTONICS = 'Veldhoven Photonics B.V.';
  const HOSPICES = 'Gracewell Community Hospices';

  test('a managed group denies everybody but its publisher, and atScope() leaves it out', async () => {
    const token = await tokenOf(PHOTONICS);
    const [denial] = list(await get(at(PHOTONICS, 'denyAssignments', '2022-04-01'), token));
    expect(field(denial, 'properties.scope')).toMatch(/resourceGroups\/databricks-rg-lab$/);
    expect(field(denial, 'properties.principals.0')).toEqual({
      id: '00000000-0000-0000-0000-000000000000',
      type: 'SystemDefined',
    });
    expect(field(denial, 'properties.isSystemProtected')).toBe(true);
    const filter = '&$filter=atScope()';
    expect(list(await get(at(PHOTONICS, 'denyAssignments', '2022-04-01', filter), token))).toEqual([]);
  });

  const pairOf = (row: unknown): string =>
    `${String(field(row, 'properties.principalId'))} ${String(field(row, 'properties.roleDefinitionId'))}`;

  test('at a resource group the list holds what is there and above, of who may read there', async () => {
    const token = await tokenOf(PHOTONICS);
    const path = at(PHOTONICS, 'denyAssignments', '2022-04-01', '&$filter=atScope()').replace(
      '/providers',
      '/resourcegroups/databricks-rg-lab/providers',
    );
    expect(list(await get(path, token))).toHaveLength(1);
    expect(list(await get(path.replace('databricks-rg-lab', 'rg-web'), token))).toHaveLength(0);
    const nowhere = path.replace('databricks-rg-lab', 'rg-nowhere');
    expect((await ask(simulator, { path: nowhere, token })).status).toBe(404);
  });

  test('an eligible role is among the eligible only, and no role assignment', async () => {
    const token = await tokenOf(HOSPICES);
    const eligible = list(await get(at(HOSPICES, 'roleEligibilityScheduleInstances', '2020-10-01'), token));
    const active = list(await get(at(HOSPICES, 'roleAssignmentScheduleInstances', '2020-10-01'), token));
    expect([eligible.length, active.length]).toEqual([1, 1]);
    expect(field(active[0], 'properties.endDateTime')).toEqual(expect.any(String));
    const pairs = list(await get(at(HOSPICES, 'roleAssignments', '2022-04-01'), token)).map(pairOf);
    expect(pairs).toContain(pairOf(active[0]));
    expect(pairs).not.toContain(pairOf(eligible[0]));
  });

  test('another version than that of the operation is refused', async () => {
    const path = at(HOSPICES, 'roleAssignmentScheduleInstances', '2022-04-01');
    expect((await ask(simulator, { path, token: await tokenOf(HOSPICES) })).status).toBe(400);
  });

  test('a managing tenant may not read what is not delegated to it', async () => {
    const path = at(PHOTONICS, 'denyAssignments', '2022-04-01');
    expect((await ask(simulator, { path, token: home })).status).toBe(404);
  });
});

describe('tenants and offers', () => {
  test('a managing tenant sees itself and those that Lighthouse projects', async () => {
    const tenants = list(await get('/tenants?api-version=2022-12-01'));
    const category = (tenantId: string): unknown =>
      field(
        tenants.find((tenant) => field(tenant, 'tenantId') === tenantId),
        'tenantCategory',
      );
    expect(category(simulator.world.managingTenant.tenantId)).toBe('Home');
    expect(category(customer('Tromsø Polar Shipping AS').tenantId)).toBe('ProjectedBy');
    expect(category(customer('Veldhoven Photonics B.V.').tenantId)).toBeUndefined();
  });

  test('an offer shows to the tenant that bought it, and to no other', async () => {
    const path =
      '/providers/Microsoft.ManagedServices/marketplaceRegistrationDefinitions?api-version=2022-10-01';
    const offers = list(await get(path, await tokenOf('Thornbury Cathedral Estates')));
    expect(offers.map((offer) => field(offer, 'properties.managedByTenantId'))).toEqual([
      simulator.world.managingTenant.tenantId,
    ]);
    expect(list(await get(path))).toEqual([]);
  });
});

describe('billing', () => {
  const billed = (query = '') =>
    get(`${ACCOUNT_PATH}/billingSubscriptions?api-version=2024-04-01${query}`).then((body) => list(body));
  const idsOf = (items: readonly unknown[]) => items.map((item) => field(item, 'properties.subscriptionId'));

  test('each profile bills in one currency, and there are several', async () => {
    const profiles = list(await get(`${ACCOUNT_PATH}/billingProfiles?api-version=2020-05-01`));
    const currencies = profiles.map((profile) => field(profile, 'properties.currency'));
    expect(new Set(currencies)).toEqual(new Set(['EUR', 'GBP', 'SEK', 'USD']));
  });

  test('what has moved away is listed on demand, with the day on which it did', async () => {
    const { subscriptionId } = subscriptionOf('Castlereagh Dairy Holdings Ltd');
    expect(idsOf(await billed())).not.toContain(subscriptionId);
    const all = await billed('&includeDeleted=true');
    const gone = all.find((item) => field(item, 'properties.subscriptionId') === subscriptionId);
    expect(field(gone, 'properties.suspensionReasonDetails.0.reason')).toBe('Transferred');
  });

  test('a legacy offer says so; a customer of nobody is not listed', async () => {
    const all = await billed();
    const legacy = all.find(
      (item) =>
        field(item, 'properties.subscriptionId') ===
        subscriptionOf('Druckerei Wendelstein OHG').subscriptionId,
    );
    expect(field(legacy, 'properties.skuId')).toBe('MS-AZR-0145P');
    expect(idsOf(all)).not.toContain(subscriptionOf('Universität Niederlausitz').subscriptionId);
    const customers = list(await get(`${ACCOUNT_PATH}/customers?api-version=2024-04-01`));
    expect(customers.map((item) => field(item, 'name'))).not.toContain(
      customer('Universität Niederlausitz').tenantId,
    );
  });

  test('a request to take over billing is seen under the customer that it was sent to', async () => {
    const { billingCustomerId, billingCurrency, subscriptions } = customer('Vanterra Agroquímica S.A.');
    const profile = simulator.world.partner.billingProfiles.find(
      ({ currency }) => currency === billingCurrency,
    );
    const path = `${ACCOUNT_PATH}/billingProfiles/${profile?.name}/customers/${billingCustomerId}/transfers?api-version=2024-04-01`;
    const [transfer] = list(await get(path));
    expect(field(transfer, 'properties.detailedTransferStatus.0.productId')).toBe(
      subscriptions[0]?.subscriptionId,
    );
  });

  test('who holds no billing role is refused everything of it', async () => {
    const { tenantId } = simulator.world.managingTenant;
    const other = await tokenFor(simulator, { tenantId, application: APPLICATIONS['sp-linked'] });
    for (const what of ['billingProfiles', 'billingSubscriptions', 'customers']) {
      const path = `${ACCOUNT_PATH}/${what}?api-version=2024-04-01`;
      expect((await ask(simulator, { path, token: other })).status).toBe(403);
    }
  });
});

describe('Graph', () => {
  const GOVERNANCE = '/v1.0/identityGovernance/privilegedAccess/group';

  test('relationships that ended are told as ended', async () => {
    const held = list(await get('/v1.0/tenantRelationships/delegatedAdminRelationships?$top=300', graph));
    expect(held.map((one) => [field(one, 'customer.tenantId'), field(one, 'status')])).toEqual([
      [customer('Hallingdal Ysteri SA').tenantId, 'terminated'],
    ]);
  });

  test('more than 300 relationships a page are refused', async () => {
    const path = '/v1.0/tenantRelationships/delegatedAdminRelationships?$top=301';
    expect((await ask(simulator, { path, token: graph })).status).toBe(400);
  });

  test('memberships for a time are asked for by group, and not without', async () => {
    const filter = `?$filter=groupId eq '${principalId('on-call')}'`;
    const eligible = list(await get(`${GOVERNANCE}/eligibilityScheduleInstances${filter}`, graph));
    expect(eligible.map((one) => field(one, 'principalId'))).toEqual([principalId('sp-on-call')]);
    expect(list(await get(`${GOVERNANCE}/assignmentScheduleInstances${filter}`, graph))).toEqual([]);
    const all = await ask(simulator, { path: `${GOVERNANCE}/assignmentScheduleInstances`, token: graph });
    expect(all.status).toBe(400);
  });

  test('an identity at its own address; the gone are not found, and fields of another type are an error', async () => {
    const path = `/v1.0/servicePrincipals/${principalId('sp-linked')}`;
    expect(await get(`${path}?$select=id,accountEnabled`, graph)).toMatchObject({ accountEnabled: true });
    const statusOf = async (asked: string): Promise<number> =>
      (await ask(simulator, { path: asked, token: graph })).status;
    expect(await statusOf(`/v1.0/servicePrincipals/${principalId('sp-leaver')}`)).toBe(404);
    expect(await statusOf(`${path}?$select=id,userType`)).toBe(400);
  });

  test('each of them needs a permission of its own', async () => {
    const { tenantId } = simulator.world.managingTenant;
    const none = await tokenFor(simulator, {
      tenantId,
      application: APPLICATIONS['sp-linked'],
      scope: GRAPH_SCOPE,
    });
    for (const path of [
      '/v1.0/tenantRelationships/delegatedAdminRelationships',
      `${GOVERNANCE}/assignmentScheduleInstances`,
      `/v1.0/users/${tenantId}`,
    ]) {
      const reply = await ask(simulator, { path, token: none });
      expect([reply.status, field(bodyOf(reply), 'error.code')]).toEqual([
        403,
        'Authorization_RequestDenied',
      ]);
    }
  });
});

describe('links in a customer tenant', () => {
  const PARTNERS = '/providers/Microsoft.ManagementPartner/partners?api-version=2018-02-01';
  const statusFor = async (name: string, key: 'sp-regional' | 'sp-linked'): Promise<number> => {
    const token = await tokenFor(simulator, {
      tenantId: customer(name).tenantId,
      application: APPLICATIONS[key],
    });
    return (await ask(simulator, { path: PARTNERS, token })).status;
  };

  test('belong to the application in that tenant only', async () => {
    expect(await statusFor('Sable & Thorne Auctioneers LLP', 'sp-regional')).toBe(200);
    expect(await statusFor('Kronborg Medicoteknik ApS', 'sp-linked')).toBe(404);
  });
});
