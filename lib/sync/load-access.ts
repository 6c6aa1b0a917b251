import { read, unread, type Facts, type Read } from '#lib/core/evidence.ts';
import type { SubscriptionId, TenantId } from '#lib/core/ids.ts';
import { MISSING_RIGHTS } from '#lib/core/missing-rights.ts';
import type { Instant } from '#lib/core/periods.ts';
import type { Source } from '#lib/core/statuses.ts';
import type { ReadWay } from '#lib/core/sync-run.ts';
import type { VisibleSubscription } from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import { listDelegationsOfReads } from '#lib/db/delegations.ts';
import { listDenyAssignments, listResourceGroups, listRoleSchedules } from '#lib/db/restrictions.ts';
import { listRoleAssignments } from '#lib/db/role-assignments.ts';
import { ASSIGNMENT_SOURCES, DELEGATION_SOURCES, listCoverage } from '#lib/db/subscription-reads.ts';
import { findFirstSeen, saveFirstSeen } from '#lib/db/verdicts.ts';
import type { Shared } from './load-shared.ts';
import {
  bySubscription,
  chosenRead,
  findRead,
  readOf,
  reasonUnread,
  rowsOf,
  type ChosenRead,
} from './read-of.ts';

export type AccessFacts = Pick<
  Facts['subscription'],
  'delegations' | 'roleAssignments' | 'denyAssignments' | 'roleSchedules' | 'resourceGroups' | 'firstReadAt'
>;

/** By which way each list of access was read. */
export type AccessWays = { delegations: ReadWay | null; 'role-assignments': ReadWay | null };

/** Whose a subscription is, and by which tokens it is seen. */
export type Known = {
  tenantId: TenantId;
  subscriptionId: SubscriptionId;
  seenBy: readonly VisibleSubscription[];
};

/** What is held of who has access to subscriptions, each by the read that counts for it. */
export async function loadAccess(
  db: Db,
  shared: Shared,
  known: readonly Known[],
): Promise<(of: Known) => AccessFacts & { ways: AccessWays }> {
  // A subscription that left a customer is no more seen there, whatever its new home shows.
  const ids = [...new Set(known.filter(({ seenBy }) => seenBy.length > 0).map((row) => row.subscriptionId))];
  const tenantIds = [...new Set(known.map(({ tenantId }) => tenantId))];
  const covered = async (sources: readonly Source[]) => bySubscription(await listCoverage(db, sources, ids));
  const coverage = {
    delegations: await covered(DELEGATION_SOURCES),
    assignments: await covered(ASSIGNMENT_SOURCES),
    denials: await covered(['deny-assignments']),
    schedules: await covered(['role-schedules']),
    groups: await covered(['resource-groups']),
  };
  const rows = {
    delegations: bySubscription(await listDelegationsOfReads(db, tenantIds)),
    assignments: bySubscription(await listRoleAssignments(db, tenantIds)),
    denials: bySubscription(await listDenyAssignments(db, tenantIds)),
    schedules: bySubscription(await listRoleSchedules(db, tenantIds)),
    groups: bySubscription(await listResourceGroups(db, ids)),
  };
  const accessOf = (of: Known) => {
    const { subscriptionId: id, seenBy } = of;
    const chosen = (kind: keyof typeof coverage): Read<ChosenRead> | null =>
      seenBy.length === 0 ? null : chosenRead(coverage[kind].get(id) ?? [], shared.now);
    const delegations = chosen('delegations') ?? unseen(shared, of, 'delegations');
    const assignments = chosen('assignments') ?? unseen(shared, of, 'role-assignments');
    const groups = seenBy.length === 0 ? [] : (rows.groups.get(id) ?? []);
    const isManaged = groups.some(({ managedBy }) => managedBy !== null);
    const denials = chosen('denials') ?? undenied(shared, of, isManaged);
    const listed = chosen('groups');
    const names = groups.map(({ name }) => name);
    return {
      delegations: rowsOf(delegations, rows.delegations.get(id)),
      roleAssignments: rowsOf(assignments, rows.assignments.get(id)),
      denyAssignments: rowsOf(denials, rows.denials.get(id)),
      roleSchedules: rowsOf(chosen('schedules') ?? unscheduled(shared, of), rows.schedules.get(id)),
      resourceGroups: listed?.state === 'read' ? read(names, listed.at) : unread('not-asked'),
      ways: { delegations: wayOf(delegations), 'role-assignments': wayOf(assignments) },
    };
  };
  const access = new Map(known.map((of) => [of, accessOf(of)]));
  const firstReadAt = await firstReads(db, [...access.values()]);
  return (of) => {
    const found = access.get(of);
    if (found === undefined) throw new Error('access of an unknown subscription');
    return { ...found, firstReadAt };
  };
}

const wayOf = (chosen: Read<ChosenRead>): ReadWay | null =>
  chosen.state === 'read' ? chosen.value.way : null;

/** No read covered it: because the read failed, because no token of ours sees it, or because nobody asked yet. */
function unseen(
  shared: Shared,
  { tenantId, seenBy }: Known,
  source: 'delegations' | 'role-assignments',
): Read<never> {
  const bulk = findRead(shared, source, '');
  if (seenBy.some((row) => row.source === 'subscriptions')) {
    return bulk?.currentReadId ? unread('not-visible', MISSING_RIGHTS[source]) : reasonUnread(bulk, source);
  }
  const ofCustomer = seenBy.length > 0 ? (`customer-${source}` as const) : 'customer-subscriptions';
  const row = findRead(shared, ofCustomer, tenantId);
  if (row === undefined || row.currentReadId) return unread('not-visible', MISSING_RIGHTS[ofCustomer]);
  return reasonUnread(row, ofCustomer);
}

/** Where nothing manages a group there is nothing to deny; where that is not known, a denial may be there. */
function undenied(shared: Shared, { tenantId, seenBy }: Known, isManaged: boolean): Read<never> {
  const groups = readOf(shared, ['resource-groups', ''], true);
  const isListed = groups.state === 'read' && seenBy.some(({ source }) => source === 'subscriptions');
  if (isListed && !isManaged) return unread('not-asked');
  const own = findRead(shared, 'deny-assignments', tenantId);
  // Of what no token sees, as with files alone, nobody could ask.
  if (own === undefined && seenBy.length === 0) {
    return unread('not-visible', MISSING_RIGHTS['deny-assignments']);
  }
  return own === undefined || own.currentReadId
    ? unread('failed', MISSING_RIGHTS['deny-assignments'])
    : reasonUnread(own, 'deny-assignments');
}

function unscheduled(shared: Shared, { tenantId }: Known): Read<never> {
  const own = findRead(shared, 'role-schedules', tenantId);
  return own === undefined || own.currentReadId
    ? unread('not-asked', MISSING_RIGHTS['role-schedules'])
    : reasonUnread(own, 'role-schedules');
}

/** When each assignment was first read; one that is new now was first read with the read it came with. */
async function firstReads(
  db: Db,
  access: readonly Pick<AccessFacts, 'delegations' | 'roleAssignments'>[],
): Promise<Map<string, Instant>> {
  const seen = new Map<Instant, string[]>();
  for (const facts of access) {
    for (const held of [facts.delegations, facts.roleAssignments]) {
      if (held.state === 'unread') continue;
      const ids = seen.get(held.at) ?? [];
      for (const { id } of held.value) ids.push(id);
      seen.set(held.at, ids);
    }
  }
  for (const [at, ids] of seen) await saveFirstSeen(db, ids, at);
  return findFirstSeen(db, [...new Set([...seen.values()].flat())]);
}
