/** diagnosis.md section 1. Unknown is a value in each of them. */
export const LINKED = ['yes', 'automatic', 'no', 'unknown'] as const;
export type Linked = (typeof LINKED)[number];

export const ACCESS = ['covered', 'partly', 'not-covered', 'unknown'] as const;
export type Access = (typeof ACCESS)[number];

export const CREDIT = ['credited', 'partly', 'not-credited', 'not-applicable', 'unknown'] as const;
export type Credit = (typeof CREDIT)[number];

export const VERDICTS = [
  'earning',
  'partial',
  'not-earning',
  'not-applicable',
  'pending',
  'unverified',
  'unknown',
] as const;
export type Verdict = (typeof VERDICTS)[number];

export const BASES = ['cost', 'access', 'both'] as const;
export type Basis = (typeof BASES)[number];

/** Why a fact was not read, and the right that would show it. */
export const UNREAD_REASONS = [
  'forbidden',
  'no-consent',
  'failed',
  'not-asked',
  'not-visible',
  'too-old',
] as const;
export type UnreadReason = (typeof UNREAD_REASONS)[number];

/** What can be read: of the partner as a whole, then of each customer, then cost. */
export const SOURCES = [
  'billing-accounts',
  'billing-profiles',
  'billing-customers',
  'billing-subscriptions',
  'billing-transfers',
  'tenants',
  'subscriptions',
  'resource-groups',
  'delegation-definitions',
  'delegations',
  'role-assignments',
  'role-definitions',
  'agent-groups',
  'partner-links',
  'identities',
  'group-schedules',
  'gdap',
  'customer-subscriptions',
  'customer-delegations',
  'customer-role-assignments',
  'customer-identities',
  'marketplace-offers',
  'deny-assignments',
  'role-schedules',
  'cost-dimensions',
  'costs',
] as const;
export type Source = (typeof SOURCES)[number];

/** What a person has decided about a finding; `resolved` is reached by the facts too. */
export const FINDING_STATES = ['open', 'in-progress', 'waiting', 'resolved', 'accepted'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** How many findings one decision may be about. */
export const MOST_AT_ONCE = 500;

/** Whether a finding's cause led the last judgement that could tell; unknown: it could not. */
export const LEADS = ['yes', 'no', 'unknown'] as const;
export type Leads = (typeof LEADS)[number];

/** By the credit that a finding may have missed; unknown: no cost was read. */
export const SEVERITIES = ['high', 'medium', 'low', 'none', 'unknown'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What may change between two syncs. */
export const CHANGE_KINDS = [
  'customer-new',
  'subscription-new',
  'subscription-unseen',
  'transferred-in',
  'transferred-away',
  'access-won',
  'access-lost',
  'role-changed',
  'link-new',
  'link-gone',
  'link-changed',
  'verdict-changed',
  'source-refused',
  'source-read',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
