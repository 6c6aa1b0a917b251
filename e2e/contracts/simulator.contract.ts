import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../simulator/server.ts';
import {
  ACCOUNT_PATH,
  askCosts,
  customerAt,
  customerToken,
  dailyQuery,
  delegationsPath,
  DIMENSIONS_PATH,
  managingToken,
  PARTNERS_PATH,
  rolesPath,
  subscriptionAt,
  SUBSCRIPTIONS_PATH,
} from '../simulator/testing/asks.ts';
import { ask, bodyOf, type Reply } from '../simulator/testing/client.ts';
import { readContracts, withoutNulls, type Operation } from './open-api.ts';

const OPERATIONS = {
  subscriptions: {
    file: 'resources/resource-manager/Microsoft.Resources/stable/2022-12-01/subscriptions.json',
    path: '/subscriptions',
    method: 'get',
  },
  delegations: {
    file: 'managedservices/resource-manager/Microsoft.ManagedServices/stable/2022-10-01/managedservices.json',
    path: '/{scope}/providers/Microsoft.ManagedServices/registrationAssignments',
    method: 'get',
  },
  definitions: {
    file: 'managedservices/resource-manager/Microsoft.ManagedServices/stable/2022-10-01/managedservices.json',
    path: '/{scope}/providers/Microsoft.ManagedServices/registrationDefinitions',
    method: 'get',
  },
  roleAssignments: {
    file: 'authorization/resource-manager/Microsoft.Authorization/stable/2022-04-01/authorization-RoleAssignmentsCalls.json',
    path: '/subscriptions/{subscriptionId}/providers/Microsoft.Authorization/roleAssignments',
    method: 'get',
  },
  roleDefinitions: {
    file: 'authorization/resource-manager/Microsoft.Authorization/stable/2022-04-01/authorization-RoleDefinitionsCalls.json',
    path: '/{scope}/providers/Microsoft.Authorization/roleDefinitions',
    method: 'get',
  },
  partnerLink: {
    file: 'managementpartner/resource-manager/Microsoft.ManagementPartner/preview/2018-02-01/ManagementPartner.json',
    path: '/providers/Microsoft.ManagementPartner/partners',
    method: 'get',
  },
  billingAccounts: {
    file: 'billing/resource-manager/Microsoft.Billing/stable/2024-04-01/billingAccount.json',
    path: '/providers/Microsoft.Billing/billingAccounts',
    method: 'get',
  },
  customers: {
    file: 'billing/resource-manager/Microsoft.Billing/stable/2024-04-01/customer.json',
    path: '/providers/Microsoft.Billing/billingAccounts/{billingAccountName}/customers',
    method: 'get',
  },
  dimensions: {
    file: 'cost-management/resource-manager/Microsoft.CostManagement/stable/2023-11-01/costmanagement.json',
    path: '/{scope}/providers/Microsoft.CostManagement/dimensions',
    method: 'get',
  },
  query: {
    file: 'cost-management/resource-manager/Microsoft.CostManagement/stable/2023-11-01/costmanagement.json',
    path: '/{scope}/providers/Microsoft.CostManagement/query',
    method: 'post',
  },
} as const satisfies Record<string, Operation>;

type Name = keyof typeof OPERATIONS;

const contracts = readContracts();
let simulator: Simulator;
let home: string;
let linked: string;
beforeAll(async () => {
  simulator = await startSimulator({ customers: 40, limits: 'off' });
  home = await managingToken(simulator);
  linked = await managingToken(simulator, 'sp-linked');
});
afterAll(() => simulator.close());

function problems(name: Name, reply: Reply): string[] {
  const body = reply.text === '' ? undefined : withoutNulls(bodyOf(reply));
  // Tolerated: the contract demands a link that the last page of a real list does not have.
  const padded = name === 'subscriptions' && reply.status === 200 ? { nextLink: '', ...Object(body) } : body;
  return contracts.problems(OPERATIONS[name], reply.status, padded);
}

const get = (path: string, token = home): Promise<Reply> => ask(simulator, { path, token });

const subscriptionId = (place: Parameters<typeof subscriptionAt>[1]): string =>
  subscriptionAt(simulator, place).subscriptionId;

const roleDefinitionsPath = (id: string): string =>
  rolesPath(id).replace('roleAssignments', 'roleDefinitions');

