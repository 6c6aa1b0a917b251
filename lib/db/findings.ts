import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Cause } from '#lib/core/causes.ts';
import { applyStep, isFinding, type FindingStep, type HeldFinding, type Lead } from '#lib/core/findings.ts';
import type { SubscriptionId } from '#lib/core/ids.ts';
import { MAY_BE_MISSED } from '#lib/core/order-amounts.ts';
import { addMonths, firstDay, type Instant, type Period } from '#lib/core/periods.ts';
import { inBatches, takeExcluded, type Db } from './db.ts';
import {
  findingEvents,
  findingMonths,
  findingRemedies,
  findings,
  monthlyCosts,
  subscriptionDetails,
  subscriptionVerdicts,
  type FindingEventKind,
  type StoredCase,
  type StoredRemedy,
} from './schema.ts';

export type Finding = typeof findings.$inferSelect;
export type FindingEvent = typeof findingEvents.$inferSelect;

/** Which judgement brings the steps. */
export type JudgedAs = { tenantId: string; period: Period; at: Instant; newId: () => string };

export const listHeldFindings = async (db: Db, tenantId: string): Promise<HeldFinding[]> =>
  (await db
    .select({
      id: findings.id,
      subscriptionId: findings.subscriptionId,
      cause: findings.cause,
      state: findings.state,
      leads: findings.leads,
    })
    .from(findings)
    .where(eq(findings.tenantId, tenantId))
    // Stored under a parsed id.
    .orderBy(findings.subscriptionId, findings.cause)) as HeldFinding[];

/** Subscriptions of a customer of which a later month has been judged. */
export async function listJudgedLater(db: Db, tenantId: string, period: string): Promise<Set<string>> {
  const row = subscriptionVerdicts;
  const rows = await db
    .selectDistinct({ subscriptionId: row.subscriptionId })
    .from(row)
    .where(and(eq(row.tenantId, tenantId), sql`${row.period} > ${period}`, sql`${row.verdict} <> 'pending'`));
  return new Set(rows.map(({ subscriptionId }) => subscriptionId));
}

const EVENT_OF: Record<FindingStep['kind'], FindingEventKind | null> = {
  open: 'opened',
  reopen: 'reopened',
  persist: null,
  'lose-sight': 'lost-sight',
  resolve: 'resolved',
};

export type NewEvent = typeof findingEvents.$inferInsert;

/** Writes what a judgement did to findings, with an event for each that changed. */
export async function saveFindingSteps(
  db: Db,
  { tenantId, period, at, newId }: JudgedAs,
  { steps, held }: { steps: readonly FindingStep[]; held: readonly HeldFinding[] },
): Promise<void> {
  const events: NewEvent[] = [];
  const opened = steps.flatMap((step) => (step.kind === 'open' ? [{ id: newId(), step }] : []));
  await inBatches(opened, (batch) =>
    db.insert(findings).values(
      batch.map(({ id, step: { subscriptionId, cause, verdict, since } }) => ({
        ...{ id, tenantId, subscriptionId, cause, verdict },
        ...{ state: 'open' as const, leads: 'yes' as const },
        ...{ since: since ?? firstDay(period), openedAt: at, judgedAt: at },
      })),
    ),
  );
  events.push(...opened.map(({ id, step }) => eventOf(id, step, at)));
  const stateOf = new Map(held.map(({ id, state }) => [id, state]));
  for (const step of steps) {
    if (step.kind === 'open' || step.kind === 'persist') continue;
    const set = {
      ...applyStep({ state: stateOf.get(step.id) ?? 'open' }, step),
      ...factsOf(step, at, period),
    };
    await db.update(findings).set(set).where(eq(findings.id, step.id));
    events.push(eventOf(step.id, step, at));
  }
  events.push(...(await savePersisting(db, steps, at)));
  await inBatches(events, (batch) => db.insert(findingEvents).values(batch));
}

