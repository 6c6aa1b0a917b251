import type { Cause } from './causes.ts';
import type { SubscriptionId } from './ids.ts';
import type { Day } from './periods.ts';
import type { Access, Credit, FindingState, Leads, Verdict } from './statuses.ts';

/** What a judgement of one subscription leads with. */
export type Lead = {
  subscriptionId: SubscriptionId;
  verdict: Verdict;
  access: Access;
  credit: Credit;
  cause: Cause;
  alsoCauses: readonly Cause[];
  /** First day of the month that the cause decided; null: no single day did. */
  since: Day | null;
};

/** A finding as it is held: one for each subscription and cause, for good. */
export type HeldFinding = {
  id: string;
  subscriptionId: SubscriptionId;
  cause: Cause;
  state: FindingState;
  leads: Leads;
};

/** What a judgement does to findings. Whatever is not named stays as it is. */
export type FindingStep =
  | { kind: 'open'; subscriptionId: SubscriptionId; cause: Cause; verdict: Verdict; since: Day | null }
  | { kind: 'reopen'; id: string; verdict: Verdict; since: Day | null }
  | { kind: 'persist'; id: string; verdict: Verdict; seenAgain: boolean }
  | { kind: 'lose-sight'; id: string; because: Cause }
  | { kind: 'resolve'; id: string; verdict: Verdict; cause: Cause };

/** Causes that contradict the prediction: findings whatever the verdict. */
const CONTRADICTIONS: readonly Cause[] = [
  'aobo-intact-cost-uncredited',
  'access-good-cost-uncredited',
  'credited-by-unseen-access',
];
const WITH_FINDING: readonly Verdict[] = ['not-earning', 'partial', 'unverified', 'unknown'];

/** Somebody can do something about what it leads with. */
export const isFinding = ({ verdict, cause }: Pick<Lead, 'verdict' | 'cause'>): boolean =>
  cause !== 'earning' && (WITH_FINDING.includes(verdict) || CONTRADICTIONS.includes(cause));

/** Decided by cost as well as by access, so that cost which was not read leaves them as they are. */
const NEED_CREDIT: readonly Cause[] = [...CONTRADICTIONS, 'scope-too-narrow', 'access-part-of-period'];
const UNREAD_ACCESS: readonly Cause[] = ['access-unread', 'link-unread'];
/** Gone as soon as something else leads: they say no more than that something was not read. */
const UNREAD: readonly Cause[] = [...UNREAD_ACCESS, 'no-billing-scope-data'];

const isAccessUnread = ({ access, cause, alsoCauses }: Lead): boolean =>
  access !== 'covered' && [cause, ...alsoCauses].some((one) => UNREAD_ACCESS.includes(one));

/** What was not read, and so may hide that a cause still leads; null: what was read says that it does not. */
function hiddenBy(lead: Lead, cause: Cause): Cause | null {
  if (lead.verdict === 'not-applicable' || UNREAD.includes(cause)) return null;
  const unread = isAccessUnread(lead);
  if (NEED_CREDIT.includes(cause)) {
    if (lead.credit === 'unknown') return 'no-billing-scope-data';
    return unread && lead.access === 'unknown' ? 'access-unread' : null;
  }
  return unread && lead.credit !== 'credited' ? 'access-unread' : null;
}

/**
 * Findings follow the facts: they open, persist, resolve and open again by themselves. What a person decided about
 * one stays; an unread fact resolves none; a subscription that no source shows any more leaves its own as they are.
 */
export function diffFindings(held: readonly HeldFinding[], leads: readonly Lead[]): FindingStep[] {
  const heldBySubscription = Map.groupBy(held, ({ subscriptionId }) => subscriptionId);
  const judged = leads.flatMap((lead) =>
    lead.verdict === 'pending' ? [] : stepsOf(heldBySubscription.get(lead.subscriptionId) ?? [], lead),
  );
  const shown = new Set(leads.map(({ subscriptionId }) => subscriptionId));
  const unseen = held.filter(({ subscriptionId, leads: led }) => !shown.has(subscriptionId) && led === 'yes');
  return [...judged, ...unseen.map(({ id }) => loseSight(id, 'access-unread'))];
}

const loseSight = (id: string, because: Cause): FindingStep => ({ kind: 'lose-sight', id, because });

function stepsOf(held: readonly HeldFinding[], lead: Lead): FindingStep[] {
  const { subscriptionId, cause, verdict, since } = lead;
  const leading = isFinding(lead) ? held.find((finding) => finding.cause === cause) : undefined;
  const others = held.filter((finding) => finding !== leading);
  return [
    ...(isFinding(lead) && leading === undefined
      ? [{ kind: 'open' as const, subscriptionId, cause, verdict, since }]
      : []),
    ...(leading === undefined ? [] : [persist(leading, lead)]),
    ...others.flatMap((finding) => giveWay(finding, lead)),
  ];
}

function persist({ id, leads }: HeldFinding, { verdict, since }: Lead): FindingStep {
  if (leads === 'no') return { kind: 'reopen', id, verdict, since };
  return { kind: 'persist', id, verdict, seenAgain: leads === 'unknown' };
}

/** A finding whose cause leads no more, as far as what was read can tell. */
function giveWay({ id, cause, leads }: HeldFinding, lead: Lead): FindingStep[] {
  if (leads === 'no') return [];
  const because = hiddenBy(lead, cause);
  if (because === null) return [{ kind: 'resolve', id, verdict: lead.verdict, cause: lead.cause }];
  return leads === 'unknown' ? [] : [loseSight(id, because)];
}

const isUnread = (lead: Lead, cause: Cause): boolean =>
  cause === 'no-billing-scope-data' ? lead.credit === 'unknown' : isAccessUnread(lead);

/**
 * A month that is too young to judge leads nothing. Where a finding only says that it was not read, and it is read by
 * now, the month before leads again.
 */
export const leadsToMonthBefore = (held: readonly HeldFinding[], lead: Lead): boolean =>
  lead.verdict === 'pending' &&
  held.some(
    ({ subscriptionId, cause, leads }) =>
      subscriptionId === lead.subscriptionId &&
      leads !== 'no' &&
      UNREAD.includes(cause) &&
      !isUnread(lead, cause),
  );

type After = { state: FindingState; leads: Leads };

/** What a person decided stays, until the cause is gone or comes back. */
export function applyStep({ state }: Pick<HeldFinding, 'state'>, { kind }: FindingStep): After {
  if (kind === 'open' || kind === 'reopen') return { state: 'open', leads: 'yes' };
  if (kind === 'persist') return { state, leads: 'yes' };
  if (kind === 'lose-sight') return { state, leads: 'unknown' };
  return { state: 'resolved', leads: 'no' };
}
