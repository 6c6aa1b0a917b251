import type { ArmCall, ArmRoute } from './arm-route.ts';
import { json, paramOf, type Answer } from './http.ts';
import { authorizationFailed } from './rights.ts';
import { guidOf } from './worlds/seeded.ts';
import type { Caller } from './tokens.ts';
import type { Currency, Customer, World } from './worlds/types.ts';

const VERSION = '2020-05-01';
const BASE = '/providers/Microsoft.Billing/billingAccounts';

export const billingRoutes: readonly ArmRoute[] = [
  { api: 'billing', pattern: BASE, version: VERSION, methods: { GET: listAccounts } },
  {
    api: 'billing',
    pattern: `${BASE}/:billingAccountName/customers`,
    version: VERSION,
    methods: { GET: listCustomers },
  },
];

export const mayReadBilling = ({ tenantId, objectId }: Caller, world: World): boolean =>
  tenantId === world.managingTenant.tenantId && world.partner.billingReaders.has(objectId);

function listAccounts({ caller, simulation: { world } }: ArmCall): Answer {
  if (!mayReadBilling(caller, world)) return json({ value: [] });
  const name = world.partner.billingAccountName;
  return json({
    value: [
      {
        id: `${BASE}/${name}`,
        name,
        properties: {
          accountStatus: 'Active',
          accountType: 'Partner',
          agreementType: 'MicrosoftPartnerAgreement',
          billingProfiles: { hasMoreResults: false },
          displayName: world.managingTenant.displayName,
          hasReadAccess: true,
        },
        type: 'Microsoft.Billing/billingAccounts',
      },
    ],
  });
}

/** All customers in one answer, as recorded; the total stands beside them. */
function listCustomers({ params, caller, simulation: { world } }: ArmCall): Answer {
  const scope = `${BASE}/${paramOf(params, 'billingAccountName')}`;
  const known = paramOf(params, 'billingAccountName') === world.partner.billingAccountName;
  if (!known || !mayReadBilling(caller, world)) {
    return authorizationFailed(caller, 'Microsoft.Billing/billingAccounts/customers/read', scope);
  }
  return json({
    totalCount: world.customers.length,
    value: world.customers.map((customer) => customerOf(customer, scope)),
  });
}

/** Billing profiles have names of their own form, one for each currency. */
const profileName = (currency: Currency): string =>
  guidOf('billing profile', currency).toUpperCase().slice(0, 18);

const customerOf = ({ tenantId, displayName, billingCurrency }: Customer, account: string) => ({
  id: `${account}/customers/${tenantId}`,
  name: tenantId,
  properties: {
    billingProfileDisplayName: `Halvorsen Cloud Partners ${billingCurrency}`,
    billingProfileId: `${account}/billingProfiles/${profileName(billingCurrency)}`,
    displayName,
  },
  type: 'Microsoft.Billing/billingAccounts/customers',
});
