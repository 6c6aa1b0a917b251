import type { Charge, CostPlan, Currency } from './cost-types.ts';

export type { CostLine, CostPlan, Currency, VariedCost } from './cost-types.ts';

type Answered = 'earning' | 'partial' | 'not-earning' | 'not-applicable' | 'unverified' | 'unknown';

/** A month that still has days too new to judge, or in which something changed, where the answer differs. */
export type OpenMonth = { verdict: Answered | 'pending'; cause: string };

/**
 * What the product has to say of a subscription, written by hand and never computed: for a closed month, and
 * for the open one as soon as one of its days is old enough to judge, save where `openMonth` differs.
 */
export type Expected = {
  linked: 'yes' | 'automatic' | 'no' | 'unknown';
  access: 'covered' | 'partly' | 'not-covered' | 'unknown';
  credit: 'credited' | 'partly' | 'not-credited' | 'not-applicable' | 'unknown';
  verdict: Answered | 'pending';
  cause: string;
  /** Causes that have to be named beside the main one. */
  alsoCauses?: readonly string[];
  openMonth?: OpenMonth;
};

/** What no call of Azure tells and a person does. */
export type Telling =
  | { kind: 'attested-link'; tenantId: string; principalId: string; displayName: string; since: string }
  /** A daily rated usage file of the month, in which lines that cost details show as free were paid by Azure credit. */
  | { kind: 'rated-usage' }
  | { kind: 'enrolment-moved' };

export type Once = { telling: Telling; expected: Expected };

export type ExpectedCustomer = Pick<Expected, 'verdict' | 'cause' | 'openMonth'>;

export type User = {
  kind: 'user';
  id: string;
  displayName: string;
  userPrincipalName: string;
  mail: string | null;
  accountEnabled: boolean;
  userType: 'Member' | 'Guest';
};

export type Group = { kind: 'group'; id: string; displayName: string; memberIds: readonly string[] };

/** An instance of Privileged Identity Management for groups. */
export type MembershipSchedule = {
  id: string;
  groupId: string;
  principalId: string;
  kind: 'assigned' | 'activated' | 'eligible';
  startDateTime: string;
  /** null: permanent. */
  endDateTime: string | null;
};

/** Granular delegated admin privileges: of the managing tenant over a customer's. */
export type GdapRelationship = {
  id: string;
  displayName: string;
  customerTenantId: string;
  customerName: string;
  status: 'active' | 'expired' | 'terminated' | 'approvalPending';
  activatedDateTime: string | null;
  endDateTime: string | null;
};

export type ServicePrincipal = {
  kind: 'servicePrincipal';
  id: string;
  displayName: string;
  appId: string;
  /** null for a managed identity. */
  appOwnerOrganizationId: string | null;
  accountEnabled: boolean;
  /** Application permissions of Microsoft Graph, granted in this directory. */
  graphRoles: readonly string[];
};

export type DirectoryObject = User | Group | ServicePrincipal;

export type Tenant = {
  tenantId: string;
  displayName: string;
  domain: string;
  objects: ReadonlyMap<string, DirectoryObject>;
  membershipSchedules?: readonly MembershipSchedule[];
};

export type Application = { appId: string; displayName: string; secret: string };

export type Authorization = { principalId: string; principalName: string; roleId: string };

export type JustInTimeAuthorization = Authorization & {
  /** ISO 8601 duration. */
  maximumActivation: string;
  multiFactor: boolean;
  approvers: readonly { principalId: string; principalName: string }[];
};

export type MarketplacePlan = { name: string; publisher: string; product: string; version: string };

export type Delegation = {
  assignmentName: string;
  definitionName: string;
  title: string;
  /** null: the whole subscription. */
  resourceGroup: string | null;
  managedByTenantId: string;
  managedByTenantName: string;
  authorizations: readonly Authorization[];
  justInTime: readonly JustInTimeAuthorization[];
  plan: MarketplacePlan | null;
  createdAt: string;
  /** Of the assignment; 'Succeeded' unless it broke. */
  provisioningState: string;
  /** The definition was deleted: the assignment comes without one, and no list holds it. */
  definitionMissing: boolean;
  /** Azure echoes the definition id as the client once sent it: without slash, in lower case. */
  oddDefinitionId: boolean;
};

export type RoleAssignment = {
  name: string;
  /** null: the whole subscription. */
  resourceGroup: string | null;
  principalId: string;
  principalType: 'User' | 'Group' | 'ServicePrincipal' | 'ForeignGroup';
  roleId: string;
  createdOn: string;
};

