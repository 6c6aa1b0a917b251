import { diffChanges } from '#lib/core/changes.ts';
import {
  diffFindings,
  isFinding,
  leadsToMonthBefore,
  type HeldFinding,
  type Lead,
} from '#lib/core/findings.ts';
import type { SubscriptionId, TenantId } from '#lib/core/ids.ts';
import type { Instant, Period } from '#lib/core/periods.ts';
import { planRemedy } from '#lib/core/remedies.ts';
import { SUPPORT_CAUSES, supportCaseOf } from '#lib/core/support-case.ts';
import { formatSupportCase } from '#lib/core/support-text.ts';
import { listSeenCustomers, saveChanges } from '#lib/db/changes.ts';
import type { Db } from '#lib/db/db.ts';
import {
  listHeldFindings,
  listJudgedLater,
  listOtherMonths,
  saveFindingMonths,
  saveFindingRemedies,
  saveFindingSteps,
  type FindingRemedy,
  type StepsOfCustomer,
} from '#lib/db/findings.ts';
import type { SubscriptionDetail } from '#lib/db/verdicts.ts';
import { seenCustomer, type JudgedSubscription } from './seen-customer.ts';

export type FollowedCustomer = {
  tenantId: TenantId;
  subscriptions: readonly JudgedSubscription[];
  details: readonly SubscriptionDetail[];
};

export type Followed = {
  period: Period;
  at: Instant;
  newId: () => string;
  /** No run has come to its end before. */
  isFirstSync: boolean;
};

/** Lets findings and the timelines of customers follow what was just judged, in the same transaction. */
export async function followCustomers(
  db: Db,
  followed: Followed,
  customers: readonly FollowedCustomer[],
): Promise<void> {
  const { period } = followed;
  const tenantIds = customers.map(({ tenantId }) => tenantId);
  const later = await listJudgedLater(db, tenantIds, period);
  const held = Map.groupBy(await listHeldFindings(db, tenantIds), ({ tenantId }) => tenantId);
  const heldOf = (tenantId: string) => held.get(tenantId) ?? [];
  const before = await listLeadsBefore(db, period, customers, heldOf);
  const planned = customers.map((customer) =>
    planFollowing(customer, {
      later: later.get(customer.tenantId) ?? new Set(),
      held: heldOf(customer.tenantId),
      before: before.get(customer.tenantId) ?? NO_LEADS,
    }),
  );
  await saveFindingSteps(db, followed, planned);
  await saveFindingRemedies(
    db,
    planned.flatMap(({ remedies }) => remedies),
  );
  await saveFindingMonths(db, period, planned);
  await giveOtherMonths(db, followed, planned);
  await saveTimelines(
    db,
    followed,
    customers
      .filter(({ tenantId }) => !later.has(tenantId))
      .map((customer) => ({ ...customer, before: before.get(customer.tenantId) ?? NO_LEADS })),
  );
}

/** By subscription. */
type Leads = ReadonlyMap<SubscriptionId, Lead>;

const NO_LEADS: Leads = new Map();

/** By customer, what the months before said of subscriptions that this one leads to them; none as a rule. */
async function listLeadsBefore(
  db: Db,
  period: Period,
  customers: readonly FollowedCustomer[],
  heldOf: (tenantId: string) => readonly HeldFinding[],
): Promise<ReadonlyMap<string, Leads>> {
  const asked = customers.flatMap(({ tenantId, subscriptions }) =>
    subscriptions
      .map(leadOf)
      .filter((lead) => leadsToMonthBefore(heldOf(tenantId), lead))
      .map(({ subscriptionId }) => ({ tenantId, subscriptionId })),
  );
  if (asked.length === 0) return new Map();
  const months = await listOtherMonths(db, period, asked);
  // The newest month comes first.
  const earlier = months
    .filter(([month]) => month < period)
    .flatMap(([, leads]) => leads)
    .filter(({ verdict }) => verdict !== 'pending');
  const found = asked.flatMap(
    ({ tenantId, subscriptionId }) =>
      earlier.find((lead) => lead.tenantId === tenantId && lead.subscriptionId === subscriptionId) ?? [],
  );
  return new Map(
    [...Map.groupBy(found, ({ tenantId }) => tenantId)].map(([tenantId, leads]) => [
      tenantId,
      new Map(leads.map((lead) => [lead.subscriptionId, lead])),
    ]),
  );
}

