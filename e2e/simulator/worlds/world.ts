import { BILLING_PROFILES } from './billing.ts';
import { calendarAt, type Calendar } from './calendar.ts';
import { lateCauses, NO_BILLING_CAUSES, PROVIDER_CAUSES, RESELLER_CAUSES } from './causes/other-partners.ts';
import { directCauses, FURTHER_CAUSES } from './causes/worlds.ts';
import { FIRST_WORLD } from './first-world.ts';
import { demoCustomers } from './demo.ts';
import { customerTenant } from './directory.ts';
import {
  APPLICATIONS,
  BILLING_ACCOUNT_NAME,
  LINK_KEYS,
  MANAGING_TENANT,
  managingTenant,
  PARTNER_GLOBAL_ID,
  PARTNER_IDS,
  PARTNER_LINKS,
  partnerLink,
  principalId,
  type ApplicationKey,
} from './partner.ts';
import { guidOf } from './seeded.ts';
import {
  delegationsOf,
  denyAssignmentsOf,
  guestApplicationId,
  managedApplicationId,
  roleAssignmentsOf,
  roleSchedulesOf,
} from './setup.ts';
import type {
  BillingTransfer,
  Customer,
  GdapRelationship,
  MarketplaceOffer,
  PartnerLink,
  ResellerEntry,
  Subscription,
  World,
} from './types.ts';
import type { WrittenCustomer, WrittenSubscription } from './written.ts';

const RESOURCE_GROUPS = ['rg-web', 'rg-data', 'rg-network'] as const;

export type WorldOptions = {
  customers: number;
  seed: number;
  name?: WorldName;
  /** Subscriptions of an ordinary customer on the average. */
  subscriptionsEach?: number;
  /** The instant that dates of the world are seen from. */
  nowMs?: number;
};

/** The demo's customers are as many as asked for; another world has its own, and at most so many. */
export function buildWorld(options: WorldOptions): World {
  const { customers, seed, name = 'demo', nowMs = Date.now(), subscriptionsEach } = options;
  const calendar = calendarAt(nowMs);
  if (name === 'demo') {
    const each = subscriptionsEach === undefined ? {} : { subscriptionsEach };
    return worldOf(demoCustomers({ customers, seed, calendar, ...each }));
  }
  const { written, partner, readsBilling } = NAMED[name](calendar);
  const rights = readsBilling ? {} : { billingReaders: new Set<string>() };
  return worldOf(written.slice(0, customers), { ...partner, ...rights });
}

type NamedWorld = {
  written: readonly WrittenCustomer[];
  partner: Partial<World['partner']>;
  readsBilling: boolean;
};

const world = (
  written: readonly WrittenCustomer[],
  partner: NamedWorld['partner'] = {},
  readsBilling = true,
): NamedWorld => ({ written, partner, readsBilling });

const NAMED = {
  /** A customer for each cause that a direct-bill partner meets, those of the demo's first ones included. */
  causes: (calendar: Calendar) => world([...directCauses(calendar), ...FURTHER_CAUSES, ...FIRST_WORLD]),
  'indirect-provider': () =>
    world(PROVIDER_CAUSES, { type: 'indirect-provider', resellers: resellersOf(PROVIDER_CAUSES) }),
  'indirect-reseller': () => world(RESELLER_CAUSES, { type: 'indirect-reseller' }),
  'no-billing': () => world(NO_BILLING_CAUSES, {}, false),
  'late-data': (calendar: Calendar) => world(lateCauses(calendar)),
} satisfies Record<string, (calendar: Calendar) => NamedWorld>;

export type WorldName = 'demo' | keyof typeof NAMED;
const isNamed = (name: string): name is keyof typeof NAMED => name in NAMED;
export const WORLD_NAMES: readonly WorldName[] = ['demo', ...Object.keys(NAMED).filter(isNamed)];

/** Each reseller once, with all the customers that it stands for. */
function resellersOf(written: readonly WrittenCustomer[]): ResellerEntry[] {
  const byName = Map.groupBy(
    written.filter(({ reseller }) => reseller !== undefined),
    ({ reseller }) => reseller?.name ?? '',
  );
  return [...byName.values()].flatMap((customers) => {
    const reseller = customers[0]?.reseller;
    return reseller === undefined
      ? []
      : { ...reseller, customers: customers.map(({ key }) => tenantIdOf(key)) };
  });
}

const tenantIdOf = (key: string): string => guidOf('customer tenant', key);

