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

export type Authorization = {
  principalId: PrincipalId;
  principalDisplayName: string | null;
  roleDefinitionId: RoleDefinitionId;
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
  /** Lighthouse's eligible authorizations: activated just in time, never permanent. */
  justInTime: Authorization[];
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
};

export type GroupMember = { groupId: PrincipalId; member: Identity };

export type LinkMethod = 'own-token' | 'link-credential';

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

export type BilledCustomer = {
  billingAccountName: string;
  customerId: string;
  /** Taken to be the customer's tenant id when it has the form of one (contracts.md section 6, unproven). */
  tenantId: TenantId | null;
  displayName: string;
};

export type DailyCost = {
  /** null for a charge that belongs to no subscription: it counts for the customer. */
  subscriptionId: SubscriptionId | null;
  day: Day;
  currency: string;
  /** Cost in the billing currency, already after credit. Signed: refunds are negative. */
  net: Decimal;
  /** The same by Microsoft's own exchange rate: to order amounts of several currencies, never to add them. */
  netUsd: Decimal | null;
  /** Whether Microsoft applied partner earned credit; null when the column was blank. */
  credited: boolean | null;
};
