import type { Look } from './verdict-looks.ts';
import type { Completeness } from '#lib/queries/schemas/shared.ts';
import type { Source } from '#lib/core/statuses.ts';

export const SOURCE_GROUPS = [
  'Billing',
  'Cost',
  'Access',
  'Identities and links',
  'Customer tenants',
] as const;
export type SourceGroup = (typeof SOURCE_GROUPS)[number];

type SourceWords = {
  name: string;
  shows: string;
  group: SourceGroup;
  /** Its reads are of customer tenants, so a failed one has a customer page. */
  ofCustomers: boolean;
};

const shared = (group: SourceGroup, name: string, shows: string): SourceWords => ({
  ...{ name, shows, group, ofCustomers: false },
});

const ofCustomers = (group: SourceGroup, name: string, shows: string): SourceWords => ({
  ...{ name, shows, group, ofCustomers: true },
});

export const SOURCE_WORDS: Record<Source, SourceWords> = {
  'billing-accounts': shared('Billing', 'Billing accounts', 'which partner billing accounts may be read'),
  'billing-profiles': shared('Billing', 'Billing profiles', 'in which currencies you are billed'),
  'billing-customers': shared('Billing', 'Billed customers', 'which customers you bill'),
  'billing-subscriptions': shared(
    'Billing',
    'Billed subscriptions',
    'which subscriptions you bill, by which offer',
  ),
  'billing-transfers': shared('Billing', 'Billing transfers', 'which subscriptions moved between partners'),
  tenants: shared('Access', 'Tenants', 'names and domains of customer tenants'),
  subscriptions: shared('Access', 'Delegated subscriptions', 'which subscriptions Lighthouse lets you see'),
  'resource-groups': shared(
    'Access',
    'Resource groups',
    'what narrow access leaves out, and groups Azure manages',
  ),
  'delegation-definitions': shared(
    'Access',
    'Delegation definitions',
    'who is authorized through Lighthouse, with which role',
  ),
  delegations: shared('Access', 'Delegations', 'which subscriptions and resource groups are delegated'),
  'role-assignments': shared('Access', 'Role assignments', 'access by agent groups and direct access'),
  'role-definitions': shared('Access', 'Role definitions', 'names of roles'),
  'agent-groups': shared('Identities and links', 'Agent groups', 'which foreign principals are yours'),
  'partner-links': shared('Identities and links', 'Partner links', 'which identities are linked'),
  identities: shared(
    'Identities and links',
    'Identities in your tenant',
    'group members and disabled accounts',
  ),
  'group-schedules': shared(
    'Identities and links',
    'Time-bound group members',
    'memberships that end or are activated just in time',
  ),
  gdap: shared(
    'Identities and links',
    'GDAP relationships',
    'which delegated admin relationships are active',
  ),
  'customer-subscriptions': ofCustomers(
    'Customer tenants',
    'Subscriptions in customer tenants',
    'subscriptions that are not delegated',
  ),
  'customer-delegations': ofCustomers(
    'Customer tenants',
    'Delegations in customer tenants',
    'delegations of subscriptions you do not see otherwise',
  ),
  'customer-role-assignments': ofCustomers(
    'Customer tenants',
    'Role assignments in customer tenants',
    'access on subscriptions that are not delegated',
  ),
  'customer-identities': ofCustomers(
    'Customer tenants',
    'Identities in customer tenants',
    'whose the direct access is',
  ),
  'marketplace-offers': ofCustomers(
    'Customer tenants',
    'Marketplace offers',
    'managed service offers bought, delegated or not',
  ),
  'deny-assignments': ofCustomers('Customer tenants', 'Deny assignments', 'where Azure itself blocks access'),
  'role-schedules': ofCustomers(
    'Customer tenants',
    'Role schedules',
    'direct roles that end or are activated just in time',
  ),
  'cost-dimensions': shared('Cost', 'Cost columns', 'whether cost can say what was credited'),
  costs: ofCustomers('Cost', 'Costs', 'which cost received credit'),
};

const SOURCE_STATUS_LOOKS: Record<Completeness['status'], Look> = {
  complete: { tone: 'earn', icon: 'check', word: 'Complete' },
  partial: { tone: 'part', icon: 'partly', word: 'Partial' },
  failed: { tone: 'miss', icon: 'cross', word: 'Failed' },
  never: { tone: 'mute', icon: 'unknown', word: 'Never read' },
};

const NOT_NEEDED: Look = { tone: 'mute', icon: 'none', word: 'Not needed' };

/** Nothing was to be read where nothing makes the source matter. */
export const sourceLook = ({ status, expected }: Pick<Completeness, 'status' | 'expected'>): Look =>
  status === 'complete' && expected === 0 ? NOT_NEEDED : SOURCE_STATUS_LOOKS[status];
