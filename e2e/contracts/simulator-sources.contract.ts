import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../simulator/server.ts';
import { ACCOUNT_PATH, managingToken } from '../simulator/testing/asks.ts';
import { ask, bodyOf, tokenFor, type Reply } from '../simulator/testing/client.ts';
import { APPLICATIONS } from '../simulator/worlds/partner.ts';
import { readContracts, withoutNulls, type Operation } from './open-api.ts';

const BILLING = 'billing/resource-manager/Microsoft.Billing/stable/2024-04-01';
const ACCOUNT = '/providers/Microsoft.Billing/billingAccounts/{billingAccountName}';
const LIGHTHOUSE =
  'managedservices/resource-manager/Microsoft.ManagedServices/stable/2022-10-01/managedservices.json';
const OFFERS = '/providers/Microsoft.ManagedServices/marketplaceRegistrationDefinitions';

/** Denials, schedules, profiles, transfers and Graph are not here: no file of theirs is held. */
const OPERATIONS = {
  tenants: {
    file: 'resources/resource-manager/Microsoft.Resources/stable/2022-12-01/subscriptions.json',
    path: '/tenants',
    method: 'get',
  },
  resourceGraph: {
    file: 'resourcegraph/resource-manager/Microsoft.ResourceGraph/stable/2024-04-01/resourcegraph.json',
    path: '/providers/Microsoft.ResourceGraph/resources',
    method: 'post',
  },
  offers: { file: LIGHTHOUSE, path: OFFERS, method: 'get' },
  offersAtScope: { file: LIGHTHOUSE, path: `/{scope}${OFFERS}`, method: 'get' },
  delegations: {
    file: LIGHTHOUSE,
    path: '/{scope}/providers/Microsoft.ManagedServices/registrationAssignments',
    method: 'get',
  },
  customers: { file: `${BILLING}/customer.json`, path: `${ACCOUNT}/customers`, method: 'get' },
  customersOfProfile: {
    file: `${BILLING}/customer.json`,
    path: `${ACCOUNT}/billingProfiles/{billingProfileName}/customers`,
    method: 'get',
  },
  billed: {
    file: `${BILLING}/billingSubscription.json`,
    path: `${ACCOUNT}/billingSubscriptions`,
    method: 'get',
  },
  billedOfProfile: {
    file: `${BILLING}/billingSubscription.json`,
    path: `${ACCOUNT}/billingProfiles/{billingProfileName}/billingSubscriptions`,
    method: 'get',
  },
  billedOfCustomer: {
    file: `${BILLING}/billingSubscription.json`,
    path: `${ACCOUNT}/customers/{customerName}/billingSubscriptions`,
    method: 'get',
  },
} as const satisfies Record<string, Operation>;

type Name = keyof typeof OPERATIONS;

const contracts = readContracts();
let simulator: Simulator;
let home: string;
beforeAll(async () => {
  simulator = await startSimulator({ worldName: 'causes', limits: 'off' });
  home = await managingToken(simulator);
});
afterAll(() => simulator.close());

/** Tolerated: the file says that rows are an object, and every real answer holds an array. */
const withRowsAsObject = (body: unknown): unknown =>
  Array.isArray(Reflect.get(Object(body), 'data')) ? { ...Object(body), data: {} } : body;

function problems(name: Name, reply: Reply): string[] {
  const body = reply.text === '' ? undefined : withoutNulls(bodyOf(reply));
  // Tolerated: the contract demands a link that the last page of a real list does not have.
  const padded = name === 'tenants' && reply.status === 200 ? { nextLink: '', ...Object(body) } : body;
  return contracts.problems(
    OPERATIONS[name],
    reply.status,
    name === 'resourceGraph' ? withRowsAsObject(padded) : padded,
  );
}

const get = (path: string, token = home): Promise<Reply> => ask(simulator, { path, token });

const graph = (query: string, $top = 5): Promise<Reply> =>
  ask(simulator, {
    method: 'POST',
    path: '/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01',
    token: home,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, options: { $top } }),
  });