const costs = (place: Parameters<typeof customerAt>[1], body: unknown): Promise<Reply> =>
  askCosts(simulator, { token: home, customerId: customerAt(simulator, place).tenantId, body });

const october = dailyQuery('2026-10-01', '2026-10-31');

describe('answers', () => {
  const cases: readonly (readonly [Name, string, () => Promise<Reply>, number])[] = [
    ['subscriptions', 'delegated ones', () => get(SUBSCRIPTIONS_PATH), 200],
    ['delegations', 'plain', () => get(delegationsPath(subscriptionId('linked'), false)), 200],
    ['delegations', 'with a definition', () => get(delegationsPath(subscriptionId('linked'))), 200],
    ['delegations', 'just in time', () => get(delegationsPath(subscriptionId('justInTimeOnly'))), 200],
    ['delegations', 'with a plan', () => get(delegationsPath(subscriptionId('marketplace'))), 200],
    [
      'definitions',
      'with a plan',
      () =>
        get(
          `/subscriptions/${subscriptionId('marketplace')}/providers/Microsoft.ManagedServices/registrationDefinitions?api-version=2022-10-01`,
        ),
      200,
    ],
    ['roleAssignments', 'a page with more to come', () => get(rolesPath(subscriptionId('linked'))), 200],
    [
      'roleAssignments',
      'with a foreign group',
      async () => get(rolesPath(subscriptionId('aobo')), await customerToken(simulator, 'aobo')),
      200,
    ],
    ['roleDefinitions', 'all', () => get(roleDefinitionsPath(subscriptionId('linked'))), 200],
    ['partnerLink', 'linked', () => get(PARTNERS_PATH, linked), 200],
    [
      'billingAccounts',
      'ours',
      () => get('/providers/Microsoft.Billing/billingAccounts?api-version=2020-05-01'),
      200,
    ],
    ['customers', 'all', () => get(`${ACCOUNT_PATH}/customers?api-version=2020-05-01`), 200],
    ['dimensions', 'of the billing account', () => get(DIMENSIONS_PATH), 200],
    ['query', 'a month by day', () => costs('mixed', october), 200],
    ['query', 'no rows', () => costs('noCost', october), 204],
  ];

  test.each(cases)('%s, %s', async (name, _what, asked, status) => {
    const reply = await asked();
    expect(reply.status).toBe(status);
    expect(problems(name, reply)).toEqual([]);
  });
});

describe('error envelopes', () => {
  const cases: readonly (readonly [Name, string, () => Promise<Reply>, number])[] = [
    ['subscriptions', 'without a token', () => get(SUBSCRIPTIONS_PATH, ''), 401],
    ['subscriptions', 'without a version', () => get('/subscriptions'), 400],
    ['delegations', 'refused', () => get(delegationsPath(subscriptionId('linked')), linked), 403],
    ['delegations', 'unseen', () => get(delegationsPath(subscriptionId('aobo'))), 404],
    ['roleAssignments', 'unseen', () => get(rolesPath(subscriptionId('aobo'))), 404],
    ['roleDefinitions', 'unseen', () => get(roleDefinitionsPath(subscriptionId('aobo'))), 404],
    ['partnerLink', 'not linked', () => get(PARTNERS_PATH), 404],
    ['billingAccounts', 'without a version', () => get('/providers/Microsoft.Billing/billingAccounts'), 400],
    ['customers', 'refused', () => get(`${ACCOUNT_PATH}/customers?api-version=2020-05-01`, linked), 403],
    ['dimensions', 'refused', () => get(DIMENSIONS_PATH, linked), 403],
    ['query', 'refused', () => costs('nothingRead', october), 403],
    ['query', 'a body of another shape', () => costs('linked', {}), 400],
  ];

  test.each(cases)('%s, %s', async (name, _what, asked, status) => {
    const reply = await asked();
    expect(reply.status).toBe(status);
    expect(problems(name, reply)).toEqual([]);
  });
});

// The keys of a constant are the names that its type lists.
test.each(Object.keys(OPERATIONS) as Name[])(
  'the contract of %s notices an answer of the wrong shape',
  (name) => {
    const text = JSON.stringify({ value: 'none', properties: 'none' });
    expect(problems(name, { status: 200, headers: {}, text, bytes: Buffer.from(text) })).not.toEqual([]);
    const bytes = Buffer.alloc(0);
    expect(problems(name, { status: 400, headers: {}, text: '{"error":"none"}', bytes })).not.toEqual([]);
  },
);
