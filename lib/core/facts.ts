import type { CostClass } from './cost-classes.ts';
import type { PartnerId, PrincipalId, RoleDefinitionId, SubscriptionId, TenantId } from './ids.ts';
import type { Decimal } from './money.ts';
import type { Day, Instant } from './periods.ts';

/** What Azure said, in our names. Absence is a value: null means Azure said nothing. */

export type Subscription = {
  subscriptionId: SubscriptionId;
  /** The subscription's home tenant: the customer. */
  tenantId: TenantId;
  displayName: string;
  state: string;
  /** quotaId of the subscription policies, for example CSP_2015-05-01. */
  offer: string | null;
};

/** A tenant that a token sees; customers projected by Lighthouse among them. */
export type KnownTenant = {
  tenantId: TenantId;
  displayName: string | null;
  domain: string | null;
  category: 'home' | 'projected-by' | 'managed-by' | 'other';
};

export type ResourceGroup = {
  subscriptionId: SubscriptionId;
  /** Lower-cased. */
  name: string;
  /** Resource id, lower-cased, of the managed application or workspace that owns the group; null for most. */
  managedBy: string | null;
};

export type Authorization = {
  principalId: PrincipalId;
  principalDisplayName: string | null;
  roleDefinitionId: RoleDefinitionId;
};

/** Lighthouse's eligible authorization: activated just in time, never permanent. */
export type JustInTimeAuthorization = Authorization & {
  /** ISO 8601 duration, for example PT8H. */
  maximumActivation: string | null;
  multiFactor: boolean | null;
  approverIds: readonly PrincipalId[];
};

export type MarketplacePlan = { name: string; publisher: string; product: string; version: string };

export type Delegation = {
  /** Resource id of the registration assignment, lower-cased, with leading slash. */
  id: string;
  subscriptionId: SubscriptionId;
  /** Lower-cased name; null when the whole subscription is delegated. */
  resourceGroup: string | null;
  definitionId: string;
  /** null when Azure returned the assignment without its definition. */
  definition: DelegationDefinition | null;
  provisioningState: string;
  createdAt: Instant | null;
};

export type DelegationDefinition = {
  name: string | null;
  managedByTenantId: TenantId;
  managedByTenantName: string | null;
  manageeTenantId: TenantId | null;
  manageeTenantName: string | null;
  /** Present only for a Marketplace managed service offer. */
  plan: MarketplacePlan | null;
  provisioningState: string;
  authorizations: Authorization[];
  justInTime: JustInTimeAuthorization[];
};

/** A Marketplace managed service offer that a customer has bought, delegated or not. */
export type MarketplaceOffer = {
  id: string;
  managedByTenantId: TenantId;
  offerName: string | null;
  planName: string | null;
  publisherName: string | null;
  plan: MarketplacePlan | null;
};

export type PrincipalType = 'user' | 'group' | 'service-principal' | 'foreign-group' | 'device' | 'other';

export type RoleAssignment = {
  id: string;
  subscriptionId: SubscriptionId;
  /** Resource id, lower-cased: of the subscription, or of something above or below it. */
  scope: string;
  scopeLevel: 'above' | 'subscription' | 'resource-group' | 'resource';
  principalId: PrincipalId;
  principalType: PrincipalType;
  roleDefinitionId: RoleDefinitionId;
  createdAt: Instant | null;
};

type Scoped = Pick<RoleAssignment, 'id' | 'subscriptionId' | 'scope' | 'scopeLevel'>;

/** An instance of Privileged Identity Management: a role that is, or may be made, active for a time. */
export type RoleSchedule = Scoped & {
  principalId: PrincipalId;
  roleDefinitionId: RoleDefinitionId;
  kind: 'assigned' | 'activated' | 'eligible';
  startAt: Instant | null;
  /** null: permanent. */
  endAt: Instant | null;
};

/** Made by Azure itself (managed applications, Databricks, deployment stacks), never by a customer. */
export type DenyAssignment = Scoped & {
  name: string | null;
  /** 'everyone', or the ids it names. */
  denied: 'everyone' | readonly PrincipalId[];
  excludedIds: readonly PrincipalId[];
  actions: readonly string[];
  notActions: readonly string[];
  coversChildScopes: boolean;
  madeBySystem: boolean;
};

export type RoleDefinition = {
  roleDefinitionId: RoleDefinitionId;
  name: string;
  kind: 'built-in' | 'custom' | 'other';
};

export type AgentGroup = { principalId: PrincipalId; name: string };

/** A directory object as the tenant's own directory shows it. */
export type Identity = {
  tenantId: TenantId;
  principalId: PrincipalId;
  type: PrincipalType;
  displayName: string | null;
  /** null when the directory does not say. */
  enabled: boolean | null;
  /** Users only: 'Member' or 'Guest'. */
  userType: string | null;
  /** Service principals only: the tenant that owns the application. */
  appOwnerTenantId: TenantId | null;
  /** Service principals only: the same application has one id in every tenant. */
  appId: string | null;
  /** Users only, lower-cased: the name they sign in with at home; for a guest, as the invitation tells it. */
  homeUserName: string | null;
};