function customer(name: string) {
  const found = simulator.world.customers.find(({ displayName }) => displayName === name);
  if (found === undefined) throw new Error(`the world has no ${name}`);
  return found;
}

const tokenOf = (name: string): Promise<string> =>
  tokenFor(simulator, { tenantId: customer(name).tenantId, application: APPLICATIONS.pecboard });

const scopeOf = (name: string): string =>
  `/subscriptions/${customer(name).subscriptions[0]?.subscriptionId ?? ''}`;

const BUYER = 'Thornbury Cathedral Estates';
const billing = (list: string, query = ''): Promise<Reply> =>
  get(`${ACCOUNT_PATH}/${list}?api-version=2024-04-01${query}`);
const profile = (): string => simulator.world.partner.billingProfiles[0]?.name ?? '';

describe('answers', () => {
  const cases: readonly (readonly [Name, string, () => Promise<Reply>])[] = [
    ['tenants', 'home and projected', () => get('/tenants?api-version=2022-12-01')],
    ['resourceGraph', 'a page of rows', () => graph('ResourceContainers | order by id asc')],
    ['resourceGraph', 'a count', () => graph('AuthorizationResources | count')],
    ['offers', 'bought', async () => get(`${OFFERS}?api-version=2022-10-01`, await tokenOf(BUYER))],
    [
      'offersAtScope',
      'bought',
      async () => get(`${scopeOf(BUYER)}${OFFERS}?api-version=2022-10-01`, await tokenOf(BUYER)),
    ],
    [
      'delegations',
      'broken, and to another tenant',
      async () => {
        const name = 'Trelawney Copper Recycling plc';
        const list = '/providers/Microsoft.ManagedServices/registrationAssignments';
        const expand = '&$expandRegistrationDefinition=true';
        return get(`${scopeOf(name)}${list}?api-version=2022-10-01${expand}`, await tokenOf(name));
      },
    ],
    ['customers', 'with resellers', () => billing('customers', '&expand=resellers,enabledAzurePlans')],
    ['customersOfProfile', 'all', () => billing(`billingProfiles/${profile()}/customers`)],
    ['billed', 'with those that ended', () => billing('billingSubscriptions', '&includeDeleted=true')],
    ['billedOfProfile', 'all', () => billing(`billingProfiles/${profile()}/billingSubscriptions`)],
    [
      'billedOfCustomer',
      'all',
      () => billing(`customers/${customer('Druckerei Wendelstein OHG').tenantId}/billingSubscriptions`),
    ],
  ];

  test.each(cases)('%s, %s', async (name, _what, asked) => {
    const reply = await asked();
    expect(reply.status).toBe(200);
    expect(problems(name, reply)).toEqual([]);
  });
});

describe('error envelopes', () => {
  const cases: readonly (readonly [Name, string, () => Promise<Reply>, number])[] = [
    ['tenants', 'without a token', () => get('/tenants?api-version=2022-12-01', ''), 401],
    // What a parser says has text and numbers where the file wants objects, in the recorded answer too.
    ['resourceGraph', 'a page that is too large', () => graph('ResourceContainers', 1001), 400],
    ['offers', 'without a version', () => get(OFFERS), 400],
    ['offersAtScope', 'unseen', () => get(`${scopeOf(BUYER)}${OFFERS}?api-version=2022-10-01`), 404],
    ['customers', 'without a version', () => get(`${ACCOUNT_PATH}/customers`), 400],
    [
      'billed',
      'refused',
      async () => get(`${ACCOUNT_PATH}/billingSubscriptions?api-version=2024-04-01`, await tokenOf(BUYER)),
      403,
    ],
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
    const wrong = { value: 'none', properties: 'none', count: 'none' };
    const reply: Reply = { status: 200, headers: {}, text: JSON.stringify(wrong), bytes: Buffer.alloc(0) };
    expect(problems(name, reply)).not.toEqual([]);
    expect(problems(name, { ...reply, status: 400, text: '{"error":"none"}' })).not.toEqual([]);
  },
);
