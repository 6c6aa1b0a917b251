import { SPLIT_EXTRA } from '#lib/core/cost-plan.ts';
import type { NamedStep } from '#lib/db/runs.ts';

const ROWS_PER_PAGE = 1_000;
const IDS_PER_CALL = 1_000;

const pages = (rows: number): number => Math.max(1, Math.ceil(rows / ROWS_PER_PAGE));

/** What limits.md counts of a month of cost: less than is planned, where classes are asked for by queries. */
export function leastCostCalls({ way, plannedCalls }: NamedStep): number {
  const extra = way === 'query-profile' || way === 'query-customer' ? SPLIT_EXTRA[way] : 0;
  return Math.max(0, (plannedCalls ?? 0) - extra);
}

export type Bound = { total: number; formula: Record<string, number>; beyond: Record<string, number> };

/**
 * The least calls of a complete read: the formula of limits.md (2026-11-21) over the rows that were read, and what
 * the formula leaves out, one call for each question that cannot be asked together with another.
 */
export function boundOf(
  steps: readonly NamedStep[],
  answers: readonly [string, Record<string, number>][],
): Bound {
  const rowsOf = (source: string): number =>
    steps
      .filter((step) => step.source === source && step.tenantId === '')
      .reduce((sum, { done }) => sum + done, 0);
  const of = (source: string) => steps.filter((step) => step.source === source && step.tenantId !== '');
  const directories = of('customer-identities');
  const formula = {
    subscriptions: pages(rowsOf('subscriptions')),
    delegations: pages(rowsOf('delegation-definitions')) + pages(rowsOf('delegations')),
    roleAssignments: pages(rowsOf('role-assignments')),
    resourceGroups: pages(rowsOf('resource-groups')),
    billing: 1 + pages(rowsOf('billing-customers')) + pages(rowsOf('billing-subscriptions')),
    dimensions: steps.filter(({ source }) => source === 'cost-dimensions').length,
    costs: steps
      .filter(({ source }) => source === 'costs')
      .reduce((sum, step) => sum + leastCostCalls(step), 0),
    links: countOf(answers, 'partner-link'),
    identities:
      pages(rowsOf('identities')) +
      directories.reduce((sum, { done }) => sum + Math.max(1, Math.ceil(done / IDS_PER_CALL)), 0),
    tokens: 2 + 2 * new Set(directories.map(({ tenantId }) => tenantId)).size,
  };
  const beyond = {
    tenantsRolesAgentGroupsProfilesTransfersGdap: 6,
    ofCustomersOwnTenant: ['customer-subscriptions', 'marketplace-offers'].reduce(
      (sum, source) => sum + of(source).length,
      0,
    ),
    listsOfUnseenSubscriptions: ['customer-delegations', 'customer-role-assignments'].reduce(
      (sum, source) => sum + of(source).reduce((rows, { done }) => rows + done, 0),
      0,
    ),
    denials: of('deny-assignments').reduce((sum, { done }) => sum + done, 0),
    schedules: of('role-schedules').reduce((sum, { done }) => sum + 2 * done, 0),
    transfersIn: of('billing-transfers').length,
  };
  const sum = (counts: Record<string, number>): number =>
    Object.values(counts).reduce((total, count) => total + count, 0);
  return { total: sum(formula) + sum(beyond), formula, beyond };
}

const countOf = (answers: readonly [string, Record<string, number>][], wanted: string): number =>
  answers
    .filter(([api]) => api === wanted)
    .flatMap(([, byStatus]) => Object.values(byStatus))
    .reduce((total, count) => total + count, 0);
