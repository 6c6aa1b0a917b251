import type { ArmCall, ArmRoute } from './arm-route.ts';
import { billingScope, PAGE_OF_BILLING, refuseBilling } from './billing-scope.ts';
import { json, type Answer } from './http.ts';
import { pageOf } from './paging.ts';
import { billingProfileOf } from './worlds/billing.ts';
import type { Customer, Subscription, SubscriptionBilling, World } from './worlds/types.ts';

const VERSIONS = ['2020-05-01', '2024-04-01'];
const ACCOUNT = '/providers/Microsoft.Billing/billingAccounts/:billingAccountName';
const TYPE = 'Microsoft.Billing/billingAccounts/billingSubscriptions';

export const billingSubscriptionRoutes: readonly ArmRoute[] = [
  `${ACCOUNT}/billingSubscriptions`,
  `${ACCOUNT}/billingProfiles/:billingProfileName/billingSubscriptions`,
  `${ACCOUNT}/customers/:customerName/billingSubscriptions`,
].map((pattern) => ({ api: 'billing', pattern, version: VERSIONS, methods: { GET: list } }));

const profileOf = ({ customer }: Pick<Billed, 'customer'>) => billingProfileOf(customer);

type Billed = { customer: Customer; subscription: Subscription; billing: SubscriptionBilling };

function billedOf({ customers }: World): Billed[] {
  return customers.flatMap((customer) =>
    customer.subscriptions.flatMap((subscription) =>
      subscription.billing === null ? [] : [{ customer, subscription, billing: subscription.billing }],
    ),
  );
}

/** What has ended is listed only on demand. */
const isShown = ({ billing: { status } }: Billed, includeDeleted: boolean): boolean =>
  includeDeleted || (status !== 'Deleted' && status !== 'Expired');

function list(armCall: ArmCall): Answer {
  const refused = refuseBilling(armCall, 'billingSubscriptions/read');
  if (refused !== null) return refused;
  const { call, params, simulation } = armCall;
  const { world } = simulation;
  const { billingProfileName: profile, customerName } = params;
  const includeDeleted = call.query.get('includeDeleted') === 'true';
  const found = billedOf(world).filter(
    (billed) =>
      isShown(billed, includeDeleted) &&
      (profile === undefined || profileOf(billed).name === profile) &&
      (customerName === undefined || billed.customer.billingCustomerId === customerName),
  );
  const page = pageOf(found, call, { size: PAGE_OF_BILLING });
  if ('refusal' in page) return page.refusal;
  const isNew = call.query.get('api-version') === '2024-04-01';
  // The newer version names the reseller on demand only.
  const expand = (call.query.get('expand') ?? '').toLowerCase().split(',');
  const shown = { account: billingScope(params), withReseller: !isNew || expand.includes('reseller') };
  return json({
    ...(isNew ? { totalCount: found.length } : {}),
    value: page.items.map((billed) => (isNew ? newWireOf : oldWireOf)(billed, shown)),
    ...(page.nextLink === undefined ? {} : { nextLink: page.nextLink }),
  });
}

const skuOf = ({ plan }: SubscriptionBilling) =>
  plan === 'legacy'
    ? { skuId: 'MS-AZR-0145P', skuDescription: 'Microsoft Azure CSP (legacy)' }
    : { skuId: '0001', skuDescription: 'Microsoft Azure Plan' };

type Shown = { account: string; withReseller: boolean };

const commonOf = ({ customer, subscription, billing }: Billed, { account, withReseller }: Shown) => ({
  billingProfileId: `${account}/billingProfiles/${profileOf({ customer }).name}`,
  billingProfileDisplayName: profileOf({ customer }).displayName,
  customerId: `${account}/customers/${customer.billingCustomerId ?? ''}`,
  customerDisplayName: customer.displayName,
  displayName: subscription.displayName,
  ...(billing.resellerId === null || !withReseller
    ? {}
    : { reseller: { resellerId: billing.resellerId, description: nameOf(billing.resellerId, customer) } }),
  ...skuOf(billing),
});

const nameOf = (id: string, { resellers }: Customer): string =>
  resellers.find(({ resellerId }) => resellerId === id)?.name ?? id;

const frameOf = (subscription: Subscription, account: string) => ({
  id: `${account}/billingSubscriptions/${subscription.subscriptionId}`,
  name: subscription.subscriptionId,
  type: TYPE,
});

/** The older version knows neither dates nor what became of a subscription. */
const oldWireOf = (billed: Billed, shown: Shown) => ({
  ...frameOf(billed.subscription, shown.account),
  properties: {
    ...commonOf(billed, shown),
    subscriptionId: billed.subscription.subscriptionId,
    subscriptionBillingStatus: billed.billing.status === 'Active' ? 'Active' : 'Inactive',
  },
});

function newWireOf(billed: Billed, shown: Shown) {
  const { customer, subscription, billing } = billed;
  const { since, until, status, plan } = billing;
  return {
    ...frameOf(subscription, shown.account),
    properties: {
      ...commonOf(billed, shown),
      beneficiaryTenantId: subscription.tenantId,
      billingProfileName: profileOf(billed).name,
      customerName: customer.billingCustomerId,
      productCategory: 'UsageBased',
      productType: plan === 'legacy' ? 'Azure' : 'Azure plan',
      productTypeId: plan === 'legacy' ? 'MS-AZR-0145P' : 'DZH318Z0BPS6',
      purchaseDate: since,
      provisioningTenantId: subscription.tenantId,
      resourceUri: `/subscriptions/${subscription.subscriptionId}`,
      status,
      ...(until === null ? {} : suspensionOf(until)),
      subscriptionId: subscription.subscriptionId,
      termStartDate: since,
      ...(until === null ? {} : { termEndDate: until }),
    },
    tags: {},
  };
}

const suspensionOf = (until: string) => ({
  suspensionReasons: ['Transferred'],
  suspensionReasonDetails: [{ effectiveDate: until, reason: 'Transferred' }],
});
