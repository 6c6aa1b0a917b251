import { customerTenant } from './directory.ts';
import { FIRST_WORLD, type WrittenCustomer } from './first-world.ts';
import { ordinaryCustomers } from './ordinary.ts';
import {
  APPLICATIONS,
  BILLING_ACCOUNT_NAME,
  managingTenant,
  PARTNER_GLOBAL_ID,
  PARTNER_IDS,
  PARTNER_LINKS,
  principalId,
} from './partner.ts';
import { guidOf } from './seeded.ts';
import { delegationsOf, roleAssignmentsOf } from './setup.ts';
import type { Customer, Subscription, World } from './types.ts';

const RESOURCE_GROUPS = ['rg-web', 'rg-data', 'rg-network'] as const;

export type WorldOptions = { customers: number; seed: number };

/** The first twelve customers are hand-written; all others come from the seed. */
export function buildWorld({ customers, seed }: WorldOptions): World {
  const written = [
    ...FIRST_WORLD.slice(0, customers),
    ...ordinaryCustomers(seed, Math.max(0, customers - FIRST_WORLD.length)),
  ];
  const home = managingTenant();
  const built = written.map((customer) => ({ written: customer, customer: buildCustomer(customer) }));
  const tenants = built.map(({ written: { setup }, customer }) => customerTenant(customer, setup));
  return {
    managingTenant: home,
    tenants: new Map([home, ...tenants].map((tenant) => [tenant.tenantId, tenant])),
    applications: new Map(Object.values(APPLICATIONS).map((known) => [known.appId, known])),
    customers: built.map(({ customer }) => customer),
    subscriptions: new Map(
      built.flatMap(({ customer }) => customer.subscriptions).map((held) => [held.subscriptionId, held]),
    ),
    links: PARTNER_LINKS,
    partner: {
      ids: PARTNER_IDS,
      globalId: PARTNER_GLOBAL_ID,
      type: 'direct-bill',
      billingAccountName: BILLING_ACCOUNT_NAME,
      billingReaders: new Set([principalId('pecboard')]),
    },
  };
}

function buildCustomer(written: WrittenCustomer): Customer {
  const tenantId = guidOf('customer tenant', written.key);
  return {
    tenantId,
    displayName: written.displayName,
    domain: written.domain,
    billingCurrency: written.billingCurrency,
    costRefused: written.costRefused ?? false,
    subscriptions: written.subscriptions.map((subscription, index): Subscription => {
      const subscriptionId = guidOf('subscription', written.key, index);
      return {
        subscriptionId,
        tenantId,
        ...subscription,
        resourceGroups: RESOURCE_GROUPS,
        delegations: delegationsOf(subscriptionId, written.setup),
        roleAssignments: roleAssignmentsOf(subscriptionId, tenantId, RESOURCE_GROUPS, written.setup),
      };
    }),
    expected: written.expected,
  };
}
