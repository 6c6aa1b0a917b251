import { no, startingAt, unknown, yes, type Answer } from '../answers.ts';
import type { Cause } from '../causes.ts';
import { linkKey, type Facts } from '../evidence.ts';
import type { Identity, PartnerLink } from '../facts.ts';
import type { PrincipalId, TenantId } from '../ids.ts';
import { locationIdsWith, type Parties } from './parties.ts';
import { twinLinks } from './twins.ts';

export type LinkQuestion = {
  principalId: PrincipalId;
  /** null where no directory shows it. */
  identity: Identity | null;
  /** The tenant in which the link has to be: the managing one for a delegation, else the customer's. */
  tenantId: TenantId;
  marketplace: boolean;
};

export type LinkAnswer = { answer: Answer; link: PartnerLink | null; notes: readonly Cause[] };

const NO_NOTES: readonly Cause[] = [];
const OTHER_LOCATION: readonly Cause[] = ['other-location-of-same-organisation'];

/** Linked in the right tenant, to an id that counts (diagnosis.md section 5, Identity, 2026-11-21). */
export function judgeLink(question: LinkQuestion, facts: Facts, parties: Parties): LinkAnswer {
  const link = facts.managing.links.get(linkKey(question.tenantId, question.principalId)) ?? null;
  const plain = (answer: Answer): LinkAnswer => ({ answer, link, notes: NO_NOTES });
  if (link === null) return plain(unknown('link-unread'));
  if (link.link.state === 'linked') return linkedTo(link, link.link, parties);
  if (question.marketplace) return plain(unknown('marketplace-link-unverified'));
  return plain(no(isLinkedElsewhere(question, facts, parties) ?? 'principal-not-linked'));
}

type Target = Extract<PartnerLink['link'], { state: 'linked' }>;

function linkedTo(link: PartnerLink, { partnerId, since }: Target, parties: Parties): LinkAnswer {
  const { profile } = parties;
  const ids = locationIdsWith(partnerId, parties);
  if (ids !== null) {
    const [first] = ids;
    const notes = partnerId === first ? NO_NOTES : OTHER_LOCATION;
    return { answer: yes(startingAt(since, link.checkedAt)), link, notes };
  }
  const because = (answer: Answer): LinkAnswer => ({ answer, link, notes: NO_NOTES });
  if (partnerId === profile.globalId) return because(unknown('global-partner-id'));
  const mayBeOurs = profile.partnerIds.size === 0 || parties.strangerPartnerIdsMayCount;
  return because(mayBeOurs ? unknown('access-unread') : no('wrong-partner-organisation'));
}

function isLinkedElsewhere(question: LinkQuestion, facts: Facts, parties: Parties): Cause | null {
  const { identity, tenantId } = question;
  if (identity === null) return null;
  const inManaging = tenantId === facts.profile.managingTenantId;
  const other = inManaging ? facts.customer.tenantId : facts.profile.managingTenantId;
  const counts = twinLinks(identity, other, facts).some(
    ({ link }) => link.state === 'linked' && locationIdsWith(link.partnerId, parties) !== null,
  );
  if (!counts) return null;
  return inManaging ? 'linked-in-customer-tenant-only' : 'linked-in-partner-tenant-only';
}

export const isKnownLinked = (tenantId: TenantId, principalId: PrincipalId, { managing }: Facts): boolean =>
  managing.links.get(linkKey(tenantId, principalId))?.link.state === 'linked';
