import type { IconName } from '#components/ui/icon-shapes.ts';
import type { Tone } from '#components/ui/tone.ts';
import type { Source } from '#lib/core/statuses.ts';
import type { Completeness } from '#lib/queries/schemas/shared.ts';

export const SOURCE_GROUPS = ['billing', 'cost', 'access', 'identities', 'customerTenants'] as const;
export type SourceGroup = (typeof SOURCE_GROUPS)[number];

type SourceKind = {
  group: SourceGroup;
  /** Its reads are of customer tenants, so a failed one has a customer page. */
  ofCustomers: boolean;
};

const shared = (group: SourceGroup): SourceKind => ({ group, ofCustomers: false });
const ofCustomers = (group: SourceGroup): SourceKind => ({ group, ofCustomers: true });

export const SOURCE_KINDS: Record<Source, SourceKind> = {
  'billing-accounts': shared('billing'),
  'billing-profiles': shared('billing'),
  'billing-customers': shared('billing'),
  'billing-subscriptions': shared('billing'),
  'billing-transfers': shared('billing'),
  tenants: shared('access'),
  subscriptions: shared('access'),
  'resource-groups': shared('access'),
  'delegation-definitions': shared('access'),
  delegations: shared('access'),
  'role-assignments': shared('access'),
  'role-definitions': shared('access'),
  'agent-groups': shared('identities'),
  'partner-links': shared('identities'),
  identities: shared('identities'),
  'group-schedules': shared('identities'),
  gdap: shared('identities'),
  'customer-subscriptions': ofCustomers('customerTenants'),
  'customer-delegations': ofCustomers('customerTenants'),
  'customer-role-assignments': ofCustomers('customerTenants'),
  'customer-identities': ofCustomers('customerTenants'),
  'marketplace-offers': ofCustomers('customerTenants'),
  'deny-assignments': ofCustomers('customerTenants'),
  'role-schedules': ofCustomers('customerTenants'),
  'cost-dimensions': shared('cost'),
  costs: ofCustomers('cost'),
};

type SourceLook = { tone: Tone; icon: IconName; word: Completeness['status'] | 'notNeeded' };

const SOURCE_STATUS_LOOKS: Record<Completeness['status'], SourceLook> = {
  complete: { tone: 'earn', icon: 'check', word: 'complete' },
  partial: { tone: 'part', icon: 'partly', word: 'partial' },
  failed: { tone: 'miss', icon: 'cross', word: 'failed' },
  never: { tone: 'mute', icon: 'unknown', word: 'never' },
};

const NOT_NEEDED: SourceLook = { tone: 'mute', icon: 'none', word: 'notNeeded' };

/** Nothing was to be read where nothing makes the source matter. */
export const sourceLook = ({
  status,
  expected,
  asOf,
}: Pick<Completeness, 'status' | 'expected' | 'asOf'>): SourceLook =>
  status === 'complete' && expected === 0 && asOf === null ? NOT_NEEDED : SOURCE_STATUS_LOOKS[status];
