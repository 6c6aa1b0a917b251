import { linkKey, type Facts, type Read } from '../evidence.ts';
import type { Identity, PartnerLink } from '../facts.ts';
import type { PrincipalId } from '../ids.ts';
import { partiesOf } from '../paths/parties.ts';
import { ownTwins } from '../paths/twins.ts';

/** The part of the facts on which this subscription's verdict rests: nothing of other customers leaves with it. */
export function relevantFacts(facts: Facts): Facts {
  const { managing, customer, subscription, profile } = facts;
  const named = namedPrincipals(facts);
  const groups = pickMap(managing.groupMembers, named);
  const people = new Set(named);
  for (const members of [...groups.values(), ...pickMap(customer.groupMembers, named).values()])
    for (const { principalId } of members) people.add(principalId);
  const guests = customersIdentities(facts).flatMap((identity) => ownTwins(identity, managing));
  for (const { principalId } of [...guests, ...customersIdentities(facts)]) people.add(principalId);
  return {
    profile: { ...profile, resellers: profile.resellers === null ? null : [...partiesOf(facts).resellers] },
    managing: {
      ...managing,
      identities: mapRead(managing.identities, (held) => pickMap(held, people)),
      groupMembers: withTwins(groups, managing.groupMembers, guests),
      membershipSchedules: mapRead(managing.membershipSchedules, (held) => pickMap(held, named)),
      links: relevantLinks(facts, people),
    },
    customer,
    subscription: { ...subscription, firstReadAt: pickMap(subscription.firstReadAt, assignmentIds(facts)) },
  };
}

/** Twins that only a group's list shows stay where they were seen: in a group without other members. */
function withTwins(
  groups: ReadonlyMap<PrincipalId, readonly Identity[]>,
  all: ReadonlyMap<PrincipalId, readonly Identity[]>,
  twins: readonly Identity[],
): ReadonlyMap<PrincipalId, readonly Identity[]> {
  const wanted = new Set(twins.map(({ principalId }) => principalId));
  const kept = new Map(groups);
  for (const [groupId, members] of all) {
    if (kept.has(groupId)) continue;
    const seen = members.filter(({ principalId }) => wanted.has(principalId));
    if (seen.length > 0) kept.set(groupId, seen);
  }
  return kept;
}

const customersIdentities = ({ customer }: Facts): Identity[] => [
  ...(customer.identities.state === 'read' ? customer.identities.value.values() : []),
  ...[...customer.groupMembers.values()].flat(),
];

function namedPrincipals({ subscription }: Facts): Set<PrincipalId> {
  const { delegations, roleAssignments, roleSchedules } = subscription;
  const definitions = delegations.state === 'read' ? delegations.value.map((row) => row.definition) : [];
  return new Set(
    [
      ...definitions.flatMap((row) => [...(row?.authorizations ?? []), ...(row?.justInTime ?? [])]),
      ...(roleAssignments.state === 'read' ? roleAssignments.value : []),
      ...(roleSchedules.state === 'read' ? roleSchedules.value : []),
    ].map(({ principalId }) => principalId),
  );
}

const assignmentIds = ({ subscription: { delegations, roleAssignments } }: Facts): Set<string> =>
  new Set(
    [
      ...(delegations.state === 'read' ? delegations.value : []),
      ...(roleAssignments.state === 'read' ? roleAssignments.value : []),
    ].map(({ id }) => id),
  );

function relevantLinks({ managing, customer, profile }: Facts, people: ReadonlySet<PrincipalId>) {
  const kept = new Map<string, PartnerLink>();
  for (const principalId of people)
    for (const tenantId of [profile.managingTenantId, customer.tenantId, ...resellerTenants(profile)]) {
      const link = managing.links.get(linkKey(tenantId, principalId));
      if (link !== undefined) kept.set(linkKey(tenantId, principalId), link);
    }
  // Our organisation's name is known from its links: one of each name tells it.
  const names = new Set<string>();
  for (const [key, link] of managing.links) {
    const name = link.link.state === 'linked' ? link.link.partnerName : null;
    if (name === null || names.has(name) || link.link.state !== 'linked') continue;
    if (!profile.partnerIds.has(link.link.partnerId)) continue;
    names.add(name);
    kept.set(key, link);
  }
  return kept;
}

const resellerTenants = ({ resellers }: Facts['profile']) =>
  (resellers ?? []).flatMap(({ tenantId }) => tenantId ?? []);

const pickMap = <Key, Value>(map: ReadonlyMap<Key, Value>, keys: ReadonlySet<Key>): Map<Key, Value> =>
  new Map([...map].filter(([key]) => keys.has(key)));

const mapRead = <Value>(held: Read<Value>, pick: (value: Value) => Value): Read<Value> =>
  held.state === 'unread' ? held : { ...held, value: pick(held.value) };
