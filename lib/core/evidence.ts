import type { AgentGroup, DailyCost, Delegation, Identity, PartnerLink, RoleAssignment } from './facts.ts';
import type { PartnerId, PrincipalId, SubscriptionId, TenantId } from './ids.ts';
import type { Decimal } from './money.ts';
import type { Instant } from './periods.ts';
import type { UnreadReason } from './statuses.ts';

/** A fact is known with its date, or unread with the right that would show it. Unread is never no. */
export type Read<Value> =
  | { state: 'read'; value: Value; at: Instant }
  | { state: 'unread'; reason: UnreadReason; missingRight: string | null };

export const read = <Value>(value: Value, at: Instant): Read<Value> => ({ state: 'read', value, at });

export const unread = (reason: UnreadReason, missingRight: string | null = null): Read<never> => ({
  state: 'unread',
  reason,
  missingRight,
});

/**
 * Directories are asked for the ids that assignments name: an id missing from an answer older than the assignment
 * was not asked for, and may well exist.
 */
export const wasAskedFor = (answer: { at: Instant }, naming: Read<unknown>): boolean =>
  naming.state === 'read' && Date.parse(answer.at) >= Date.parse(naming.at);

export type PartnerType = 'direct-bill' | 'indirect-provider' | 'indirect-reseller';

/** Who we are, from configuration. */
export type PartnerProfile = {
  managingTenantId: TenantId;
  /** Location (associated) partner ids of our organisation. */
  partnerIds: ReadonlySet<PartnerId>;
  globalId: PartnerId | null;
  type: PartnerType | null;
  /** Fraction assumed where no rate was seen. */
  creditRateFraction: Decimal;
};

/**
 * Whether a stranger may be the reseller of record, whose access counts for an indirect provider (facts.md section
 * 6, 2026-11-21). Resellers are not read yet.
 */
export const mayBeReseller = ({ type }: PartnerProfile): boolean => type !== 'direct-bill';

/** Facts of the managing tenant, the same for every customer. */
export type ManagingFacts = {
  agentGroups: Read<readonly AgentGroup[]>;
  /** Principals named by delegations to us, as our directory knows them. */
  identities: Read<ReadonlyMap<PrincipalId, Identity>>;
  groupMembers: ReadonlyMap<PrincipalId, readonly Identity[]>;
  /** Links read so far, of any tenant; key by linkKey. A link that is not here is unread. */
  links: ReadonlyMap<string, PartnerLink>;
};

export const linkKey = (tenantId: TenantId, principalId: PrincipalId): string => `${tenantId}/${principalId}`;

/** Facts of one customer's tenant. */
export type CustomerFacts = {
  tenantId: TenantId;
  /** null while nothing read says who bills the customer. */
  billedByUs: boolean | null;
  /** Direct principals of the customer's subscriptions, as the customer's directory knows them. */
  identities: Read<ReadonlyMap<PrincipalId, Identity>>;
  /** Our service identity's own object in the customer's tenant. */
  servicePrincipalId: PrincipalId | null;
};

export type SubscriptionFacts = {
  subscriptionId: SubscriptionId;
  delegations: Read<readonly Delegation[]>;
  roleAssignments: Read<readonly RoleAssignment[]>;
  costs: Read<readonly DailyCost[]>;
  /** When an assignment was first read by us, for those whose start Azure does not tell; key: its id. */
  firstReadAt: ReadonlyMap<string, Instant>;
};

export type Facts = {
  profile: PartnerProfile;
  managing: ManagingFacts;
  customer: CustomerFacts;
  subscription: SubscriptionFacts;
};