type Known = { later: ReadonlySet<string>; held: readonly HeldFinding[]; before: Leads };

function planFollowing({ tenantId, subscriptions }: FollowedCustomer, { later, held: all, before }: Known) {
  const leads = subscriptions.map(leadOf);
  const current = leads.filter(({ subscriptionId }) => !later.has(subscriptionId));
  // What an earlier month does not name says nothing about what a later one did.
  const named = new Set(current.map(({ subscriptionId }) => subscriptionId));
  const held = later.size === 0 ? all : all.filter(({ subscriptionId }) => named.has(subscriptionId));
  const isCurrent = ({ facts }: JudgedSubscription) => named.has(facts.subscription.subscriptionId);
  return {
    ...{ tenantId, leads, held },
    steps: diffFindings(
      held,
      current.map((lead) => before.get(lead.subscriptionId) ?? lead),
    ),
    remedies: subscriptions.filter(isCurrent).flatMap((one) => remedyOf(tenantId, one)),
  };
}

/** What is new is told of the newest month only. */
async function saveTimelines(
  db: Db,
  { at, isFirstSync }: Followed,
  customers: readonly (FollowedCustomer & { before: Leads })[],
): Promise<void> {
  const seen = await listSeenCustomers(
    db,
    customers.map(({ tenantId }) => tenantId),
  );
  const compared = customers.map(({ tenantId, subscriptions, details, before }) => ({
    tenantId,
    ...diffChanges(seen.get(tenantId) ?? null, seenCustomer(subscriptions, details, before), isFirstSync),
  }));
  await saveChanges(db, at, compared);
}

/**
 * A month that was judged before its cause had a finding belongs to it all the same: a closed month may have been read
 * where the open one was not, and is not judged again.
 */
async function giveOtherMonths(
  db: Db,
  { period }: Followed,
  customers: readonly StepsOfCustomer[],
): Promise<void> {
  const opened = customers.flatMap(({ tenantId, steps }) =>
    steps.flatMap((step) => (step.kind === 'open' ? [{ ...step, tenantId }] : [])),
  );
  if (opened.length === 0) return;
  const keyOf = (row: { tenantId: string; subscriptionId: string; cause: string }): string =>
    `${row.tenantId} ${row.subscriptionId} ${row.cause}`;
  const wanted = new Set(opened.map(keyOf));
  for (const [month, rows] of await listOtherMonths(db, period, opened)) {
    const led = Map.groupBy(
      rows.filter((row) => wanted.has(keyOf(row))),
      ({ tenantId }) => tenantId,
    );
    await saveFindingMonths(
      db,
      month,
      [...led].map(([tenantId, leads]) => ({ tenantId, leads })),
    );
  }
}

/** Made while the facts are at hand: pages answer from what was stored. */
function remedyOf(tenantId: TenantId, { facts, judgement }: JudgedSubscription): FindingRemedy[] {
  if (!isFinding(judgement) || judgement.verdict === 'pending') return [];
  const { cause } = judgement;
  const { cause: _cause, ...remedy } = planRemedy(facts, judgement, { cause, roleDefinitionId: null });
  const pack = SUPPORT_CAUSES.includes(cause) ? supportCaseOf(facts, judgement) : null;
  const supportCase =
    pack === null
      ? null
      : { route: pack.route, notBefore: pack.notBefore, text: formatSupportCase(pack), file: pack };
  return [{ tenantId, subscriptionId: facts.subscription.subscriptionId, cause, remedy, supportCase }];
}

function leadOf({ facts, judgement }: JudgedSubscription): Lead {
  const { verdict, access, credit, cause, alsoCauses, days } = judgement;
  return {
    subscriptionId: facts.subscription.subscriptionId,
    ...{ verdict, access, credit, cause, alsoCauses },
    since: days.find((day) => day.cause === cause)?.day ?? null,
  };
}