/** The partner's side of every world, and these customers. */
export function worldOf(written: readonly WrittenCustomer[], partner: Partial<World['partner']> = {}): World {
  const home = managingTenant();
  const built = written.map((customer) => ({ written: customer, customer: buildCustomer(customer) }));
  const tenants = built.map(({ written: { setup }, customer }) => customerTenant(customer, setup));
  const links = built.flatMap(linkedKeys);
  return {
    managingTenant: home,
    tenants: new Map([home, ...tenants].map((tenant) => [tenant.tenantId, tenant])),
    applications: new Map(Object.values(APPLICATIONS).map((known) => [known.appId, known])),
    customers: built.map(({ customer }) => customer),
    subscriptions: new Map(
      built.flatMap(({ customer }) => customer.subscriptions).map((held) => [held.subscriptionId, held]),
    ),
    links: [...PARTNER_LINKS, ...links.flatMap(({ link }) => link ?? [])],
    gdap: built.flatMap(gdapOf),
    transfers: built.flatMap(transfersOf),
    linkCredentials: [
      ...LINK_KEYS.map((key) => ({ tenantId: home.tenantId, application: APPLICATIONS[key] })),
      ...links.map(({ tenantId, key }) => ({ tenantId, application: APPLICATIONS[key] })),
    ],
    partner: {
      ids: PARTNER_IDS,
      globalId: PARTNER_GLOBAL_ID,
      type: 'direct-bill',
      billingAccountName: BILLING_ACCOUNT_NAME,
      billingProfiles: BILLING_PROFILES,
      resellers: null,
      billingReaders: new Set([principalId('pecboard')]),
      ...partner,
    },
  };
}

type Built = { written: WrittenCustomer; customer: Customer };

function buildCustomer(written: WrittenCustomer): Customer {
  const tenantId = tenantIdOf(written.key);
  return {
    tenantId,
    displayName: written.displayName,
    domain: written.domain,
    billingCurrency: written.billingCurrency,
    billingCustomerId: written.billingCustomerId === undefined ? tenantId : written.billingCustomerId,
    resellers:
      written.reseller === undefined
        ? []
        : written.reseller.partnerIds.map((resellerId) => ({
            resellerId,
            name: written.reseller?.name ?? resellerId,
          })),
    offers: offersOf(written),
    costRefused: written.costRefused ?? false,
    charges: written.charges ?? [],
    subscriptions: written.subscriptions.map((held, index) =>
      buildSubscription({ written, held, tenantId, index }),
    ),
    expected: written.expected,
  };
}

type Place = { written: WrittenCustomer; held: WrittenSubscription; tenantId: string; index: number };

function buildSubscription({ written, held, tenantId, index }: Place): Subscription {
  const subscriptionId = guidOf('subscription', written.key, index);
  const setup = held.setup ?? written.setup;
  const managed = setup.managedGroups ?? [];
  const resourceGroups = [...RESOURCE_GROUPS, ...managed.map(({ name }) => name)];
  const place = { subscriptionId, tenantId, resourceGroups };
  return {
    subscriptionId,
    tenantId,
    displayName: held.displayName,
    cost: held.cost,
    expected: held.expected,
    once: held.once ?? null,
    state: held.state ?? 'Enabled',
    resourceGroups,
    managedBy: new Map(
      managed.map(({ name, application }) => [name, managedApplicationId(subscriptionId, application)]),
    ),
    delegations: delegationsOf(subscriptionId, setup),
    roleAssignments: roleAssignmentsOf(place, setup),
    roleSchedules: roleSchedulesOf(place, setup),
    denyAssignments: denyAssignmentsOf(place, setup),
    billing: billingOf(written, held),
  };
}

function billingOf(written: WrittenCustomer, { billing }: WrittenSubscription): Subscription['billing'] {
  if (billing === null || written.billingCustomerId === null) return null;
  return {
    plan: 'azure-plan',
    status: 'Active',
    since: '2023-09-01T00:00:00Z',
    until: null,
    resellerId: written.reseller?.partnerIds[0] ?? null,
    ...billing,
  };
}

const offersOf = ({ key, offers = [] }: WrittenCustomer): MarketplaceOffer[] =>
  offers.map(({ managedBy = MANAGING_TENANT, ...offer }) => ({
    ...offer,
    identifier: `${offer.plan.publisher}.${offer.plan.product}.${offer.plan.name}.${guidOf('offer', key).slice(0, 8)}`,
    managedByTenantId: managedBy.tenantId,
    publisherName: managedBy.name,
    authorizations: [],
  }));

const gdapOf = ({ written: { key, gdap }, customer }: Built): GdapRelationship[] =>
  gdap === undefined
    ? []
    : [
        {
          ...gdap,
          id: `${guidOf('gdap', key)}-${guidOf('gdap partner', key)}`,
          customerTenantId: customer.tenantId,
          customerName: customer.displayName,
        },
      ];

const transfersOf = ({ written, customer: { tenantId, subscriptions } }: Built): BillingTransfer[] =>
  written.subscriptions.flatMap(({ transfer }, index) => {
    const subscriptionId = subscriptions[index]?.subscriptionId;
    if (transfer === undefined || subscriptionId === undefined) return [];
    const { other, ...facts } = transfer;
    return {
      ...facts,
      name: guidOf('transfer', subscriptionId),
      subscriptionId,
      customerTenantId: tenantId,
      otherPartnerTenantId: other.tenantId,
      otherPartnerName: other.name,
    };
  });

type LinkedKey = { tenantId: string; key: ApplicationKey; link: PartnerLink | null };

function linkedKeys({ written: { links = {} }, customer: { tenantId } }: Built): LinkedKey[] {
  // The keys of this record are the ones that its type lists.
  const keys = Object.keys(links) as ApplicationKey[];
  return keys.map((key) => {
    const facts = links[key] ?? null;
    const objectId = guestApplicationId(tenantId, key);
    return { tenantId, key, link: facts && partnerLink(key, { ...facts, tenantId, objectId }) };
  });
}
