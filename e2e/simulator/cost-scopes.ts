import type { ArmCall } from './arm-route.ts';
import type { CostWay } from './cost-ways.ts';
import type { Answer } from './http.ts';
import { authorised, authorizationFailed, mayReadBilling } from './rights.ts';
import type { Simulation } from './simulation.ts';
import { billingProfileOf, isClosedProfile } from './worlds/billing.ts';
import type { CostLine } from './worlds/cost-types.ts';
import { costLines, customerLines } from './worlds/costs.ts';
import type { BillingProfile, Customer, Subscription } from './worlds/types.ts';

export type CostScopeKind = 'account' | 'profile' | 'customer' | 'subscription';

/** One thing that lines of a day belong to. */
export type Payer = {
  customer: Customer;
  /** null: the customer's own charges. */
  subscription: Subscription | null;
  linesOf(day: string): CostLine[];
};

/** Where cost is asked for: whose lines it holds, and in which currency it answers. */
export type CostScope = {
  kind: CostScopeKind;
  /** Without a leading slash, as ids of Cost Management are. */
  path: string;
  payers: readonly Payer[];
  /** The account alone answers in dollars. */
  inDollars: boolean;
};

const ACCOUNTS = 'providers/Microsoft.Billing/billingAccounts';

const WAY_AT: Readonly<Record<'query' | 'report', Readonly<Record<CostScopeKind, CostWay | null>>>> = {
  query: {
    account: 'query-profile',
    profile: 'query-profile',
    customer: 'query-customer',
    subscription: null,
  },
  report: {
    account: 'report-profile',
    profile: 'report-profile',
    customer: 'report-customer',
    subscription: null,
  },
};

/** The scope that a path names, or the refusal of whoever may not read it. */
export function scopeOf(
  armCall: ArmCall,
  action: string,
  means: 'query' | 'report' | null,
): { scope: CostScope } | { refusal: Answer } {
  const { params, caller, simulation } = armCall;
  if (params['subscriptionId'] !== undefined) {
    return subscriptionScope(params['subscriptionId'], armCall, action);
  }
  const { path, kind, name } = namedScope(armCall);
  const refusal = authorizationFailed(caller, action, `/${path}`);
  const { world, costs } = simulation;
  const isAccount = params['billingAccountName'] === world.partner.billingAccountName;
  if (!isAccount || !mayReadBilling(caller, world)) return { refusal };
  const way = means === null ? null : WAY_AT[means][kind];
  if (way !== null && !costs.ways.permits(way, name)) return { refusal };
  if (kind === 'account') return { scope: { kind, path, inDollars: true, payers: openPayers(simulation) } };
  return kind === 'profile'
    ? profileScope(name, path, simulation, refusal)
    : customerScope(name, path, simulation, refusal);
}

function namedScope({ params }: ArmCall): {
  kind: 'account' | 'profile' | 'customer';
  path: string;
  name: string;
} {
  const { billingAccountName = '', profileName, customerId } = params;
  const account = `${ACCOUNTS}/${billingAccountName}`;
  if (profileName !== undefined) {
    return { kind: 'profile', path: `${account}/billingProfiles/${profileName}`, name: profileName };
  }
  if (customerId !== undefined) {
    return { kind: 'customer', path: `${account}/customers/${customerId.toLowerCase()}`, name: customerId };
  }
  return { kind: 'account', path: account, name: billingAccountName };
}

type Scoped = { scope: CostScope } | { refusal: Answer };

function profileScope(name: string, path: string, simulation: Simulation, refusal: Answer): Scoped {
  const { world } = simulation;
  const profile = world.partner.billingProfiles.find(
    (held) => held.name.toUpperCase() === name.toUpperCase(),
  );
  if (profile === undefined || isClosedProfile(name)) return { refusal };
  const payers = profilePayers(profile, simulation);
  return { scope: { kind: 'profile', path, inDollars: false, payers } };
}

/** What the customers of a profile are charged. */
export const profilePayers = (
  { name }: Pick<BillingProfile, 'name'>,
  simulation: Simulation,
): readonly Payer[] =>
  allPayers(simulation).filter(({ customer }) => billingProfileOf(customer).name === name);

function customerScope(name: string, path: string, { world }: Simulation, refusal: Answer): Scoped {
  const wanted = name.toLowerCase();
  const customer = world.customers.find(
    ({ billingCustomerId }) => billingCustomerId?.toLowerCase() === wanted,
  );
  if (customer === undefined || customer.costRefused) return { refusal };
  // Customers of the legacy offer do not exist at this scope.
  const payers = payersOf(customer).filter(({ subscription }) => subscription?.billing?.plan !== 'legacy');
  return { scope: { kind: 'customer', path, inDollars: false, payers } };
}

/** Retail prices, and nothing about credit: what anybody who reads the subscription may see. */
function subscriptionScope(subscriptionId: string, armCall: ArmCall, action: string): Scoped {
  const { caller, simulation } = armCall;
  const held = authorised(caller, subscriptionId, action.replace(/\/action$/, '/read'), simulation);
  if ('refusal' in held) return held;
  const { subscription } = held;
  const customer = simulation.world.customers.find(({ tenantId }) => tenantId === subscription.tenantId);
  if (customer === undefined) throw new Error('a subscription of no customer');
  const payers = payersOf(customer).filter((payer) => payer.subscription === subscription);
  const path = `subscriptions/${subscription.subscriptionId}`;
  return { scope: { kind: 'subscription', path, inDollars: false, payers } };
}

const ALL_PAYERS = new WeakMap<Simulation['world'], readonly Payer[]>();

/** Everybody, also whose profile is closed: what the account itself hands out tells them all. */
export function allPayers({ world }: Pick<Simulation, 'world'>): readonly Payer[] {
  const known = ALL_PAYERS.get(world);
  if (known !== undefined) return known;
  const made = world.customers.flatMap(payersOf);
  ALL_PAYERS.set(world, made);
  return made;
}

const openPayers = (simulation: Simulation): readonly Payer[] =>
  allPayers(simulation).filter(({ customer }) => !isClosedProfile(billingProfileOf(customer).name));

const payersOf = (customer: Customer): Payer[] => [
  ...customer.subscriptions.map((subscription) => ({
    customer,
    subscription,
    linesOf: (day: string) => costLines(subscription, day),
  })),
  ...(customer.charges.length === 0
    ? []
    : [{ customer, subscription: null, linesOf: (day: string) => customerLines(customer, day) }]),
];
