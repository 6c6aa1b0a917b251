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
export type JudgedAs = { period: Period; at: Instant; newId: () => string };

export type HeldOfCustomer = HeldFinding & { tenantId: string };

export const listHeldFindings = async (db: Db, tenantIds: readonly string[]): Promise<HeldOfCustomer[]> =>
  (await db
    .select({
      id: findings.id,
      tenantId: findings.tenantId,
      subscriptionId: findings.subscriptionId,
      cause: findings.cause,
      state: findings.state,
      leads: findings.leads,
    })
    .from(findings)
    .where(inArray(findings.tenantId, [...tenantIds]))
    // Stored under a parsed id.
    .orderBy(findings.subscriptionId, findings.cause)) as HeldOfCustomer[];

/** Subscriptions of each customer of which a later month has been judged. */
export async function listJudgedLater(
  db: Db,
  tenantIds: readonly string[],
  period: string,
): Promise<Map<string, Set<string>>> {
  const row = subscriptionVerdicts;
  const rows = await db
    .selectDistinct({ tenantId: row.tenantId, subscriptionId: row.subscriptionId })
    .from(row)
    .where(
      and(
        inArray(row.tenantId, [...tenantIds]),
        sql`${row.period} > ${period}`,
        sql`${row.verdict} <> 'pending'`,
      ),
    );
  return new Map(
    [...Map.groupBy(rows, ({ tenantId }) => tenantId)].map(([tenantId, same]) => [
      tenantId,
      new Set(same.map(({ subscriptionId }) => subscriptionId)),
    ]),
  );
}

const EVENT_OF: Record<FindingStep['kind'], FindingEventKind | null> = {
  open: 'opened',
  reopen: 'reopened',
  persist: null,
  'lose-sight': 'lost-sight',
  resolve: 'resolved',
};

export type NewEvent = typeof findingEvents.$inferInsert;

/** What a judgement did to the findings of a customer. */
export type StepsOfCustomer = {
  tenantId: string;
  steps: readonly FindingStep[];
  held: readonly HeldFinding[];
};

