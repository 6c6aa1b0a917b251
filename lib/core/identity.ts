import { bestBy, no, unknown, yes, type Answer } from './answers.ts';
import {
  linkKey,
  mayBeReseller,
  wasAskedFor,
  type Facts,
  type ManagingFacts,
  type PartnerProfile,
} from './evidence.ts';
import type { Identity, PartnerLink } from './facts.ts';
import type { PrincipalId, TenantId } from './ids.ts';

export type IdentityAnswer = {
  answer: Answer;
  /** The identity that decided: the principal itself, or the best member of a group. */
  principalId: PrincipalId;
  link: PartnerLink | null;
};

type Question = {
  principalId: PrincipalId;
  /** The tenant in which the link has to be: the managing one for Lighthouse. */
  tenantId: TenantId;
  marketplace: boolean;
  namedBy: Facts['subscription']['delegations'];
};

/** The check "Identity" of diagnosis.md section 5 (2026-11-21), for a principal of the managing tenant. */
export function judgeIdentity(
  question: Question,
  managing: ManagingFacts,
  profile: PartnerProfile,
): IdentityAnswer {
  const { identities } = managing;
  const identity = identities.state === 'read' ? (identities.value.get(question.principalId) ?? null) : null;
  const gone = identity === null && identities.state === 'read' && wasAskedFor(identities, question.namedBy);
  if (gone) return alone(question, no('linked-identity-gone'), null);
  if (identity?.type === 'group') return judgeGroup(question, managing, profile);
  return judgeAlone(question, identity, managing, profile);
}

function judgeGroup(question: Question, managing: ManagingFacts, profile: PartnerProfile): IdentityAnswer {
  const members = managing.groupMembers.get(question.principalId);
  if (members === undefined) return alone(question, unknown('access-unread'), null);
  const answers = members
    .filter((member) => member.type === 'user' || member.type === 'service-principal')
    .filter((member) => member.enabled !== false || isLinked(question.tenantId, member.principalId, managing))
    .map((member) => {
      const judged = judgeAlone({ ...question, principalId: member.principalId }, member, managing, profile);
      // A member has to be in the group for the whole day, and no read tells since when it is.
      return judged.answer.earns === 'yes' ? { ...judged, answer: yes(null) } : judged;
    });
  const best = bestBy(answers, ({ answer }) => answer);
  if (best === null) return alone(question, no('no-linked-group-member'), null);
  return best.answer.because === 'principal-not-linked'
    ? { ...best, answer: no('no-linked-group-member') }
    : best;
}

function judgeAlone(
  question: Question,
  identity: Identity | null,
  managing: ManagingFacts,
  profile: PartnerProfile,
): IdentityAnswer {
  const link = managing.links.get(linkKey(question.tenantId, question.principalId)) ?? null;
  if (identity === null && link === null) return alone(question, unknown('access-unread'), null);
  if (identity?.enabled === false) return alone(question, no('linked-identity-gone'), link);
  return alone(question, judgeLink(link, question.marketplace, profile), link);
}

function judgeLink(link: PartnerLink | null, marketplace: boolean, profile: PartnerProfile): Answer {
  if (link?.link.state === 'linked') {
    const { partnerId, since } = link.link;
    if (profile.partnerIds.has(partnerId)) return yes(since);
    if (partnerId === profile.globalId) return unknown('global-partner-id');
    return mayBeReseller(profile) ? unknown('access-unread') : no('wrong-partner-organisation');
  }
  if (link === null) return unknown('link-unread');
  return marketplace ? unknown('marketplace-link-unverified') : no('principal-not-linked');
}

const alone = (question: Question, answer: Answer, link: PartnerLink | null): IdentityAnswer => ({
  answer,
  principalId: question.principalId,
  link,
});

const isLinked = (tenantId: TenantId, principalId: PrincipalId, managing: ManagingFacts): boolean =>
  managing.links.get(linkKey(tenantId, principalId))?.link.state === 'linked';
