import type { Delegation, ResourceGroup, RoleAssignment, Subscription } from '#lib/core/facts.ts';
import type { PrincipalId } from '#lib/core/ids.ts';
import type { Caller } from '../caller.ts';
import { askResourceGraph, type GraphPage, type GraphQuestion } from './ask.ts';
import {
  mapAssignmentRow,
  mapDefinitionRow,
  mapResourceGroupRow,
  mapRoleAssignmentRow,
  mapSubscriptionRow,
  type FoundDefinition,
  type OfTenant,
} from './map.ts';
import {
  ASSIGNMENTS,
  DEFINITIONS,
  MANAGED_RESOURCE_GROUPS,
  RESOURCE_GROUPS,
  roleAssignmentsQuery,
  SUBSCRIPTIONS,
} from './queries.ts';
import {
  assignmentRow,
  definitionRow,
  resourceGroupRow,
  roleAssignmentRow,
  subscriptionRow,
} from './wire.ts';

export type { GraphPage, GraphQuestion } from './ask.ts';
export type { FoundDefinition, OfTenant } from './map.ts';

async function* mapPages<Row, Fact>(
  pages: AsyncIterable<GraphPage<Row>>,
  map: (row: Row) => Fact | Fact[],
): AsyncGenerator<GraphPage<Fact>> {
  for await (const { rows, next } of pages) yield { rows: rows.flatMap(map), next };
}

export const readBulkSubscriptions = (
  caller: Caller,
  question: GraphQuestion,
): AsyncIterable<GraphPage<Subscription>> =>
  mapPages(
    askResourceGraph(caller, { ...question, query: SUBSCRIPTIONS, row: subscriptionRow }),
    mapSubscriptionRow,
  );

/** 'managed': only groups that a managed application, a workspace or the like owns. */
export const readBulkResourceGroups = (
  caller: Caller,
  { which, ...question }: GraphQuestion & { which: 'managed' | 'all' },
): AsyncIterable<GraphPage<ResourceGroup>> => {
  const query = which === 'managed' ? MANAGED_RESOURCE_GROUPS : RESOURCE_GROUPS;
  return mapPages(
    askResourceGraph(caller, { ...question, query, row: resourceGroupRow }),
    mapResourceGroupRow,
  );
};

export const readBulkDefinitions = (
  caller: Caller,
  question: GraphQuestion,
): AsyncIterable<GraphPage<FoundDefinition>> =>
  mapPages(
    askResourceGraph(caller, { ...question, query: DEFINITIONS, row: definitionRow }),
    mapDefinitionRow,
  );

/**
 * Without their definitions: those are rows of their own, joined by definitionId. One that no row shows may lie where
 * the token sees nothing (above a delegated resource group), so only the subscription's own list tells that it is gone.
 */
export const readBulkAssignments = (
  caller: Caller,
  question: GraphQuestion,
): AsyncIterable<GraphPage<OfTenant<Delegation>>> =>
  mapPages(
    askResourceGraph(caller, { ...question, query: ASSIGNMENTS, row: assignmentRow }),
    mapAssignmentRow,
  );

/** Of other tenants' groups, of roles not known to earn nothing, and of these principals whatever their role. */
export const readBulkRoleAssignments = (
  caller: Caller,
  { principals, ...question }: GraphQuestion & { principals: readonly PrincipalId[] },
): AsyncIterable<GraphPage<OfTenant<RoleAssignment>>> =>
  mapPages(
    askResourceGraph(caller, {
      ...question,
      query: roleAssignmentsQuery(principals),
      row: roleAssignmentRow,
    }),
    mapRoleAssignmentRow,
  );
