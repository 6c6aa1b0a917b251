import type { ArmCall, ArmRoute } from './arm-route.ts';
import { billingScope, PAGE_OF_BILLING, refuseBilling } from './billing-scope.ts';
import { json, paramOf, type Answer } from './http.ts';
import { pageOf } from './paging.ts';
import { mayReadBilling } from './rights.ts';
import { billingProfileOf } from './worlds/billing.ts';
import type { BillingProfile, Customer } from './worlds/types.ts';

const VERSIONS = ['2020-05-01', '2024-04-01'];
const BASE = '/providers/Microsoft.Billing/billingAccounts';
const PROFILES = `${BASE}/:billingAccountName/billingProfiles`;

export const billingRoutes: readonly ArmRoute[] = [
  { api: 'billing', pattern: BASE, version: VERSIONS, methods: { GET: listAccounts } },
  { api: 'billing', pattern: PROFILES, version: VERSIONS, methods: { GET: listProfiles } },
  {
    api: 'billing',
    pattern: `${BASE}/:billingAccountName/customers`,
    version: VERSIONS,
    methods: { GET: listCustomers },
  },
  {
    api: 'billing',
    pattern: `${PROFILES}/:billingProfileName/customers`,
    version: VERSIONS,
    methods: { GET: listCustomers },
  },
];

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

function listProfiles(armCall: ArmCall): Answer {
  const refused = refuseBilling(armCall, 'billingProfiles/read');
  if (refused !== null) return refused;
  const { call, params, simulation } = armCall;
  const account = billingScope(params);
  const page = pageOf(simulation.world.partner.billingProfiles, call, { size: PAGE_OF_BILLING });
  if ('refusal' in page) return page.refusal;
  return json({
    value: page.items.map((profile) => profileOf(profile, account)),
    ...(page.nextLink === undefined ? {} : { nextLink: page.nextLink }),
  });
}

const profileOf = ({ name, displayName, currency }: BillingProfile, account: string) => ({
  id: `${account}/billingProfiles/${name}`,
  name,
  properties: {
    billingRelationshipType: 'CSPPartner',
    currency,
    displayName,
    hasReadAccess: true,
    invoiceDay: 5,
    invoiceEmailOptIn: true,
    status: 'Active',
    systemId: name,
  },
  type: 'Microsoft.Billing/billingAccounts/billingProfiles',
});

/** Dozens of customers come in one answer, as recorded; the total stands beside them. */
function listCustomers(armCall: ArmCall): Answer {
  const refused = refuseBilling(armCall, 'customers/read');
  if (refused !== null) return refused;
  const { call, params, simulation } = armCall;
  const { world } = simulation;
  const profile = params['billingProfileName'];
  const billed = world.customers.filter(
    (customer) =>
      customer.billingCustomerId !== null && (profile === undefined || profileFor(customer).name === profile),
  );
  const page = pageOf(billed, call, { size: PAGE_OF_BILLING });
  if ('refusal' in page) return page.refusal;
  const account = `${BASE}/${paramOf(params, 'billingAccountName')}`;
  const expand = (call.query.get('$expand') ?? call.query.get('expand') ?? '').toLowerCase().split(',');
  const isNew = call.query.get('api-version') === '2024-04-01';
  return json({
    ...(isNew ? {} : { totalCount: billed.length }),
    value: page.items.map((customer) => ({
      ...customerOf(customer, profileFor(customer), account),
      ...(isNew ? { tags: {} } : {}),
      properties: propertiesOf(customer, { profile: profileFor(customer), account, expand }),
    })),
    ...(page.nextLink === undefined ? {} : { nextLink: page.nextLink }),
  });
}

export const profileFor = (customer: Customer): BillingProfile => billingProfileOf(customer);

const customerOf = ({ billingCustomerId }: Customer, profile: BillingProfile, account: string) => ({
  id: `${account}/customers/${billingCustomerId ?? profile.name}`,
  name: billingCustomerId,
  type: 'Microsoft.Billing/billingAccounts/customers',
});

type Shown = { profile: BillingProfile; account: string; expand: readonly string[] };

const propertiesOf = ({ displayName, resellers }: Customer, { profile, account, expand }: Shown) => ({
  billingProfileDisplayName: profile.displayName,
  billingProfileId: `${account}/billingProfiles/${profile.name}`,
  displayName,
  ...(expand.includes('enabledazureplans')
    ? { enabledAzurePlans: [{ skuId: '0001', skuDescription: 'Microsoft Azure Plan' }] }
    : {}),
  ...(expand.includes('resellers')
    ? { resellers: resellers.map(({ resellerId, name }) => ({ resellerId, description: name })) }
    : {}),
});