/** Most findings stay as they are: they are written by verdict, not one by one. */
async function savePersisting(db: Db, steps: readonly FindingStep[], at: Instant): Promise<NewEvent[]> {
  const persisting = steps.flatMap((step) => (step.kind === 'persist' ? [step] : []));
  for (const [verdict, same] of Map.groupBy(persisting, (step) => step.verdict)) {
    await db
      .update(findings)
      .set({ leads: 'yes', verdict, judgedAt: at, unknownSince: null, unknownBecause: null })
      .where(
        inArray(
          findings.id,
          same.map(({ id }) => id),
        ),
      );
  }
  return persisting
    .filter(({ seenAgain }) => seenAgain)
    .map(({ id }) => ({ findingId: id, at, kind: 'seen-again', detail: {} }));
}

type Told = Exclude<FindingStep, { kind: 'open' | 'persist' }>;

function factsOf(step: Told, at: Instant, period: Period): Partial<Finding> {
  if (step.kind === 'lose-sight') return { unknownSince: at, unknownBecause: step.because };
  const known = { judgedAt: at, unknownSince: null, unknownBecause: null };
  if (step.kind === 'resolve') return { ...known, resolvedAt: at, resolvedTo: step.cause };
  return {
    ...known,
    ...{ verdict: step.verdict, since: step.since ?? firstDay(period), openedAt: at },
    ...{ resolvedAt: null, resolvedTo: null },
  };
}

function eventOf(findingId: string, step: FindingStep, at: Instant): NewEvent {
  const kind = EVENT_OF[step.kind];
  if (kind === null) throw new Error('a finding that persists is no event');
  return { findingId, at, kind, detail: detailOf(step) };
}

function detailOf(step: FindingStep): Record<string, string | null> {
  if (step.kind === 'resolve') return { verdict: step.verdict, cause: step.cause };
  if (step.kind === 'lose-sight') return { because: step.because };
  return step.kind === 'open' || step.kind === 'reopen' ? { verdict: step.verdict } : {};
}

/** What led a month of a subscription. */
type MonthLead = Pick<Lead, 'subscriptionId' | 'verdict' | 'cause' | 'since'>;

/** What led other months of these subscriptions when they were judged, newest month first. */
export async function listOtherMonths(
  db: Db,
  { tenantId, period }: Pick<JudgedAs, 'tenantId' | 'period'>,
  subscriptionIds: readonly SubscriptionId[],
): Promise<[Period, MonthLead[]][]> {
  const rows = await db
    .select({
      subscriptionId: subscriptionVerdicts.subscriptionId,
      period: subscriptionVerdicts.period,
      verdict: subscriptionVerdicts.verdict,
      cause: subscriptionVerdicts.cause,
      days: subscriptionDetails.days,
    })
    .from(subscriptionVerdicts)
    .innerJoin(
      subscriptionDetails,
      and(
        eq(subscriptionDetails.tenantId, subscriptionVerdicts.tenantId),
        eq(subscriptionDetails.subscriptionId, subscriptionVerdicts.subscriptionId),
        eq(subscriptionDetails.period, subscriptionVerdicts.period),
      ),
    )
    .where(
      and(
        eq(subscriptionVerdicts.tenantId, tenantId),
        inArray(subscriptionVerdicts.subscriptionId, [...subscriptionIds]),
        ne(subscriptionVerdicts.period, period),
      ),
    )
    .orderBy(desc(subscriptionVerdicts.period));
  const leads = rows.map(({ days, ...row }) => ({
    ...row,
    since: days.find((day) => day.cause === row.cause)?.day ?? null,
    // Stored under parsed ids, months and days.
  })) as (MonthLead & { period: Period })[];
  return [...Map.groupBy(leads, ({ period: month }) => month)];
}