/** Privileged Identity Management of Azure roles. */
export type RoleSchedule = {
  name: string;
  resourceGroup: string | null;
  principalId: string;
  principalType: RoleAssignment['principalType'];
  roleId: string;
  kind: 'assigned' | 'activated' | 'eligible';
  startDateTime: string;
  endDateTime: string | null;
};

/** Made by Azure for a managed application or a workspace. */
export type DenyAssignment = {
  name: string;
  title: string;
  resourceGroup: string | null;
  /** 'everyone', or the ids that it names. */
  denied: 'everyone' | readonly string[];
  excludedIds: readonly string[];
  actions: readonly string[];
  notActions: readonly string[];
};

/** A Marketplace managed service offer that somebody of the tenant bought. */
export type MarketplaceOffer = {
  identifier: string;
  managedByTenantId: string;
  offerName: string;
  planName: string;
  publisherName: string;
  plan: MarketplacePlan;
  authorizations: readonly Authorization[];
};

/** How the partner's billing account lists a subscription. */
export type SubscriptionBilling = {
  plan: 'azure-plan' | 'legacy';
  status: 'Active' | 'Disabled' | 'Deleted' | 'Expired';
  since: string;
  until: string | null;
  /** Partner id of the reseller of record; null: sold without one. */
  resellerId: string | null;
};

/** A move of billing between partners. */
export type BillingTransfer = {
  name: string;
  subscriptionId: string;
  customerTenantId: string;
  direction: 'in' | 'out';
  status: 'Completed' | 'InProgress';
  at: string;
  otherPartnerTenantId: string;
  otherPartnerName: string;
};

export type Subscription = {
  subscriptionId: string;
  tenantId: string;
  displayName: string;
  state: 'Enabled' | 'Warned' | 'PastDue' | 'Disabled' | 'Deleted';
  resourceGroups: readonly string[];
  /** What owns a managed resource group, by the group's name. */
  managedBy: ReadonlyMap<string, string>;
  delegations: readonly Delegation[];
  roleAssignments: readonly RoleAssignment[];
  roleSchedules: readonly RoleSchedule[];
  denyAssignments: readonly DenyAssignment[];
  /** null: the partner's billing account does not list it. */
  billing: SubscriptionBilling | null;
  cost: CostPlan;
  /** null: nothing that the product may read names this subscription. */
  expected: Expected | null;
  /** What a person has to tell, and the answer then; null: nothing more is to be known. */
  once: Once | null;
};

export type Customer = {
  tenantId: string;
  displayName: string;
  domain: string;
  billingCurrency: Currency;
  /** The customer's name on the billing account: the tenant's id, save where a world wants another; null: not listed. */
  billingCustomerId: string | null;
  resellers: readonly { resellerId: string; name: string }[];
  offers: readonly MarketplaceOffer[];
  /** The cost query at this customer's scope is refused. */
  costRefused: boolean;
  /** Charges of the customer that belong to no subscription, in its billing currency. */
  charges: readonly Charge[];
  subscriptions: readonly Subscription[];
  expected: ExpectedCustomer;
};

export type PartnerLink = {
  tenantId: string;
  objectId: string;
  partnerId: string;
  partnerName: string;
  version: number;
  createdTime: string;
  updatedTime: string;
};

export type PartnerType = 'direct-bill' | 'indirect-provider' | 'indirect-reseller';

/** One for each currency in which the partner is billed. */
export type BillingProfile = { name: string; displayName: string; currency: Currency };

/** A reseller of record, as an indirect provider writes it down for the product. */
export type ResellerEntry = {
  name: string;
  tenantId: string;
  partnerIds: readonly string[];
  agentGroupIds: readonly string[];
  customers: readonly string[];
};

export type World = {
  managingTenant: Tenant;
  tenants: ReadonlyMap<string, Tenant>;
  applications: ReadonlyMap<string, Application>;
  customers: readonly Customer[];
  subscriptions: ReadonlyMap<string, Subscription>;
  links: readonly PartnerLink[];
  gdap: readonly GdapRelationship[];
  transfers: readonly BillingTransfer[];
  /** Applications whose link the product may read with their own token, and the tenant of that token. */
  linkCredentials: readonly { tenantId: string; application: Application }[];
  partner: {
    ids: readonly string[];
    globalId: string;
    type: PartnerType;
    billingAccountName: string;
    billingProfiles: readonly BillingProfile[];
    /** What RESELLERS_FILE is to hold; null: none is written. */
    resellers: readonly ResellerEntry[] | null;
    /** Object ids that hold a billing role on the partner's billing account. */
    billingReaders: ReadonlySet<string>;
  };
};
