import { no, unknown, within, type Answer } from '../answers.ts';
import type { Cause } from '../causes.ts';
import { linkKey, wasAskedFor, type Facts, type Read } from '../evidence.ts';
import type { Identity, MembershipSchedule, PartnerLink } from '../facts.ts';
import type { PrincipalId, TenantId } from '../ids.ts';
import type { Instant } from '../periods.ts';
import { isKnownLinked, judgeLink } from './link-answer.ts';
import { membershipsOf } from './memberships.ts';
import type { Parties } from './parties.ts';

export type IdentityAnswer = {
  answer: Answer;
  /** The identity that was judged: the principal itself, or a member of it. */
  principalId: PrincipalId;
  link: PartnerLink | null;
  notes: readonly Cause[];
  throughGroup: PrincipalId | null;
};

/** What the directory of the tenant in which the link has to be shows. */
export type Directory = {
  tenantId: TenantId;
  identities: Read<ReadonlyMap<PrincipalId, Identity>>;
  groupMembers: ReadonlyMap<PrincipalId, readonly Identity[]>;
  membershipSchedules: Read<ReadonlyMap<PrincipalId, readonly MembershipSchedule[]>>;
};

export type IdentityQuestion = {
  principalId: PrincipalId;
  /** null: the reseller's, of which only attested links are ever known. */
  directory: Directory | null;
  tenantId: TenantId;
  marketplace: boolean;
  namedBy: Read<unknown>;
  /** When the path was first read: from then on a membership without a told start counts. */
  firstReadAt: Instant;
};

/** The check "Identity" of diagnosis.md section 5 (2026-11-21): the principal, or each member of a group, alone. */
export function judgeIdentity(
  question: IdentityQuestion,
  facts: Facts,
  parties: Parties,
): readonly IdentityAnswer[] {
  const { directory, principalId } = question;
  if (directory === null) return [judgeAlone({ ...question, identity: null }, facts, parties)];
  const { identities } = directory;
  const identity = identities.state === 'read' ? (identities.value.get(principalId) ?? null) : null;
  const gone = identity === null && identities.state === 'read' && wasAskedFor(identities, question.namedBy);
  if (gone) return [plain(principalId, no('linked-identity-gone'))];
  if (identity?.type === 'group') return judgeGroup({ ...question, directory }, facts, parties);
  const link = facts.managing.links.get(linkKey(question.tenantId, principalId)) ?? null;
  if (identity === null && !showsEnabled(link)) {
    return [plain(principalId, unknown('access-unread'))];
  }
  return [judgeAlone({ ...question, identity }, facts, parties)];
}

/** A token of its own, got lately, shows that it exists and is enabled; what people say or once did does not. */
const showsEnabled = (link: PartnerLink | null): boolean =>
  link?.how === 'own-token' || link?.how === 'link-credential';

function judgeAlone(
  question: IdentityQuestion & { identity: Identity | null },
  facts: Facts,
  parties: Parties,
): IdentityAnswer {
  const { principalId, identity } = question;
  const judged = judgeLink(question, facts, parties);
  if (identity?.enabled === false) {
    return { ...plain(principalId, no('linked-identity-gone')), link: judged.link };
  }
  // Somebody who may be disabled is no access that we know of.
  if (identity?.enabled === null && judged.answer.earns === 'yes' && !showsEnabled(judged.link)) {
    return { ...plain(principalId, unknown('access-unread')), link: judged.link };
  }
  return { ...judged, principalId, throughGroup: null };
}

type GroupQuestion = IdentityQuestion & { directory: Directory };

function judgeGroup(question: GroupQuestion, facts: Facts, parties: Parties): readonly IdentityAnswer[] {
  const { principalId: groupId, firstReadAt } = question;
  const { groupMembers, tenantId, membershipSchedules } = question.directory;
  const members = groupMembers.get(groupId);
  if (members === undefined) return [plain(groupId, unknown('access-unread'))];
  const people = members.filter(
    ({ type, enabled, principalId }) =>
      (type === 'user' || type === 'service-principal') &&
      (enabled !== false || isKnownLinked(tenantId, principalId, facts)),
  );
  const [firstLinked, ...otherLinked] = people.filter(({ principalId }) =>
    isKnownLinked(tenantId, principalId, facts),
  );
  const allKnown = people.every(({ principalId }) =>
    facts.managing.links.has(linkKey(tenantId, principalId)),
  );
  const alone = allKnown && otherLinked.length === 0 && firstLinked?.type === 'user';
  const answers = people.flatMap((member) => {
    const { principalId } = member;
    const judged = judgeAlone({ ...question, principalId, identity: member }, facts, parties);
    if (judged.answer.earns !== 'yes') return [asMember(judged, groupId)];
    const notes: readonly Cause[] = alone ? [...judged.notes, 'single-linked-member'] : judged.notes;
    return membershipsOf({ groupId, principalId, firstReadAt }, membershipSchedules).map((membership) => ({
      ...judged,
      throughGroup: groupId,
      notes: [...notes, ...membership.notes],
      answer:
        membership.answer.earns === 'yes'
          ? within(membership.answer.window, judged.answer)
          : membership.answer,
    }));
  });
  const eligible = eligibleMembers(question, facts);
  const all = [...answers, ...eligible];
  return all.length === 0 ? [plain(groupId, no('no-linked-group-member'))] : all;
}

const asMember = (judged: IdentityAnswer, throughGroup: PrincipalId): IdentityAnswer => ({
  ...judged,
  throughGroup,
  answer: judged.answer.because === 'principal-not-linked' ? no('no-linked-group-member') : judged.answer,
});

/** Linked people who may make themselves members, for hours: never for a whole day. */
function eligibleMembers(
  { principalId: groupId, directory: { tenantId, membershipSchedules } }: GroupQuestion,
  facts: Facts,
): IdentityAnswer[] {
  if (membershipSchedules.state === 'unread') return [];
  return (membershipSchedules.value.get(groupId) ?? [])
    .filter(({ kind, access }) => kind === 'eligible' && access === 'member')
    .filter(({ principalId }) => isKnownLinked(tenantId, principalId, facts))
    .map(({ principalId }) => ({
      ...plain(principalId, no('time-bound-membership')),
      link: facts.managing.links.get(linkKey(tenantId, principalId)) ?? null,
      throughGroup: groupId,
    }));
}

const plain = (principalId: PrincipalId, answer: Answer): IdentityAnswer => ({
  answer,
  principalId,
  link: null,
  notes: [],
  throughGroup: null,
});