export type GroupMember = { groupId: PrincipalId; member: Identity };

/** An instance of Privileged Identity Management for groups. */
export type MembershipSchedule = {
  groupId: PrincipalId;
  principalId: PrincipalId;
  access: 'member' | 'owner';
  kind: 'assigned' | 'activated' | 'eligible';
  startAt: Instant | null;
  endAt: Instant | null;
};

export type GdapRelationship = {
  id: string;
  customerTenantId: TenantId | null;
  displayName: string | null;
  /** Microsoft's word, for example active, expired, terminated. */
  status: string;
  activeFrom: Instant | null;
  endAt: Instant | null;
};

/** 'on-behalf-of': a signed-in person's own token; 'attested': a person's word, with evidence and expiry. */
export const LINK_METHODS = ['own-token', 'link-credential', 'on-behalf-of', 'attested'] as const;
export type LinkMethod = (typeof LINK_METHODS)[number];

/** The partner link of one identity in one tenant, read with that identity's own token. */
export type PartnerLink = {
  tenantId: TenantId;
  principalId: PrincipalId;
  displayName: string | null;
  how: LinkMethod;
  checkedAt: Instant;
  link:
    | { state: 'linked'; partnerId: PartnerId; partnerName: string | null; since: Instant | null }
    | { state: 'not-linked' };
};

export type BillingAccount = {
  /** Opaque name, '<guid>:<guid>_<date>'. */
  name: string;
  displayName: string;
  agreementType: string;
  accountType: string;
};

/** Its currency is the one in which the profile is billed; the account itself answers in USD. */
export type BillingProfile = {
  billingAccountName: string;
  /** Last segment of the profile's id. */
  name: string;
  displayName: string;
  currency: string | null;
};

/** A reseller of record as the billing account knows it. */
export type BilledReseller = { resellerId: string; name: string | null };

export type BilledCustomer = {
  billingAccountName: string;
  customerId: string;
  /** Taken to be the customer's tenant id when it has the form of one (contracts.md section 6, unproven). */
  tenantId: TenantId | null;
  displayName: string;
  billingProfileName: string | null;
  resellers: readonly BilledReseller[];
};

export type BilledSubscription = {
  billingAccountName: string;
  /** null for a product that is no Azure subscription. */
  subscriptionId: SubscriptionId | null;
  customerId: string | null;
  billingProfileName: string | null;
  displayName: string | null;
  /** Microsoft's word, for example Active, Disabled, Deleted, Expired. */
  status: string | null;
  offer: string | null;
  /** 'azure-plan' can earn, 'legacy' (MS-AZR-0145P) cannot; null: Azure does not say. */
  plan: 'azure-plan' | 'legacy' | 'other' | null;
  reseller: BilledReseller | null;
  /** First and last instant of billing through us, where told. */
  since: Instant | null;
  until: Instant | null;
};

/** A move of billing between partners, as far as a billing account shows it. */
export type BillingTransfer = {
  billingAccountName: string;
  id: string;
  subscriptionId: SubscriptionId;
  direction: 'in' | 'out';
  status: string;
  at: Instant | null;
  /** Tenant of the other partner, where told. */
  otherTenantId: TenantId | null;
};

/** The sums kept of a day: finer lines stay in files (architecture.md, One dialect, two sizes). */
export type DailyCost = {
  /** null for a charge that belongs to no subscription: it counts for the customer. */
  subscriptionId: SubscriptionId | null;
  day: Day;
  currency: string;
  costClass: CostClass;
  /** Cost in the billing currency, already after credit. Signed: refunds are negative. */
  net: Decimal;
  /** The same by Microsoft's own exchange rate: to order amounts of several currencies, never to add them. */
  netUsd: Decimal | null;
  /** Credit received, by each line's own rate; null where the source tells no rate, so that one is assumed. */
  credit: Decimal | null;
};

/** 'price': whether lines without credit are priced below the market price, which proves nothing. */
export const COST_GROUPINGS = ['resource-group', 'service', 'price'] as const;
export const BELOW_MARKET_PRICE = 'below-market';
export type CostGrouping = (typeof COST_GROUPINGS)[number];

/** Sums of a month by resource group or by service; only cost details and exports carry them. */
export type GroupedCost = Omit<DailyCost, 'day'> & {
  grouping: CostGrouping;
  /** Resource groups lower-cased; '' for a charge that has none. Of prices BELOW_MARKET_PRICE or ''. */
  name: string;
};

/** Cheapest first (azure/limits.md, 2026-11-21). */
export const COST_WAYS = [
  'export',
  'report-profile',
  'report-customer',
  'query-profile',
  'query-customer',
] as const;
export type CostWay = (typeof COST_WAYS)[number];
