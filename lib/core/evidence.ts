import type { CostReadWay } from './choose-reads.ts';
import type {
  AgentGroup,
  BilledSubscription,
  BillingTransfer,
  DailyCost,
  Delegation,
  DenyAssignment,
  GdapRelationship,
  GroupedCost,
  Identity,
  MarketplaceOffer,
  MembershipSchedule,
  PartnerLink,
  RoleAssignment,
  RoleSchedule,
} from './facts.ts';
import type { PartnerId, PrincipalId, SubscriptionId, TenantId } from './ids.ts';
import type { Decimal } from './money.ts';
import type { Day, Instant } from './periods.ts';
import type { UnreadReason } from './statuses.ts';

export type Unread = { state: 'unread'; reason: UnreadReason; missingRight: string | null };

/** A fact is known with its date, or unread with the right that would show it. Unread is never no. */
export type Read<Value> = { state: 'read'; value: Value; at: Instant } | Unread;

export const read = <Value>(value: Value, at: Instant): Read<Value> => ({ state: 'read', value, at });

export const unread = (reason: UnreadReason, missingRight: string | null = null): Unread => ({
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

/** A reseller of record of an indirect provider, from RESELLERS_FILE. */
export type Reseller = {
  name: string;
  tenantId: TenantId | null;
  partnerIds: ReadonlySet<PartnerId>;
  agentGroupIds: ReadonlySet<PrincipalId>;
  /** Which customers or subscriptions it stands for. */
  customers: ReadonlySet<TenantId>;
  subscriptions: ReadonlySet<SubscriptionId>;
};

/** Who we are, from configuration. */
export type PartnerProfile = {
  managingTenantId: TenantId;
  /** Location (associated) partner ids of our organisation. */
  partnerIds: ReadonlySet<PartnerId>;
  globalId: PartnerId | null;
  type: PartnerType | null;
  /** Fraction assumed where no rate was seen. */
  creditRateFraction: Decimal;
  /** null: no RESELLERS_FILE, so who the resellers of record are is not known. */
  resellers: readonly Reseller[] | null;
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
  /** Time-bound memberships of the groups that delegations name; a group that has none is absent. */
  membershipSchedules: Read<ReadonlyMap<PrincipalId, readonly MembershipSchedule[]>>;
  /** Links read so far, of any tenant; key by linkKey. A link that is not here is unread. */
  links: ReadonlyMap<string, PartnerLink>;
  /** When our enrolment moved to another programme organisation; null: it did not. */
  enrolmentMovedAt: Read<Instant | null>;
};

export const linkKey = (tenantId: TenantId, principalId: PrincipalId): string => `${tenantId}/${principalId}`;

/** Facts of one customer's tenant. */
export type CustomerFacts = {
  tenantId: TenantId;
  /** null while nothing read says who bills the customer. */
  billedByUs: boolean | null;
  /** Direct principals of the customer's subscriptions, as the customer's directory knows them. */
  identities: Read<ReadonlyMap<PrincipalId, Identity>>;
  /** Members of groups of the customer's own tenant; a group whose members are unread is absent. */
  groupMembers: ReadonlyMap<PrincipalId, readonly Identity[]>;
  /** Our service identity's own object in the customer's tenant. */
  servicePrincipalId: PrincipalId | null;
  gdap: Read<readonly GdapRelationship[]>;
  /** Managed service offers bought by anyone in the tenant, delegated or not. */
  marketplaceOffers: Read<readonly MarketplaceOffer[]>;
};

export type SubscriptionFacts = {
  subscriptionId: SubscriptionId;
  delegations: Read<readonly Delegation[]>;
  roleAssignments: Read<readonly RoleAssignment[]>;
  /**
   * Read where a managed resource group exists; without one there is nothing to deny (facts.md section 4), and
   * 'not-asked' says so. Any other unread state leaves covered access unknown.
   */
  denyAssignments: Read<readonly DenyAssignment[]>;
  /** Read where an identity of ours, or of unknown owner, holds a direct role that may earn. */
  roleSchedules: Read<readonly RoleSchedule[]>;
  costs: Read<readonly DailyCost[]>;
  costWay: CostReadWay | null;
  /** Highest credit fraction seen in the period on any line of the partner; null where none told one. */
  rateSeen: Decimal | null;
  /** Whether a line is priced below its list price while the source says nothing of credit. */
  lowerPriceUnflagged: Read<boolean>;
  /** By resource group and service over the month; unread where the way of reading carries none. */
  groupedCosts: Read<readonly GroupedCost[]>;
  /** Resource groups that exist, for those that have no cost. */
  resourceGroups: Read<readonly string[]>;
  /** null: the billing account does not list the subscription. */
  billing: Read<BilledSubscription | null>;
  transfers: Read<readonly BillingTransfer[]>;
  /** Last day for which the billing data brought any line of the partner; null while nothing was read. */
  costDataUntil: Day | null;
  /** When an assignment was first read by us, for those whose start Azure does not tell; key: its id. */
  firstReadAt: ReadonlyMap<string, Instant>;
};

export type Facts = {
  profile: PartnerProfile;
  managing: ManagingFacts;
  customer: CustomerFacts;
  subscription: SubscriptionFacts;
};
