import { diffChanges } from '#lib/core/changes.ts';
import { diffFindings, isFinding, type FindingStep, type Lead } from '#lib/core/findings.ts';
import type { TenantId } from '#lib/core/ids.ts';
import type { Instant, Period } from '#lib/core/periods.ts';
import { planRemedy } from '#lib/core/remedies.ts';
import { SUPPORT_CAUSES, supportCaseOf } from '#lib/core/support-case.ts';
import { formatSupportCase } from '#lib/core/support-text.ts';
import { findSeenCustomer, saveChanges } from '#lib/db/changes.ts';
import type { Db } from '#lib/db/db.ts';
import {
  listHeldFindings,
  listJudgedLater,
  listOtherMonths,
  saveFindingMonths,
  saveFindingRemedies,
  saveFindingSteps,
  type FindingRemedy,
} from '#lib/db/findings.ts';
import type { SubscriptionDetail } from '#lib/db/verdicts.ts';
import { seenCustomer, type JudgedSubscription } from './seen-customer.ts';

export type Followed = {
  tenantId: TenantId;
  period: Period;
  at: Instant;
  newId: () => string;
  /** No run has come to its end before. */
  isFirstSync: boolean;
  subscriptions: readonly JudgedSubscription[];
  details: readonly SubscriptionDetail[];
};

/** Lets findings and the timeline of a customer follow what was just judged, in the same transaction. */
export async function followCustomer(db: Db, followed: Followed): Promise<void> {
  const { tenantId, period } = followed;
  const leads = followed.subscriptions.map(leadOf);
  const later = await listJudgedLater(db, tenantId, period);
  const current = leads.filter(({ subscriptionId }) => !later.has(subscriptionId));
  const isNewest = later.size === 0;
  const all = await listHeldFindings(db, tenantId);
  // What an earlier month does not name says nothing about what a later one did.
  const named = new Set(current.map(({ subscriptionId }) => subscriptionId));
  const held = isNewest ? all : all.filter(({ subscriptionId }) => named.has(subscriptionId));
  const isCurrent = ({ facts }: JudgedSubscription) => named.has(facts.subscription.subscriptionId);
  const steps = diffFindings(held, current);
  await saveFindingSteps(db, followed, { steps, held });
  await saveFindingRemedies(db, tenantId, followed.subscriptions.filter(isCurrent).flatMap(remedyOf));
  await saveFindingMonths(db, followed, leads);
  await giveOtherMonths(db, followed, steps);
  if (!isNewest) return;
  const before = await findSeenCustomer(db, tenantId);
  const seen = seenCustomer(followed.subscriptions, followed.details);
  const differences = diffChanges(before, seen, followed.isFirstSync);
  await saveChanges(db, followed, differences);
}

/**
 * A month that was judged before its cause had a finding belongs to it all the same: a closed month may have been read
 * where the open one was not, and is not judged again.
 */
async function giveOtherMonths(db: Db, followed: Followed, steps: readonly FindingStep[]): Promise<void> {
  const opened = new Map(
    steps.flatMap((step) => (step.kind === 'open' ? [[step.subscriptionId, step.cause] as const] : [])),
  );
  if (opened.size === 0) return;
  for (const [period, leads] of await listOtherMonths(db, followed, [...opened.keys()])) {
    const led = leads.filter(({ subscriptionId, cause }) => opened.get(subscriptionId) === cause);
    await saveFindingMonths(db, { ...followed, period }, led);
  }
}

/** Made while the facts are at hand: pages answer from what was stored. */
function remedyOf({ facts, judgement }: JudgedSubscription): FindingRemedy[] {
  if (!isFinding(judgement) || judgement.verdict === 'pending') return [];
  const { cause } = judgement;
  const { cause: _cause, ...remedy } = planRemedy(facts, judgement, { cause, roleDefinitionId: null });
  const pack = SUPPORT_CAUSES.includes(cause) ? supportCaseOf(facts, judgement) : null;
  const supportCase =
    pack === null
      ? null
      : { route: pack.route, notBefore: pack.notBefore, text: formatSupportCase(pack), file: pack };
  return [{ subscriptionId: facts.subscription.subscriptionId, cause, remedy, supportCase }];
}

function leadOf({ facts, judgement }: JudgedSubscription): Lead {
  const { verdict, access, credit, cause, alsoCauses, days } = judgement;
  return {
    subscriptionId: facts.subscription.subscriptionId,
    ...{ verdict, access, credit, cause, alsoCauses },
    since: days.find((day) => day.cause === cause)?.day ?? null,
  };
}
