import type { Cause } from './causes.ts';
import type { Facts } from './evidence.ts';
import type { DayBounds } from './periods.ts';

const UNDONE = /^(canceled|cancelled|declined|expired|failed|new|pending|inprogress)$/i;
export const isDone = ({ status }: { status: string }): boolean => !UNDONE.test(status);

/** A line of ours proves it; else the list of billed subscriptions, else the list of customers. */
export function isBilledByUs({ customer, subscription: { billing, costs } }: Facts): boolean | null {
  if (costs.state === 'read' && costs.value.length > 0) return true;
  if (billing.state === 'read') return billing.value !== null;
  return customer.billedByUs;
}

/** Why the subscription cannot earn for us on a day without credit (diagnosis.md section 6, 2026-11-21). */
export function notOursOn({ startMs }: DayBounds, facts: Facts): Cause | null {
  const { transfers, billing } = facts.subscription;
  const isBefore = (at: string | null): boolean => at !== null && Date.parse(at) <= startMs;
  const moved =
    transfers.state === 'read' &&
    transfers.value.some((move) => move.direction === 'out' && isDone(move) && isBefore(move.at));
  if (moved) return 'transferred-away';
  if (isBilledByUs(facts) === false) return 'not-billed-by-us';
  if (billing.state === 'unread' || billing.value === null) return null;
  // A partner who loses a subscription is not shown the transfer: it lives on, and is no longer billed (inferred).
  if (isBefore(billing.value.until)) return livesOn(facts) ? 'transferred-away' : 'not-billed-by-us';
  return billing.value.plan === 'legacy' ? 'legacy-offer' : null;
}

const livesOn = ({ subscription: { delegations, roleAssignments } }: Facts): boolean =>
  delegations.state === 'read' || roleAssignments.state === 'read';
