import type { ClassSum } from '#lib/core/class-sums.ts';
import { creditOfLine, grossOf } from '#lib/core/cost-classes.ts';
import type { Facts, Read, Unread } from '#lib/core/evidence.ts';
import type { Judgement } from '#lib/core/judge.ts';
import { decimalText, type Decimal } from '#lib/core/money.ts';
import type { Source } from '#lib/core/statuses.ts';
import type { StoredAmount, StoredRead } from '#lib/db/schema.ts';
import type { SubscriptionDetail } from '#lib/db/verdicts.ts';
import type { KnownSubscription } from './load-facts.ts';

/** Fractions of a credit beyond this are rounding of the rate. */
const DECIMALS = 6;

/** What a subscription's page shows beyond its answers, as it was judged. */
export function detailRow(
  { facts, ways, linksUnread, judgement }: KnownSubscription & { judgement: Judgement },
  { tenantId, period }: { tenantId: string; period: string },
  rateFraction: Decimal,
): SubscriptionDetail {
  const stored = (amount: ClassSum): StoredAmount => ({
    currency: amount.currency,
    costClass: amount.costClass,
    net: decimalText(amount.net),
    gross: decimalText(grossOf(amount, rateFraction).round(DECIMALS)),
    credit: decimalText(creditOfLine(amount, rateFraction).round(DECIMALS)),
  });
  return {
    tenantId,
    period,
    subscriptionId: facts.subscription.subscriptionId,
    days: judgement.days.map(({ day, access, credit, verdict, cause, amounts }) => ({
      ...{ day, access: access.access, credit, verdict, cause },
      amounts: amounts.map(stored),
    })),
    resourceGroups: (judgement.resourceGroups ?? []).map(({ name, coverage, amounts }) => ({
      ...{ name, coverage },
      amounts: amounts.map(stored),
    })),
    evidence: judgement.evidence,
    reads: [
      ...readsOf(facts, ways),
      ...(linksUnread === null ? [] : [unreadOf('partner-links', linksUnread)]),
    ],
    rulesVersion: judgement.rulesVersion,
    roleListVersion: judgement.roleListVersion,
  };
}

/** What was read of a subscription, by which way and when, or why it was not. */
function readsOf({ managing, customer, subscription }: Facts, ways: KnownSubscription['ways']): StoredRead[] {
  const held: readonly [Source, Read<unknown>, string | null][] = [
    ['delegations', subscription.delegations, ways.delegations],
    ['role-assignments', subscription.roleAssignments, ways['role-assignments']],
    ['deny-assignments', subscription.denyAssignments, null],
    ['role-schedules', subscription.roleSchedules, null],
    ['agent-groups', managing.agentGroups, null],
    ['identities', managing.identities, null],
    ['group-schedules', managing.membershipSchedules, null],
    ['customer-identities', customer.identities, null],
    ['marketplace-offers', customer.marketplaceOffers, null],
    ['gdap', customer.gdap, null],
    ['billing-subscriptions', subscription.billing, null],
    ['billing-transfers', subscription.transfers, null],
    ['resource-groups', subscription.resourceGroups, null],
    ['costs', subscription.costs, subscription.costWay],
  ];
  return held.map(([source, fact, way]) =>
    fact.state === 'read'
      ? { source, state: 'read', way, readAt: fact.at, reason: null, missingRight: null }
      : unreadOf(source, fact),
  );
}

const unreadOf = (source: Source, { reason, missingRight }: Unread): StoredRead => ({
  ...{ source, state: 'unread', way: null, readAt: null, reason, missingRight },
});
