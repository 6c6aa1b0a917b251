import { linkKey, read, unread, type Facts, type ManagingFacts, type Read } from '#lib/core/evidence.ts';
import type { DailyCost, Identity } from '#lib/core/facts.ts';
import type { PrincipalId, SubscriptionId, TenantId } from '#lib/core/ids.ts';
import { isStillKnown, standingOf } from '#lib/core/freshness.ts';
import { MISSING_RIGHTS } from '#lib/core/missing-rights.ts';
import type { Instant, Period } from '#lib/core/periods.ts';
import type { Source } from '#lib/core/statuses.ts';
import { findDailyCosts, listBilledSubscriptions } from '#lib/db/costs.ts';
import {
  listBilledCustomers,
  listVisibleSubscriptions,
  type VisibleSubscription,
} from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import { listDelegations, listSubscriptionReads, type SubscriptionRead } from '#lib/db/delegations.ts';
import { listAgentGroups, listIdentities, listLinks } from '#lib/db/directory.ts';
import { listSourceReads, type SourceRead } from '#lib/db/reads.ts';
import { listRoleAssignments } from '#lib/db/role-assignments.ts';
import { findFirstSeen, saveFirstSeen } from '#lib/db/verdicts.ts';
import { instant, type SyncDeps } from './deps.ts';

export type Shared = {
  managing: ManagingFacts;
  /** When this is judged: what is too old then is no longer known. */
  now: Instant;
  /** Key by readKey. */
  reads: ReadonlyMap<string, SourceRead>;
  billed: ReadonlySet<TenantId>;
  /** The service identity's own object in each tenant. */
  ownPrincipals: ReadonlyMap<TenantId, PrincipalId>;
  /** Whether a customer that is missing from the billed ones is known not to be billed by us. */
  listsAllBilled: boolean;
};

export async function loadShared(deps: SyncDeps): Promise<Shared> {
  const { db } = deps;
  const now = instant(deps);
  const reads = new Map((await listSourceReads(db)).map((row) => [readKey(row), row]));
  const billed = new Set((await listBilledCustomers(db)).map(({ tenantId }) => tenantId));
  const visible = await listVisibleSubscriptions(db);
  const links = await listLinks(db);
  const identities = await listIdentities(db, 'identities', '');
  const alone = identities.filter(({ memberOf }) => memberOf === null).map(({ identity }) => identity);
  const asked = { reads, now };
  return {
    now,
    reads,
    billed,
    ownPrincipals: new Map(
      links.filter(({ how }) => how === 'own-token').map((link) => [link.tenantId, link.principalId]),
    ),
    // A list of one account is not all; and its ids count as tenants only once one was seen to be one.
    listsAllBilled:
      deps.billingAccount === null &&
      readOf(asked, 'billing-customers', '', billed).state === 'read' &&
      visible.some(({ tenantId }) => billed.has(tenantId)),
    managing: {
      agentGroups: foundGroups(readOf(asked, 'agent-groups', '', await listAgentGroups(db))),
      identities: readOf(asked, 'identities', '', byPrincipal(alone)),
      groupMembers: membersByGroup(alone, identities),
      membershipSchedules: unread('not-asked'),
      enrolmentMovedAt: unread('not-asked'),
      links: new Map(
        links
          .filter(({ checkedAt }) => isStillKnown(checkedAt, now))
          .map((link) => [linkKey(link.tenantId, link.principalId), link]),
      ),
    },
  };
}

const byPrincipal = (identities: readonly Identity[]): Map<PrincipalId, Identity> =>
  new Map(identities.map((identity) => [identity.principalId, identity]));

/** A group that was read and has no member is an empty list; one that was not read is absent. */
function membersByGroup(alone: readonly Identity[], all: Awaited<ReturnType<typeof listIdentities>>) {
  const members = new Map<PrincipalId, Identity[]>(
    alone.filter(({ type }) => type === 'group').map(({ principalId }) => [principalId, []]),
  );
  for (const { identity, memberOf } of all) if (memberOf !== null) members.get(memberOf)?.push(identity);
  return members;
}

/** Every partner's tenant has agent groups: where none is found, another tenant's were asked for. */
const foundGroups = (groups: ManagingFacts['agentGroups']): ManagingFacts['agentGroups'] =>
  groups.state === 'read' && groups.value.length === 0
    ? unread('not-visible', MISSING_RIGHTS['agent-groups'])
    : groups;

const readKey = ({
  source,
  tenantId,
  period,
  scope,
}: Pick<SourceRead, 'source' | 'tenantId' | 'period' | 'scope'>): string =>
  `${source}/${tenantId}/${period}/${scope}`;

const findRead = (reads: Shared['reads'], source: Source, tenantId: TenantId | ''): SourceRead | undefined =>
  reads.get(readKey({ source, tenantId, period: '', scope: '' }));

function readOf<Value>(
  { reads, now }: Pick<Shared, 'reads' | 'now'>,
  source: Source,
  tenantId: TenantId | '',
  value: Value,
): Read<Value> {
  const row = findRead(reads, source, tenantId);
  if (row === undefined) return unread('not-asked', MISSING_RIGHTS[source]);
  if (row.currentReadId && row.asOf !== null) {
    const standing = standingOf(row, now);
    return standing === 'known' ? read(value, row.asOf) : unread(standing, row.failure?.missingRight ?? null);
  }
  const reason =
    row.failure?.kind === 'no-consent' ? 'no-consent' : row.outcome === 'forbidden' ? 'forbidden' : 'failed';
  return unread(reason, row.failure?.missingRight ?? null);
}

