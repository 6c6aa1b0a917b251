import { read, unread, type Facts, type Read, type Unread } from '#lib/core/evidence.ts';
import {
  BELOW_MARKET_PRICE,
  type BilledSubscription,
  type DailyCost,
  type GroupedCost,
} from '#lib/core/facts.ts';
import type { SubscriptionId, TenantId } from '#lib/core/ids.ts';
import { firstDay, startOf, type Instant, type Period } from '#lib/core/periods.ts';
import { listBilledSubscriptions, listBillingTransfers } from '#lib/db/billing.ts';
import { listCostedSubscriptions } from '#lib/db/costs.ts';
import { listVisibleSubscriptions, type VisibleSubscription } from '#lib/db/customers.ts';
import { listIdentities } from '#lib/db/directory.ts';
import { listMarketplaceOffers } from '#lib/db/tenants.ts';
import type { CostCover } from '#lib/db/verdicts.ts';
import type { JudgeDeps } from './deps.ts';
import { loadAccess, type AccessWays, type Known } from './load-access.ts';
import { loadCosts, type CustomerCost, type MonthFacts } from './load-costs.ts';
import { byPrincipal, membersByGroup, type Shared } from './load-shared.ts';
import { bySubscription, findRead, readOf, reasonUnread } from './read-of.ts';

export type KnownSubscription = {
  facts: Facts;
  seen: VisibleSubscription | null;
  ways: AccessWays;
  /** Why not all links were read; null: all of those that we can ask for were. */
  linksUnread: Unread | null;
  asOf: Instant | null;
};

/** `loose`: charges of the month that belong to no subscription. */
export type KnownCustomer = {
  subscriptions: KnownSubscription[];
  loose: readonly DailyCost[];
  covers: readonly CostCover[];
};

type Asked = { tenantIds: readonly TenantId[]; period: Period; month: MonthFacts };

/**
 * Facts of every subscription known of customers: visible to a token of ours, or billed through us. Many customers
 * at once, since each question to the store has its price.
 */
export async function loadCustomers(
  deps: JudgeDeps,
  shared: Shared,
  asked: Asked,
): Promise<Map<TenantId, KnownCustomer>> {
  const { db, profile } = deps;
  const { tenantIds, period, month } = asked;
  const costs = await loadCosts(db, shared, { tenantIds, period });
  const customers = await customerFacts(deps, shared, tenantIds);
  const listed = await listKnown(deps, shared, asked, costs);
  const access = await loadAccess(db, shared, listed.known);
  const billing = await billingFacts(deps, shared, listed);
  const known = Map.groupBy(listed.known, ({ tenantId }) => tenantId);
  return new Map(
    tenantIds.map((tenantId) => {
      const cost = costs(tenantId);
      const linksUnread = whyLinksUnread(shared, tenantId);
      const subscriptions = (known.get(tenantId) ?? []).map((of) => {
        const { subscriptionId, seenBy } = of;
        const { ways, ...reached } = access(of);
        const facts: Facts = {
          profile,
          managing: shared.managing,
          customer: withBilling(customers(tenantId), listed.costed.has(keyOf(of))),
          subscription: {
            subscriptionId,
            ...reached,
            ...billing(subscriptionId),
            ...costFacts(cost, subscriptionId),
            ...month,
          },
        };
        return { facts, seen: seenBy[0] ?? null, ways, linksUnread, asOf: oldest(facts) };
      });
      const loose = cost.daily.state === 'read' ? (cost.daily.value.get(null) ?? []) : [];
      return [tenantId, { subscriptions, loose, covers: cost.covers }];
    }),
  );
}

/** Each link is an answer of its own: a read that one of them is missing from holds the others all the same. */
function whyLinksUnread(shared: Shared, tenantId: TenantId): Unread | null {
  const rows = ['' as const, tenantId].flatMap((whose) => findRead(shared, 'partner-links', whose) ?? []);
  const broken = rows.find(({ outcome }) => outcome !== 'done');
  return broken === undefined ? null : reasonUnread(broken, 'partner-links');
}

const withBilling = (customer: Facts['customer'], isCosted: boolean): Facts['customer'] =>
  isCosted ? { ...customer, billedByUs: true } : customer;

function costFacts(
  { daily, grouped, way }: CustomerCost,
  id: SubscriptionId,
): Pick<Facts['subscription'], 'costs' | 'costWay' | 'groupedCosts' | 'lowerPriceUnflagged'> {
  const pick = <Row>(held: Read<ReadonlyMap<SubscriptionId | null, readonly Row[]>>): Read<readonly Row[]> =>
    held.state === 'read' ? read(held.value.get(id) ?? [], held.at) : held;
  const groupedCosts = pick(grouped);
  const lowerPriceUnflagged =
    groupedCosts.state === 'read'
      ? read(groupedCosts.value.some(isBelowMarket), groupedCosts.at)
      : groupedCosts;
  return { costs: pick(daily), costWay: way, groupedCosts, lowerPriceUnflagged };
}

const isBelowMarket = ({ grouping, name, costClass }: GroupedCost): boolean =>
  grouping === 'price' &&
  name === BELOW_MARKET_PRICE &&
  (costClass === 'ELIGIBLE_NOT_EARNED' || costClass === 'CREDIT_UNKNOWN');

type BilledRow = BilledSubscription & { subscriptionId: SubscriptionId };

