import type { QueryDefinition, QueryFilter } from '@azure/arm-costmanagement';
import type { CostScope } from '#lib/core/cost-plan.ts';
import { firstDay, lastDay, type Period } from '#lib/core/periods.ts';
import { createHash } from 'node:crypto';
import type { Caller } from '../caller.ts';
import { AMOUNT, AMOUNT_USD, mapGroups, type CostGroup } from './map.ts';
import { readCostPages } from './query.ts';
import { pathOfScope } from './scope-path.ts';
import { costTable, type CostTable } from './wire.ts';

export type OneOf = { dimension: string; values: readonly string[] };
export type CostFilter = OneOf | { anyOf: readonly CostFilter[] } | { allOf: readonly CostFilter[] };

export type GroupsQuery = {
  scope: CostScope;
  period: Period;
  daily: boolean;
  /** Two are all that Cost Management allows (costdata.md section 7, 2026-11-21). */
  groupings: readonly [] | readonly [string] | readonly [string, string];
  /** All of them hold. */
  filters: readonly CostFilter[];
};

export type GroupsPage = { groups: CostGroup[]; next: string | null };

function wireFilter(filter: CostFilter): QueryFilter {
  if ('dimension' in filter) {
    return { dimensions: { name: filter.dimension, operator: 'In', values: [...filter.values] } };
  }
  const isAny = 'anyOf' in filter;
  const children = (isAny ? filter.anyOf : filter.allOf).map(wireFilter);
  const [only] = children;
  // `and` and `or` with a single child are refused.
  if (children.length === 1 && only !== undefined) return only;
  return isAny ? { or: children } : { and: children };
}

function defineQuery({ period, daily, groupings, filters }: GroupsQuery): QueryDefinition {
  return {
    type: 'ActualCost',
    timeframe: 'Custom',
    timePeriod: {
      from: new Date(`${firstDay(period)}T00:00:00Z`),
      to: new Date(`${lastDay(period)}T23:59:59Z`),
    },
    dataset: {
      granularity: daily ? 'Daily' : 'None',
      aggregation: {
        totalCost: { name: AMOUNT, function: 'Sum' },
        totalCostUSD: { name: AMOUNT_USD, function: 'Sum' },
      },
      ...(groupings.length === 0 ? {} : { grouping: groupings.map((name) => ({ type: 'Dimension', name })) }),
      ...(filters.length === 0 ? {} : { filter: wireFilter({ allOf: filters }) }),
    },
  };
}

/** Amounts of one month by one or two dimensions, page by page; `resume` is the `next` of the last page kept. */
export async function* readGroupPages(
  caller: Caller,
  query: GroupsQuery,
  resume: string | null,
): AsyncGenerator<GroupsPage> {
  const definition = defineQuery(query);
  const pages = readCostPages(caller, { scope: pathOfScope(query.scope), definition, resume });
  for await (const table of pages) {
    yield { groups: mapGroups(table, query), next: table.properties.nextLink || null };
  }
}

/** Pages of a question that is asked before anything of it can be stored; each is kept as it comes. */
export async function* readKeptPages(caller: Caller, query: GroupsQuery): AsyncGenerator<CostGroup[]> {
  const { answers } = caller.resumed;
  const definition = defineQuery(query);
  const scope = pathOfScope(query.scope);
  const digest = createHash('sha256')
    .update(`${scope} ${JSON.stringify(definition)}`)
    .digest('base64url');
  let number = 0;
  let resume: string | null = null;
  const take = (table: CostTable): CostGroup[] => {
    resume = table.properties.nextLink || null;
    number += 1;
    return mapGroups(table, query);
  };
  for (;;) {
    const kept = await answers.find(`${digest} ${number}`);
    if (kept === null) break;
    yield take(costTable.parse(JSON.parse(kept)));
    if (resume === null) return;
  }
  for await (const table of readCostPages(caller, { scope, definition, resume })) {
    await answers.keep(`${digest} ${number}`, JSON.stringify(table));
    yield take(table);
  }
}

/** All amounts of such a question. */
export async function readGroups(caller: Caller, query: GroupsQuery): Promise<CostGroup[]> {
  const groups: CostGroup[] = [];
  for await (const page of readKeptPages(caller, query)) groups.push(...page);
  return groups;
}

/** What some cost of a month comes to now, whatever was answered before. */
export async function readAnew(
  caller: Caller,
  { scope, period }: Pick<GroupsQuery, 'scope' | 'period'>,
  filters: readonly CostFilter[],
): Promise<CostGroup[]> {
  const groups: CostGroup[] = [];
  const query = { scope, period, daily: false, groupings: [], filters } as const;
  for await (const page of readGroupPages(caller, query, null)) groups.push(...page.groups);
  return groups;
}