/** Writes what a judgement did to findings, with an event for each that changed. */
export async function saveFindingSteps(
  db: Db,
  { period, at, newId }: JudgedAs,
  customers: readonly StepsOfCustomer[],
): Promise<void> {
  const events: NewEvent[] = [];
  const opened = customers.flatMap(({ tenantId, steps }) =>
    steps.flatMap((step) => (step.kind === 'open' ? [{ id: newId(), tenantId, step }] : [])),
  );
  await inBatches(opened, (batch) =>
    db.insert(findings).values(
      batch.map(({ id, tenantId, step: { subscriptionId, cause, verdict, since } }) => ({
        ...{ id, tenantId, subscriptionId, cause, verdict },
        ...{ state: 'open' as const, leads: 'yes' as const },
        ...{ since: since ?? firstDay(period), openedAt: at, judgedAt: at },
      })),
    ),
  );
  events.push(...opened.map(({ id, step }) => eventOf(id, step, at)));
  const stateOf = new Map(customers.flatMap(({ held }) => held.map(({ id, state }) => [id, state])));
  const steps = customers.flatMap((customer) => customer.steps);
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

type OfCustomer<Row> = Row & { tenantId: string };

/** What led a month of a subscription. */
type MonthLead = Pick<Lead, 'subscriptionId' | 'verdict' | 'cause' | 'since'>;

/** What led other months of these subscriptions when they were judged, newest month first. */
export async function listOtherMonths(
  db: Db,
  period: Period,
  of: readonly { tenantId: string; subscriptionId: SubscriptionId }[],
): Promise<[Period, OfCustomer<Lead>[]][]> {
  const rows = await db
    .select({
      tenantId: subscriptionVerdicts.tenantId,
      subscriptionId: subscriptionVerdicts.subscriptionId,
      period: subscriptionVerdicts.period,
      verdict: subscriptionVerdicts.verdict,
      access: subscriptionVerdicts.access,
      credit: subscriptionVerdicts.credit,
      cause: subscriptionVerdicts.cause,
      alsoCauses: subscriptionVerdicts.alsoCauses,
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
        inArray(subscriptionVerdicts.tenantId, [...new Set(of.map(({ tenantId }) => tenantId))]),
        inArray(
          subscriptionVerdicts.subscriptionId,
          of.map(({ subscriptionId }) => subscriptionId),
        ),
        ne(subscriptionVerdicts.period, period),
      ),
    )
    .orderBy(desc(subscriptionVerdicts.period));
  const leads = rows.map(({ days, ...row }) => ({
    ...row,
    since: days.find((day) => day.cause === row.cause)?.day ?? null,
    // Stored under parsed ids, months and days.
  })) as (OfCustomer<Lead & { alsoCauses: Cause[] }> & { period: Period })[];
  return [...Map.groupBy(leads, ({ period: month }) => month)];
}

export type LeadsOfCustomer = { tenantId: string; leads: readonly MonthLead[] };

/** Of a customer's finding: a subscription has one for each cause. */
const keyOf = (tenantId: string, row: { subscriptionId: string; cause: Cause }): string =>
  `${tenantId} ${row.subscriptionId} ${row.cause}`;

/** Gives the month of each subscription to the finding that leads it, and orders findings by all their months. */
export async function saveFindingMonths(
  db: Db,
  period: Period,
  customers: readonly LeadsOfCustomer[],
): Promise<void> {
  const leading = new Map(
    customers.flatMap(({ tenantId, leads }) =>
      leads.filter(isFinding).map((lead) => [keyOf(tenantId, lead), { tenantId, lead }]),
    ),
  );
  const tenantIds = [...new Set([...leading.values()].map(({ tenantId }) => tenantId))];
  if (tenantIds.length === 0) return;
  const rows = (
    await db
      .select({
        findingId: findings.id,
        tenantId: findings.tenantId,
        subscriptionId: findings.subscriptionId,
        cause: findings.cause,
        since: findings.since,
      })
      .from(findings)
      .where(inArray(findings.tenantId, tenantIds))
  ).flatMap((row) => {
    const found = leading.get(keyOf(row.tenantId, row));
    return found === undefined ? [] : [{ ...row, lead: found.lead }];
  });
  await inBatches(rows, (batch) =>
    db
      .insert(findingMonths)
      .values(
        batch.map(({ findingId, tenantId, subscriptionId }) => ({
          ...{ tenantId, subscriptionId, period, findingId },
        })),
      )
      .onConflictDoUpdate({
        target: [findingMonths.tenantId, findingMonths.subscriptionId, findingMonths.period],
        set: takeExcluded(findingMonths),
      }),
  );
  // Later months are judged first: an earlier one that the same cause led moves the beginning back.
  const next = firstDay(addMonths(period, 2));
  const moved = rows.flatMap(({ findingId, since, lead }) =>
    lead.since === null || lead.since >= since || since >= next ? [] : [{ id: findingId, since: lead.since }],
  );
  if (moved.length > 0) {
    await db.execute(sql`
      update ${findings} set since = moved.since
      from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as moved (id uuid, since text)
      where ${findings.id} = moved.id`);
  }
  await weighFindings(db, tenantIds);
}

export type FindingRemedy = {
  tenantId: string;
  subscriptionId: string;
  cause: Cause;
  remedy: StoredRemedy;
  supportCase: StoredCase | null;
};

/** Remedies of the findings that lead; one that says the same is not written again. */
export async function saveFindingRemedies(db: Db, made: readonly FindingRemedy[]): Promise<void> {
  if (made.length === 0) return;
  const tenantIds = [...new Set(made.map(({ tenantId }) => tenantId))];
  const leading = await db
    .select({
      id: findings.id,
      tenantId: findings.tenantId,
      subscriptionId: findings.subscriptionId,
      cause: findings.cause,
    })
    .from(findings)
    .where(and(inArray(findings.tenantId, tenantIds), eq(findings.leads, 'yes')));
  const idOf = new Map(leading.map((row) => [keyOf(row.tenantId, row), row.id]));
  const rows = made.flatMap(({ remedy, supportCase, ...of }) => {
    const findingId = idOf.get(keyOf(of.tenantId, of));
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
async function weighFindings(db: Db, tenantIds: readonly string[]): Promise<void> {
  const weight = sql`coalesce((
    select case when bool_and(usd is not null) then sum(usd) else max(amount) end from (
      select sum(${monthlyCosts.net}) as amount,
        case when bool_and(${monthlyCosts.netUsd} is not null) then sum(${monthlyCosts.netUsd}) end as usd
      from ${findingMonths} inner join ${monthlyCosts} on ${ofMonth}
      where ${findingMonths.findingId} = ${findings.id}
      group by ${monthlyCosts.currency}
    ) as by_currency), 0)`;
  await db
    .update(findings)
    .set({ weight })
    .where(inArray(findings.tenantId, [...tenantIds]));
}
