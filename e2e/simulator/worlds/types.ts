export type Currency = 'EUR' | 'USD' | 'GBP' | 'SEK';

/** A month that still has days too new to judge, where that changes the answer. */
export type OpenMonth = { verdict: 'pending'; cause: 'too-recent' };

/**
 * What the product has to say of a subscription, written by hand and never computed: for a closed month, and
 * for the open one as soon as one of its days is old enough to judge, save where `openMonth` differs.
 */
export type Expected = {
  linked: 'yes' | 'automatic' | 'no' | 'unknown';
  access: 'covered' | 'partly' | 'not-covered' | 'unknown';
  credit: 'credited' | 'partly' | 'not-credited' | 'not-applicable' | 'unknown';
  verdict: 'earning' | 'partial' | 'not-earning' | 'not-applicable' | 'unverified' | 'unknown';
  cause: string;
  /** Causes that have to be named beside the main one. */
  alsoCauses?: readonly string[];
  openMonth?: OpenMonth;
};

export type ExpectedCustomer = Pick<Expected, 'verdict' | 'cause' | 'openMonth'>;

/** The same amount every day, so that a month is days times amount; null: no line of that kind. */
export type ConstantCost = {
  kind: 'constant';
  currency: Currency;
  credited: string | null;
  uncredited: string | null;
};

/** Moves with the weekday, a little noise and growth; `creditedPercent` of each day is credited. */
export type VariedCost = {
  kind: 'varied';
  currency: Currency;
  baseCents: number;
  monthlyGrowthPercent: number;
  creditedPercent: number;
};

export type CostPlan = { kind: 'none' } | ConstantCost | VariedCost;

export type CostLine = {
  subscriptionId: string;
  day: string;
  currency: Currency;
  credited: boolean;
  amount: string;
};

export type User = {
  kind: 'user';
  id: string;
  displayName: string;
  userPrincipalName: string;
  accountEnabled: boolean;
  userType: 'Member' | 'Guest';
};

export type Group = { kind: 'group'; id: string; displayName: string; memberIds: readonly string[] };

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
};

export type Application = { appId: string; displayName: string; secret: string };

export type Authorization = { principalId: string; principalName: string; roleId: string };

export type MarketplacePlan = { name: string; publisher: string; product: string; version: string };

export type Delegation = {
  assignmentName: string;
  definitionName: string;
  title: string;
  /** null: the whole subscription. */
  resourceGroup: string | null;
  managedByTenantId: string;
  authorizations: readonly Authorization[];
  justInTime: readonly Authorization[];
  plan: MarketplacePlan | null;
  createdAt: string;
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

export type Subscription = {
  subscriptionId: string;
  tenantId: string;
  displayName: string;
  resourceGroups: readonly string[];
  delegations: readonly Delegation[];
  roleAssignments: readonly RoleAssignment[];
  cost: CostPlan;
  /** null: nothing that the product may read names this subscription. */
  expected: Expected | null;
};

export type Customer = {
  tenantId: string;
  displayName: string;
  domain: string;
  billingCurrency: Currency;
  /** The cost query at this customer's scope is refused. */
  costRefused: boolean;
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

export type World = {
  managingTenant: Tenant;
  tenants: ReadonlyMap<string, Tenant>;
  applications: ReadonlyMap<string, Application>;
  customers: readonly Customer[];
  subscriptions: ReadonlyMap<string, Subscription>;
  links: readonly PartnerLink[];
  partner: {
    ids: readonly string[];
    globalId: string;
    type: 'direct-bill';
    billingAccountName: string;
    /** Object ids that hold a billing role on the partner's billing account. */
    billingReaders: ReadonlySet<string>;
  };
};