export type KnownSubscription = { facts: Facts; seen: VisibleSubscription | null; asOf: string | null };

/** `loose`: charges of the month that belong to no subscription. */
export type KnownCustomer = { subscriptions: KnownSubscription[]; loose: DailyCost[] };

/** Facts of every subscription known of a customer: visible to a token of ours, or billed in the month. */
export async function loadCustomer(
  deps: SyncDeps,
  shared: Shared,
  tenantId: TenantId,
  period: Period,
): Promise<KnownCustomer> {
  const { db } = deps;
  const visible = await listVisibleSubscriptions(db, [tenantId]);
  const costs = await findDailyCosts(db, tenantId, period);
  const everBilled = await listBilledSubscriptions(db, tenantId);
  const customer = await customerFacts(db, shared, tenantId);
  const access = await accessFacts(db, shared, tenantId);
  const seenById = new Map(visible.toReversed().map((row) => [row.subscriptionId, row]));
  const linesById = Map.groupBy(costs?.rows ?? [], (row) => row.subscriptionId);
  const ids = [...new Set([...seenById.keys(), ...everBilled])].sort();
  const subscriptions = ids.map((subscriptionId) => {
    const facts: Facts = {
      profile: deps.profile,
      managing: shared.managing,
      customer: { ...customer, billedByUs: everBilled.has(subscriptionId) ? true : customer.billedByUs },
      subscription: {
        subscriptionId,
        ...access(subscriptionId),
        costs:
          costs === null
            ? unread('failed', MISSING_RIGHTS.costs)
            : read(linesById.get(subscriptionId) ?? [], costs.asOf),
        denyAssignments: unread('not-asked'),
        roleSchedules: unread('not-asked'),
        costWay: costs === null ? null : 'query-customer',
        rateSeen: null,
        lowerPriceUnflagged: unread('not-asked'),
        groupedCosts: unread('not-asked'),
        resourceGroups: unread('not-asked'),
        billing: unread('not-asked'),
        transfers: unread('not-asked'),
        costDataUntil: null,
      },
    };
    return {
      facts,
      seen: seenById.get(subscriptionId) ?? null,
      asOf: oldest(facts),
    };
  });
  return { subscriptions, loose: linesById.get(null) ?? [] };
}

async function customerFacts(db: Db, shared: Shared, tenantId: TenantId): Promise<Facts['customer']> {
  const identities = await listIdentities(db, 'customer-identities', tenantId);
  const billed = shared.billed.has(tenantId);
  return {
    tenantId,
    billedByUs: !billed && shared.listsAllBilled ? false : null,
    identities: readOf(
      shared,
      'customer-identities',
      tenantId,
      byPrincipal(identities.map(({ identity }) => identity)),
    ),
    groupMembers: new Map(),
    servicePrincipalId: shared.ownPrincipals.get(tenantId) ?? null,
    gdap: unread('not-asked'),
    marketplaceOffers: unread('not-asked'),
  };
}

type Access = Pick<Facts['subscription'], 'delegations' | 'roleAssignments' | 'firstReadAt'>;

async function accessFacts(
  db: Db,
  shared: Shared,
  tenantId: TenantId,
): Promise<(id: SubscriptionId) => Access> {
  const delegations = Map.groupBy(await listDelegations(db, [tenantId]), (row) => row.subscriptionId);
  const assignments = Map.groupBy(await listRoleAssignments(db, tenantId), (row) => row.subscriptionId);
  const reads = {
    delegations: await listSubscriptionReads(db, 'delegations', tenantId),
    'role-assignments': await listSubscriptionReads(db, 'role-assignments', tenantId),
  };
  const asOf = (source: keyof typeof reads) => findRead(shared.reads, source, tenantId)?.asOf ?? null;
  const firstReadAt = new Map([
    ...(await firstReads(db, delegations, asOf('delegations'))),
    ...(await firstReads(db, assignments, asOf('role-assignments'))),
  ]);
  return (id) => ({
    delegations: covered(
      readOf(shared, 'delegations', tenantId, delegations.get(id) ?? []),
      reads.delegations,
      id,
    ),
    roleAssignments: covered(
      readOf(shared, 'role-assignments', tenantId, assignments.get(id) ?? []),
      reads['role-assignments'],
      id,
    ),
    firstReadAt,
  });
}

/** When each assignment was first read; one that is new now was first read with the read it came with. */
async function firstReads(
  db: Db,
  bySubscription: ReadonlyMap<string, readonly { id: string }[]>,
  asOf: Instant | null,
): Promise<Map<string, Instant>> {
  const ids = [...bySubscription.values()].flat().map(({ id }) => id);
  if (asOf !== null) await saveFirstSeen(db, ids, asOf);
  return findFirstSeen(db, ids);
}

/** A customer's list counts for the subscriptions that it was read of. */
function covered<Value>(
  held: Read<Value>,
  reads: readonly SubscriptionRead[],
  id: SubscriptionId,
): Read<Value> {
  if (held.state === 'unread') return held;
  const row = reads.find(({ subscriptionId }) => subscriptionId === id);
  if (row === undefined) return unread('not-visible', MISSING_RIGHTS['role-assignments']);
  return row.unreadReason === null ? held : unread(row.unreadReason, row.missingRight);
}

function oldest({ subscription, managing, customer }: Facts): string | null {
  const dates = [
    subscription.delegations,
    subscription.roleAssignments,
    subscription.costs,
    managing.agentGroups,
    managing.identities,
    customer.identities,
  ].flatMap((fact) => (fact.state === 'read' ? [fact.at] : []));
  return dates.sort()[0] ?? null;
}
