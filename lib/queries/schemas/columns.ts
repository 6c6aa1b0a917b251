import { z } from 'zod';
import { refusedBy } from './query-fault.ts';

/** Columns of the lists, by the names that addresses have for them; the first of each is always shown. */
export const CUSTOMER_COLUMNS = [
  'customer',
  'verdict',
  'missed',
  'credit',
  'coverage',
  'cost',
  'net',
  'subscriptions',
  'owner',
  'changed',
  'domain',
] as const;
export type CustomerColumn = (typeof CUSTOMER_COLUMNS)[number];

export const SUBSCRIPTION_COLUMNS = [
  'subscription',
  'customer',
  'verdict',
  'linked',
  'access',
  'credited',
  'missed',
  'credit',
  'cost',
  'net',
  'state',
] as const;
export type SubscriptionColumn = (typeof SUBSCRIPTION_COLUMNS)[number];

/** Besides what cost is grouped by, which is always shown. */
export const COST_COLUMNS = ['cost', 'credit', 'net', 'missed', 'reads'] as const;
export type CostColumn = (typeof COST_COLUMNS)[number];

export const LINK_COLUMNS = ['identity', 'tenant', 'link', 'how', 'subscriptions', 'advice'] as const;
export type LinkColumn = (typeof LINK_COLUMNS)[number];

export const FINDING_COLUMNS = ['subscription', 'customer', 'state', 'owner', 'since', 'missed'] as const;
export type FindingColumn = (typeof FINDING_COLUMNS)[number];

export const ROLE_COLUMNS = [
  'role',
  'earns',
  'lighthouse',
  'permanent',
  'justInTime',
  'agentGroups',
] as const;
export type RoleColumn = (typeof ROLE_COLUMNS)[number];

export const CHANGE_COLUMNS = ['when', 'what', 'customer', 'subscription', 'detail'] as const;
export type ChangeColumn = (typeof CHANGE_COLUMNS)[number];

export const AUDIT_COLUMNS = ['when', 'who', 'what', 'outcome', 'target'] as const;
export type AuditColumn = (typeof AUDIT_COLUMNS)[number];

/** `columns` of an address: which are shown; none: only the one that always is. */
export const columnsOf = (names: readonly string[]) =>
  z
    .string()
    .max(400)
    .refine(
      (text) => text === 'none' || text.split(',').every((name) => names.includes(name)),
      refusedBy(
        { fault: 'several', values: [...names, 'none'] },
        `must be of ${names.join(', ')}, comma separated, or none`,
      ),
    )
    .meta({ description: `Columns to show, comma separated: ${names.join(', ')}` });
