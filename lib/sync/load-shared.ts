import { linkKey, read, unread, type ManagingFacts } from '#lib/core/evidence.ts';
import type { GdapRelationship, Identity, MembershipSchedule } from '#lib/core/facts.ts';
import { isStillKnown } from '#lib/core/freshness.ts';
import type { PrincipalId, TenantId } from '#lib/core/ids.ts';
import { MISSING_RIGHTS } from '#lib/core/missing-rights.ts';
import { listBilledCustomers, listVisibleSubscriptions } from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import { listAgentGroups, listIdentities, listLinks } from '#lib/db/directory.ts';
import { listPersonalLinks } from '#lib/db/personal-links.ts';
import { listSourceReads } from '#lib/db/reads.ts';
import { listMembershipSchedules } from '#lib/db/restrictions.ts';
import { findSettings } from '#lib/db/settings.ts';
import { listGdapRelationships } from '#lib/db/tenants.ts';
import { instant, type JudgeDeps } from './deps.ts';
import { readKey, readOf, type Held } from './read-of.ts';

const DAY_MS = 24 * 60 * 60_000;

type Billed = Awaited<ReturnType<typeof listBilledCustomers>>;

/** What is the same for every customer. */
export type Shared = Held & {
  managing: ManagingFacts;
  billed: ReadonlyMap<TenantId, Billed>;
  gdap: ReadonlyMap<TenantId | null, GdapRelationship[]>;
  /** The service identity's own object in each tenant. */
  ownPrincipals: ReadonlyMap<TenantId, PrincipalId>;
  /** Whether a customer that is missing from the billed ones is known not to be billed by us. */
  listsAllBilled: boolean;
};

export async function loadShared(deps: JudgeDeps): Promise<Shared> {
  const { db } = deps;
  const held: Held = {
    now: instant(deps),
    reads: new Map((await listSourceReads(db)).map((row) => [readKey(row), row])),
  };
  const billed = Map.groupBy(await listBilledCustomers(db), ({ tenantId }) => tenantId);
  const visible = await listVisibleSubscriptions(db);
  const links = await listLinks(db);
  const { ownLinkDays } = await findSettings(db);
  const personal = await listPersonalLinks(db, {
    now: held.now,
    checkedAfter: new Date(Date.parse(held.now) - ownLinkDays * DAY_MS).toISOString(),
  });
  return {
    ...held,
    billed,
    gdap: Map.groupBy(await listGdapRelationships(db), ({ customerTenantId }) => customerTenantId),
    ownPrincipals: new Map(
      links.filter(({ how }) => how === 'own-token').map((link) => [link.tenantId, link.principalId]),
    ),
    // A list of one account is not all; and its ids count as tenants only once one was seen to be one.
    listsAllBilled:
      deps.billingAccount === null &&
      readOf(held, ['billing-customers', ''], billed).state === 'read' &&
      visible.some(({ tenantId }) => billed.has(tenantId)),
    managing: {
      ...(await directoryFacts(db, held)),
      // Microsoft shows the history of an enrolment nowhere that we read; a person may tell.
      enrolmentMovedAt:
        deps.enrolmentMovedAt === null ? unread('not-asked') : read(deps.enrolmentMovedAt, held.now),
      // What a credential of ours read counts before what a person had read, and that before a person's word.
      links: new Map(
        [...personal, ...links.filter(({ checkedAt }) => isStillKnown(checkedAt, held.now))].map((link) => [
          linkKey(link.tenantId, link.principalId),
          link,
        ]),
      ),
    },
  };
}

async function directoryFacts(
  db: Db,
  held: Held,
): Promise<Pick<ManagingFacts, 'agentGroups' | 'identities' | 'groupMembers' | 'membershipSchedules'>> {
  const identities = await listIdentities(db, 'identities', ['']);
  const alone = identities.filter(({ memberOf }) => memberOf === null).map(({ identity }) => identity);
  const schedules: ReadonlyMap<PrincipalId, MembershipSchedule[]> = Map.groupBy(
    await listMembershipSchedules(db),
    ({ groupId }) => groupId,
  );
  return {
    agentGroups: foundGroups(readOf(held, ['agent-groups', ''], await listAgentGroups(db))),
    identities: readOf(held, ['identities', ''], byPrincipal(alone)),
    groupMembers: membersByGroup(identities),
    membershipSchedules: readOf(held, ['group-schedules', ''], schedules),
  };
}

export const byPrincipal = (identities: readonly Identity[]): Map<PrincipalId, Identity> =>
  new Map(identities.map((identity) => [identity.principalId, identity]));

type Known = Awaited<ReturnType<typeof listIdentities>>[number];

/** A group that was read and has no member is an empty list; one that was not read is absent. */
export function membersByGroup(all: readonly Known[]): Map<PrincipalId, Identity[]> {
  const members = new Map<PrincipalId, Identity[]>();
  for (const { identity, memberOf } of all) {
    if (memberOf === null && identity.type === 'group') members.set(identity.principalId, []);
  }
  for (const { identity, memberOf } of all) if (memberOf !== null) members.get(memberOf)?.push(identity);
  return members;
}

/** Every partner's tenant has agent groups: where none is found, another tenant's were asked for. */
const foundGroups = (groups: ManagingFacts['agentGroups']): ManagingFacts['agentGroups'] =>
  groups.state === 'read' && groups.value.length === 0
    ? unread('not-visible', MISSING_RIGHTS['agent-groups'])
    : groups;
