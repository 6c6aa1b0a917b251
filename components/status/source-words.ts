import type { Look } from './verdict-looks.ts';
import type { Completeness } from '#lib/queries/schemas/shared.ts';
import type { Source } from '#lib/core/statuses.ts';

type SourceWords = {
  name: string;
  shows: string;
  /** Its reads are of customer tenants, so a failed one has a customer page. */
  ofCustomers: boolean;
};

export const SOURCE_WORDS: Record<Source, SourceWords> = {
  'billing-customers': {
    name: 'Billing account and customers',
    shows: 'which customers you bill',
    ofCustomers: false,
  },
  subscriptions: {
    name: 'Delegated subscriptions',
    shows: 'which subscriptions Lighthouse lets you see',
    ofCustomers: false,
  },
  'customer-subscriptions': {
    name: 'Subscriptions in customer tenants',
    shows: 'subscriptions that are not delegated',
    ofCustomers: true,
  },
  'role-definitions': { name: 'Role definitions', shows: 'names of roles', ofCustomers: false },
  'agent-groups': { name: 'Agent groups', shows: 'which foreign principals are yours', ofCustomers: false },
  'partner-links': { name: 'Partner links', shows: 'which identities are linked', ofCustomers: false },
  delegations: { name: 'Delegations', shows: 'who is authorized through Lighthouse', ofCustomers: true },
  'role-assignments': {
    name: 'Role assignments',
    shows: 'access by agent groups and direct access',
    ofCustomers: true,
  },
  identities: {
    name: 'Identities in your tenant',
    shows: 'group members and disabled accounts',
    ofCustomers: false,
  },
  'customer-identities': {
    name: 'Identities in customer tenants',
    shows: 'whose the direct access is',
    ofCustomers: true,
  },
  'cost-dimensions': {
    name: 'Cost columns',
    shows: 'whether cost can say what was credited',
    ofCustomers: false,
  },
  costs: { name: 'Costs', shows: 'which cost received credit', ofCustomers: true },
};

export const SOURCE_STATUS_LOOKS: Record<Completeness['status'], Look> = {
  complete: { tone: 'earn', icon: 'check', word: 'Complete' },
  partial: { tone: 'part', icon: 'partly', word: 'Partial' },
  failed: { tone: 'miss', icon: 'cross', word: 'Failed' },
  never: { tone: 'mute', icon: 'unknown', word: 'Never read' },
};
