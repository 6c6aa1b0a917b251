import { diffChanges } from '#lib/core/changes.ts';
import { diffFindings, isFinding, type Lead } from '#lib/core/findings.ts';
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
  await saveFindingSteps(db, followed, { steps: diffFindings(held, current), held });
  await saveFindingRemedies(db, tenantId, followed.subscriptions.filter(isCurrent).flatMap(remedyOf));
  await saveFindingMonths(db, followed, leads);
  if (!isNewest) return;
  const before = await findSeenCustomer(db, tenantId);
  const seen = seenCustomer(followed.subscriptions, followed.details);
  const differences = diffChanges(before, seen, followed.isFirstSync);
  await saveChanges(db, followed, differences);
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
