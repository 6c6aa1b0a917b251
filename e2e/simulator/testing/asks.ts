import { APPLICATIONS, BILLING_ACCOUNT_NAME } from '../worlds/partner.ts';
import type { Simulator } from '../server.ts';
import type { Customer, Subscription } from '../worlds/types.ts';
import { ask, GRAPH_SCOPE, tokenFor, type Reply } from './client.ts';

/** Customers of the first world, by the place they have there. */
export const PLACE = {
  aobo: 0,
  linked: 1,
  notLinked: 2,
  justInTimeOnly: 4,
  resourceGroupOnly: 5,
  marketplace: 6,
  nothingRead: 8,
  noCost: 9,
  mixed: 10,
} as const;

export type Place = keyof typeof PLACE;

export function customerAt({ world }: Simulator, place: Place): Customer {
  const customer = world.customers[PLACE[place]];
  if (customer === undefined) throw new Error(`the world has no customer ${place}`);
  return customer;
}

export function subscriptionAt(simulator: Simulator, place: Place): Subscription {
  const [subscription] = customerAt(simulator, place).subscriptions;
  if (subscription === undefined) throw new Error(`${place} has no subscription`);
  return subscription;
}

export const managingToken = (simulator: Simulator, key: keyof typeof APPLICATIONS = 'pecboard') =>
  tokenFor(simulator, { tenantId: simulator.world.managingTenant.tenantId, application: APPLICATIONS[key] });

export const customerToken = (simulator: Simulator, place: Place, scope?: string) =>
  tokenFor(simulator, {
    tenantId: customerAt(simulator, place).tenantId,
    application: APPLICATIONS.pecboard,
    ...(scope === undefined ? {} : { scope }),
  });

export const graphToken = (simulator: Simulator, key: keyof typeof APPLICATIONS = 'pecboard') =>
  tokenFor(simulator, {
    tenantId: simulator.world.managingTenant.tenantId,
    application: APPLICATIONS[key],
    scope: GRAPH_SCOPE,
  });

const COST = 'providers/Microsoft.CostManagement';
export const ACCOUNT_PATH = `/providers/Microsoft.Billing/billingAccounts/${BILLING_ACCOUNT_NAME.replace(':', '%3A')}`;
export const DIMENSIONS_PATH = `${ACCOUNT_PATH}/${COST}/dimensions?api-version=2023-11-01`;

export const queryPath = (customerId: string): string =>
  `${ACCOUNT_PATH}/customers/${customerId}/${COST}/query?api-version=2023-11-01`;

export const rolesPath = (subscriptionId: string): string =>
  `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01`;

export const delegationsPath = (subscriptionId: string, expand = true): string =>
  `/subscriptions/${subscriptionId}/providers/Microsoft.ManagedServices/registrationAssignments?api-version=2022-10-01&$expandRegistrationDefinition=${expand}`;

export const SUBSCRIPTIONS_PATH = '/subscriptions?api-version=2022-12-01';
export const PARTNERS_PATH = '/providers/Microsoft.ManagementPartner/partners?api-version=2018-02-01';

/** The query that a dashboard sends for one month of a customer's daily cost. */
export const dailyQuery = (from: string, to: string) => ({
  type: 'ActualCost',
  timeframe: 'Custom',
  timePeriod: { from: `${from}T00:00:00Z`, to: `${to}T23:59:59Z` },
  dataset: {
    granularity: 'Daily',
    aggregation: { totalCost: { name: 'Cost', function: 'Sum' } },
    grouping: [
      { type: 'Dimension', name: 'SubscriptionId' },
      { type: 'Dimension', name: 'PartnerEarnedCreditApplied' },
    ],
  },
});

type CostAsk = {
  token: string;
  customerId: string;
  body: unknown;
  clientType?: string | null;
  path?: string;
};

export const askCosts = (
  simulator: Simulator,
  { token, customerId, body, clientType = 'test', path = queryPath(customerId) }: CostAsk,
): Promise<Reply> =>
  ask(simulator, {
    method: 'POST',
    path,
    token,
    headers: {
      'content-type': 'application/json',
      ...(clientType === null ? {} : { ClientType: clientType }),
    },
    body: JSON.stringify(body),
  });