/** Gives the month of each subscription to the finding that leads it, and orders findings by all their months. */
export async function saveFindingMonths(
  db: Db,
  { tenantId, period }: JudgedAs,
  leads: readonly MonthLead[],
): Promise<void> {
  const keyOf = (subscriptionId: string, cause: Cause) => `${subscriptionId} ${cause}`;
  const leading = new Map(
    leads.filter(isFinding).map((lead) => [keyOf(lead.subscriptionId, lead.cause), lead]),
  );
  if (leading.size === 0) return;
  const rows = (
    await db
      .select({
        findingId: findings.id,
        subscriptionId: findings.subscriptionId,
        cause: findings.cause,
        since: findings.since,
      })
      .from(findings)
      .where(eq(findings.tenantId, tenantId))
  ).flatMap((row) => {
    const lead = leading.get(keyOf(row.subscriptionId, row.cause));
    return lead === undefined ? [] : [{ ...row, lead }];
  });
  await inBatches(rows, (batch) =>
    db
      .insert(findingMonths)
      .values(batch.map(({ findingId, subscriptionId }) => ({ tenantId, subscriptionId, period, findingId })))
      .onConflictDoUpdate({
        target: [findingMonths.tenantId, findingMonths.subscriptionId, findingMonths.period],
        set: takeExcluded(findingMonths),
      }),
  );
  // Later months are judged first: an earlier one that the same cause led moves the beginning back.
  const next = firstDay(addMonths(period, 2));
  for (const { findingId, since, lead } of rows) {
    if (lead.since === null || lead.since >= since || since >= next) continue;
    await db.update(findings).set({ since: lead.since }).where(eq(findings.id, findingId));
  }
  await weighFindings(db, tenantId);
}

export type FindingRemedy = {
  subscriptionId: string;
  cause: Cause;
  remedy: StoredRemedy;
  supportCase: StoredCase | null;
};

/** Remedies of the findings that lead; one that says the same is not written again. */
export async function saveFindingRemedies(
  db: Db,
  tenantId: string,
  made: readonly FindingRemedy[],
): Promise<void> {
  if (made.length === 0) return;
  const leading = await db
    .select({ id: findings.id, subscriptionId: findings.subscriptionId, cause: findings.cause })
    .from(findings)
    .where(and(eq(findings.tenantId, tenantId), eq(findings.leads, 'yes')));
  const keyOf = (row: { subscriptionId: string; cause: Cause }) => `${row.subscriptionId} ${row.cause}`;
  const idOf = new Map(leading.map((row) => [keyOf(row), row.id]));
  const rows = made.flatMap(({ remedy, supportCase, ...of }) => {
    const findingId = idOf.get(keyOf(of));
    return findingId === undefined ? [] : [{ findingId, remedy, supportCase }];
  });
  const { remedy, supportCase } = findingRemedies;
  await inBatches(rows, (batch) =>
    db
      .insert(findingRemedies)
      .values(batch)
      .onConflictDoUpdate({
        target: findingRemedies.findingId,
        set: takeExcluded(findingRemedies),
        setWhere: sql`(${remedy}, ${supportCase}) is distinct from (excluded.remedy, excluded.support_case)`,
      }),
  );
}

const ofMonth = and(
  eq(monthlyCosts.tenantId, findingMonths.tenantId),
  eq(monthlyCosts.subscriptionId, findingMonths.subscriptionId),
  eq(monthlyCosts.period, findingMonths.period),
  inArray(monthlyCosts.costClass, [...MAY_BE_MISSED]),
);

/** For order only, as in the list of customers: Microsoft's dollars, else the largest amount of one currency. */
async function weighFindings(db: Db, tenantId: string): Promise<void> {
  const weight = sql`coalesce((
    select case when bool_and(usd is not null) then sum(usd) else max(amount) end from (
      select sum(${monthlyCosts.net}) as amount,
        case when bool_and(${monthlyCosts.netUsd} is not null) then sum(${monthlyCosts.netUsd}) end as usd
      from ${findingMonths} inner join ${monthlyCosts} on ${ofMonth}
      where ${findingMonths.findingId} = ${findings.id}
      group by ${monthlyCosts.currency}
    ) as by_currency), 0)`;
  await db.update(findings).set({ weight }).where(eq(findings.tenantId, tenantId));
}