type Listed = {
  known: readonly Known[];
  /** keyOf those that any month had cost of. */
  costed: ReadonlySet<string>;
  billed: readonly BilledRow[];
};

const keyOf = ({ tenantId, subscriptionId }: Pick<Known, 'tenantId' | 'subscriptionId'>): string =>
  `${tenantId}/${subscriptionId}`;

/** Subscriptions of each customer: those that a token sees, that billing lists, and that any month had cost of. */
async function listKnown(
  { db }: JudgeDeps,
  shared: Shared,
  { tenantIds, period }: Asked,
  costs: (tenantId: TenantId) => CustomerCost,
): Promise<Listed> {
  const seen = Map.groupBy(await listVisibleSubscriptions(db, tenantIds), keyOf);
  const customers = tenantIds.flatMap((tenantId) =>
    (shared.billed.get(tenantId) ?? []).map((row) => [idOfCustomer(row), tenantId] as const),
  );
  const tenantOf = new Map(customers);
  const billed = await listBilledSubscriptions(db, {
    subscriptionIds: [...new Set([...seen.values()].flat().map((row) => row.subscriptionId))],
    customerIds: [...new Set(customers.map(([id]) => id.slice(id.indexOf('/') + 1)))],
  });
  const ofBilling = billed.flatMap((row) => {
    const tenantId = tenantOf.get(idOfCustomer(row));
    const wasBilled = row.until === null || Date.parse(row.until) > Date.parse(startOf(firstDay(period)));
    return tenantId === undefined || !wasBilled ? [] : [{ tenantId, subscriptionId: row.subscriptionId }];
  });
  const ofCost = [
    ...(await listCostedSubscriptions(db, tenantIds)),
    ...tenantIds.flatMap((tenantId) => costedIn(costs(tenantId), tenantId)),
  ];
  const entries = [...[...seen.values()].flat(), ...ofBilling, ...ofCost];
  const known = new Map(
    entries.map(({ tenantId, subscriptionId }) => {
      const key = keyOf({ tenantId, subscriptionId });
      return [key, { tenantId, subscriptionId, seenBy: managingFirst(seen.get(key) ?? []) }];
    }),
  );
  return {
    known: [...known].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, entry]) => entry),
    costed: new Set(ofCost.map(keyOf)),
    billed,
  };
}

const idOfCustomer = (row: { billingAccountName: string; customerId: string | null }): string =>
  `${row.billingAccountName}/${row.customerId ?? ''}`;

const managingFirst = (rows: readonly VisibleSubscription[]): VisibleSubscription[] =>
  rows.toSorted((left, right) => right.source.localeCompare(left.source));

const costedIn = ({ daily }: CustomerCost, tenantId: TenantId) =>
  daily.state === 'read'
    ? [...daily.value.keys()].flatMap((subscriptionId) =>
        subscriptionId === null ? [] : [{ tenantId, subscriptionId }],
      )
    : [];

/** Billing lists all subscriptions only where all accounts were asked. */
async function billingFacts(
  { db, billingAccount }: JudgeDeps,
  shared: Shared,
  { known, billed }: Listed,
): Promise<(id: SubscriptionId) => Pick<Facts['subscription'], 'billing' | 'transfers'>> {
  const rows = bySubscription(billed);
  const ids = [...new Set(known.map(({ subscriptionId }) => subscriptionId))];
  const transfers = bySubscription(await listBillingTransfers(db, ids));
  return (id) => {
    const [row = null] = rows.get(id) ?? [];
    const billing = readOf(shared, ['billing-subscriptions', ''], row);
    return {
      billing: row === null && billingAccount !== null ? unread('not-visible') : billing,
      transfers: readOf(shared, ['billing-transfers', ''], transfers.get(id) ?? []),
    };
  };
}

async function customerFacts(
  { db }: JudgeDeps,
  shared: Shared,
  tenantIds: readonly TenantId[],
): Promise<(tenantId: TenantId) => Facts['customer']> {
  const identities = Map.groupBy(
    await listIdentities(db, 'customer-identities', tenantIds),
    ({ identity }) => identity.tenantId,
  );
  const offers = Map.groupBy(await listMarketplaceOffers(db, tenantIds), (row) => row.tenantId);
  return (tenantId) => {
    const known = identities.get(tenantId) ?? [];
    const alone = known.filter(({ memberOf }) => memberOf === null).map(({ identity }) => identity);
    return {
      tenantId,
      billedByUs: !shared.billed.has(tenantId) && shared.listsAllBilled ? false : null,
      identities: readOf(shared, ['customer-identities', tenantId], byPrincipal(alone)),
      groupMembers: membersByGroup(known),
      servicePrincipalId: shared.ownPrincipals.get(tenantId) ?? null,
      gdap: readOf(shared, ['gdap', ''], shared.gdap.get(tenantId) ?? []),
      marketplaceOffers: readOf(shared, ['marketplace-offers', tenantId], offers.get(tenantId) ?? []),
    };
  };
}

function oldest({ subscription, managing, customer }: Facts): Instant | null {
  const dates = [
    subscription.delegations,
    subscription.roleAssignments,
    subscription.costs,
    managing.agentGroups,
    managing.identities,
    customer.identities,
  ].flatMap((fact) => (fact.state === 'read' ? [fact.at] : []));
  return dates.sort()[0] ?? null;
}
