import { profileFor } from './arm-billing.ts';
import type { ArmCall, ArmRoute } from './arm-route.ts';
import { billingScope, refuseBilling } from './billing-scope.ts';
import { armError, json, paramOf, type Answer } from './http.ts';
import { pageOf } from './paging.ts';
import type { BillingTransfer, Customer, World } from './worlds/types.ts';

const VERSIONS = ['2024-04-01'];
const PATTERN =
  '/providers/Microsoft.Billing/billingAccounts/:billingAccountName/billingProfiles/:billingProfileName/customers/:customerName/transfers';
const LIFETIME_MS = 15 * 86_400_000;

export const billingTransferRoutes: readonly ArmRoute[] = [
  { api: 'billing', pattern: PATTERN, version: VERSIONS, methods: { GET: list } },
  {
    api: 'billing',
    pattern: '/providers/Microsoft.Billing/transfers',
    version: VERSIONS,
    methods: { GET: listReceived },
  },
];

/** Requests are sent to the mail address of a person; an application has none. */
function listReceived(): Answer {
  return json({ value: [] });
}

/** Requests that this partner sent: what moves away is asked for, and seen, by the other partner alone. */
function list(armCall: ArmCall): Answer {
  const refused = refuseBilling(armCall, 'billingProfiles/customers/transfers/read');
  if (refused !== null) return refused;
  const { call, params, simulation } = armCall;
  const { world } = simulation;
  const name = paramOf(params, 'customerName');
  const profile = paramOf(params, 'billingProfileName');
  const customer = world.customers.find(({ billingCustomerId }) => billingCustomerId === name);
  if (customer === undefined || profileFor(customer).name !== profile) {
    return armError(
      404,
      'NotFound',
      `The customer '${name}' was not found under billing profile '${profile}'.`,
    );
  }
  const found = world.transfers.filter(
    ({ customerTenantId, direction }) => customerTenantId === customer.tenantId && direction === 'in',
  );
  const page = pageOf(found, call);
  if ('refusal' in page) return page.refusal;
  const scope = `${billingScope(params)}/billingProfiles/${profile}/customers/${name}`;
  return json({
    value: page.items.map((transfer) => wireOf(transfer, { scope, customer, world })),
    ...(page.nextLink === undefined ? {} : { nextLink: page.nextLink }),
  });
}

type Shown = { scope: string; customer: Customer; world: World };

const wireOf = (transfer: BillingTransfer, { scope, customer, world }: Shown) => ({
  id: `${scope}/transfers/${transfer.name}`,
  name: transfer.name,
  type: 'Microsoft.Billing/billingAccounts/billingProfiles/customers/transfers',
  properties: {
    expirationTime: new Date(Date.parse(transfer.at) + LIFETIME_MS).toISOString(),
    transferStatus: transfer.status,
    recipientEmailId: `billing@${customer.domain}`,
    initiatorEmailId: `operations@${world.managingTenant.domain}`,
    initiatorCustomerType: 'Partner',
    detailedTransferStatus: [
      {
        productType: 'AzureSubscription',
        productId: transfer.subscriptionId,
        productName: customer.subscriptions.find(
          ({ subscriptionId }) => subscriptionId === transfer.subscriptionId,
        )?.displayName,
        transferStatus: transfer.status,
      },
    ],
  },
  systemData: {
    createdBy: `operations@${world.managingTenant.domain}`,
    createdByType: 'User',
    createdAt: transfer.at,
    lastModifiedAt: transfer.at,
  },
});
