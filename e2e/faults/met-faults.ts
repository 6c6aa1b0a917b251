import type { Source } from '#lib/core/statuses.ts';
import type { CallRecord } from '../simulator/calls.ts';
import { chanceOf, type Chance } from '../simulator/fault-generator.ts';
import type { Api } from '../simulator/http.ts';

/** They change when an answer comes, and not what it says. */
const OF_TIME: ReadonlySet<Chance> = new Set(['slow', 'clock-jump']);

export type Hits = Partial<Record<Chance, number>>;

/** The fault that took effect; the last page of a list has no link that could be spoilt. */
function hitOf({ fault, isSpoilt }: CallRecord): Chance | null {
  const chance = fault === null ? null : chanceOf(fault);
  return chance !== null && (isSpoilt || OF_TIME.has(chance)) ? chance : null;
}

export function countHits(records: readonly CallRecord[]): Hits {
  const hits: Hits = {};
  for (const chance of records.map(hitOf)) if (chance !== null) hits[chance] = (hits[chance] ?? 0) + 1;
  return hits;
}

/** For people: what was met where. */
export const listHits = (records: readonly CallRecord[]): string[] =>
  records.flatMap((record) => {
    const hit = hitOf(record);
    return hit === null
      ? []
      : [`${hit} at ${record.method} ${record.path} of ${record.tenantId ?? 'nobody'}`];
  });

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
