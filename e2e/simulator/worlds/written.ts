import type { ApplicationKey } from './partner.ts';
import type { Charge } from './cost-types.ts';
import type { Setup } from './setup.ts';
import type {
  BillingTransfer,
  CostPlan,
  Currency,
  Expected,
  ExpectedCustomer,
  GdapRelationship,
  MarketplacePlan,
  Once,
  ResellerEntry,
  Subscription,
  SubscriptionBilling,
} from './types.ts';

type Other = { tenantId: string; name: string };

export type WrittenSubscription = {
  displayName: string;
  cost: CostPlan;
  expected: Expected | null;
  /** Instead of the customer's. */
  setup?: Setup;
  state?: Subscription['state'];
  /** Where it differs from an active Azure plan; null: the partner's billing account does not list it. */
  billing?: Partial<SubscriptionBilling> | null;
  once?: Once;
  transfer?: Pick<BillingTransfer, 'direction' | 'status' | 'at'> & { other: Other };
};

export type WrittenOffer = { managedBy?: Other; offerName: string; planName: string; plan: MarketplacePlan };

export type WrittenReseller = Omit<ResellerEntry, 'customers'>;

/** What a customer of a world is written in. */
export type WrittenCustomer = {
  key: string;
  displayName: string;
  domain: string;
  billingCurrency: Currency;
  costRefused?: boolean;
  /** Of the customer, and of none of its subscriptions. */
  charges?: readonly Charge[];
  setup: Setup;
  subscriptions: readonly WrittenSubscription[];
  /** Its name on the billing account where that is not the tenant's id; null: not billed by the partner. */
  billingCustomerId?: string | null;
  reseller?: WrittenReseller;
  offers?: readonly WrittenOffer[];
  gdap?: Pick<GdapRelationship, 'displayName' | 'status' | 'activatedDateTime' | 'endDateTime'>;
  /** Links that applications of ours have in the customer's tenant; null: none, and their token can tell. */
  links?: Partial<Record<ApplicationKey, { partnerId: string; partnerName: string } | null>>;
  expected: ExpectedCustomer;
  /** Why the answer is what it is, in one line. */
  because?: string;
};
