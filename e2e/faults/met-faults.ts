import type { Source } from '#lib/core/statuses.ts';
import type { CallRecord } from '../simulator/calls.ts';
import { chanceOf, type Chance } from '../simulator/fault-generator.ts';
import type { Api } from '../simulator/http.ts';

/** They change when an answer comes, and not what it says. */
const OF_TIME: ReadonlySet<Chance> = new Set(['slow', 'clock-jump']);

export type Hits = Partial<Record<Chance, number>>;

/** Faults that took effect, by kind: the last page of a list has no link that could be spoilt. */
export function countHits(records: readonly CallRecord[]): Hits {
  const hits: Hits = {};
  for (const { fault, isSpoilt } of records) {
    const chance = fault === null ? null : chanceOf(fault);
    if (chance !== null && (isSpoilt || OF_TIME.has(chance))) hits[chance] = (hits[chance] ?? 0) + 1;
  }
  return hits;
}

/** Lists that tell how many rows they have, by API and where needed by path: what is lost of them is seen. */
const COUNTED: readonly [api: Api, path: RegExp][] = [
  ['resource-graph', /./],
  ['subscriptions', /./],
  ['billing', /\/billingSubscriptions$/i],
  ['cost-query', /./],
];

/** What is read through an API whose lists tell no count. */
const READ_THROUGH: Partial<Record<Api, readonly Source[]>> = {
  tenants: ['tenants'],
  billing: ['billing-accounts', 'billing-profiles', 'billing-customers', 'billing-transfers'],
  'managed-services': ['delegation-definitions', 'delegations', 'customer-delegations', 'marketplace-offers'],
  'role-assignments': ['role-assignments', 'customer-role-assignments'],
  'role-definitions': ['role-definitions'],
  'deny-assignments': ['deny-assignments'],
  'role-schedules': ['role-schedules'],
  graph: ['agent-groups', 'identities', 'customer-identities', 'gdap', 'group-schedules'],
  'cost-dimensions': ['cost-dimensions'],
  'cost-exports': ['costs'],
};

/** Sources of which rows were left out of an answer that tells no count: nothing of that answer tells that they were. */
export function lostUnseen(records: readonly CallRecord[]): ReadonlySet<string> {
  const lost = records.filter(
    ({ api, path, fault, isSpoilt }) =>
      isSpoilt &&
      (fault?.kind === 'missing-page' || fault?.kind === 'empty-page') &&
      !COUNTED.some(([counted, pattern]) => counted === api && pattern.test(path)),
  );
  return new Set(
    lost.flatMap(({ api, path }) => {
      const sources = READ_THROUGH[api];
      if (sources === undefined)
        throw new Error(`rows of ${api} were lost, of which nobody reads lists: ${path}`);
      return sources;
    }),
  );
}
