import { and, asc, count, desc, eq, ilike, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Cause } from '#lib/core/causes.ts';
import type { CostClass } from '#lib/core/cost-classes.ts';
import { FINDING_STATES, type FindingState } from '#lib/core/statuses.ts';
import { sumOrUnknown } from './costs.ts';
import { idHolds, literally, type ListPage } from './customer-list.ts';
import type { Db } from './db.ts';
import {
  customers,
  findingEvents,
  findingMonths,
  findingRemedies,
  findings,
  monthlyCosts,
  people,
  subscriptionDetails,
  subscriptionVerdicts,
  type StoredEvidence,
} from './schema.ts';
import { isVisible, type Visibility } from './visible-customers.ts';
import type { FindingEvent } from './findings.ts';

/** 'none': nobody owns it. */
export type FindingFilter = {
  states: readonly FindingState[] | null;
  cause: Cause | null;
  tenantId: string | null;
  subscriptionId: string | null;
  owner: string | null;
  q: string | null;
  /** Chosen one by one. */
  only: readonly string[] | null;
  /** Ids among which all that match are; null: they are not known. */
  among: readonly string[] | null;
  visible: Visibility;
};

export const everyFinding = (visible: Visibility): FindingFilter => ({
  ...{ states: null, cause: null, tenantId: null, subscriptionId: null, owner: null, q: null },
  ...{ only: null, among: null, visible },
});

export type FindingSort = { by: 'missed' | 'since' | 'customer' | 'cause' | 'state'; descending: boolean };

export type ListedFinding = typeof findings.$inferSelect & {
  customerName: string;
  subscriptionName: string;
  ownerName: string | null;
};

/** The newest name that any month's verdict holds. */
const SUBSCRIPTION_NAME = sql<string>`coalesce((
  select ${subscriptionVerdicts.displayName} from ${subscriptionVerdicts}
  where ${subscriptionVerdicts.tenantId} = ${findings.tenantId}
    and ${subscriptionVerdicts.subscriptionId} = ${findings.subscriptionId}
  order by ${subscriptionVerdicts.period} desc limit 1), ${findings.subscriptionId})`;
const CUSTOMER_NAME = sql`${customers.displayName} collate "und-x-icu"`;

function isOwnedBy(owner: string | null): SQL | undefined {
  if (owner === null) return undefined;
  return owner === 'none' ? isNull(findings.ownerId) : eq(findings.ownerId, owner);
}

function matches(filter: FindingFilter): SQL | undefined {
  const { states, cause, tenantId, subscriptionId, owner, q, only, among, visible } = filter;
  return and(
    isVisible(findings.tenantId, visible),
    states === null ? undefined : inArray(findings.state, [...states]),
    cause === null ? undefined : eq(findings.cause, cause),
    tenantId === null ? undefined : eq(findings.tenantId, tenantId),
    subscriptionId === null ? undefined : eq(findings.subscriptionId, subscriptionId),
    isOwnedBy(owner),
    only === null ? undefined : inArray(findings.id, [...only]),
    among === null ? undefined : inArray(findings.id, [...among]),
    q === null
      ? undefined
      : or(
          ilike(SUBSCRIPTION_NAME, literally(q)),
          idHolds(findings.subscriptionId, q),
          ilike(customers.displayName, literally(q)),
          idHolds(findings.tenantId, q),
        ),
  );
}

const columns = {
  finding: findings,
  customerName: customers.displayName,
  subscriptionName: SUBSCRIPTION_NAME,
  ownerName: people.name,
};

const customerOf = eq(customers.tenantId, findings.tenantId);
const ownerOf = eq(people.personId, findings.ownerId);

/** As people work through them. */
const STATE_RANK = sql`array_position(${sql.param([...FINDING_STATES])}::text[], ${findings.state})`;

function orderOf({ by, descending }: FindingSort): SQL[] {
  const direction = descending ? desc : asc;
  const keys = {
    missed: findings.weight,
    since: findings.since,
    customer: CUSTOMER_NAME,
    cause: findings.cause,
    state: STATE_RANK,
  };
  return [direction(keys[by]), desc(findings.weight), asc(CUSTOMER_NAME), asc(findings.id)];
}

type Row = { finding: typeof findings.$inferSelect } & Omit<
  ListedFinding,
  keyof typeof findings.$inferSelect
>;

const flat = ({ finding, ...names }: Row): ListedFinding => ({ ...finding, ...names });

export async function listFindings(
  db: Db,
  filter: FindingFilter,
  { sort, limit, offset }: ListPage<FindingSort>,
): Promise<ListedFinding[]> {
  const rows = await db
    .select(columns)
    .from(findings)
    .innerJoin(customers, customerOf)
    .leftJoin(people, ownerOf)
    .where(matches(filter))
    .orderBy(...orderOf(sort))
    .limit(limit)
    .offset(offset);
  return rows.map(flat);
}

/** As many are found by their keys sooner than by looking at all. */
const FEW = 300;

/** Where few match, their ids: then counts, rows and sums need not look for the name of each once more. */
export async function findFewFindings(db: Db, filter: FindingFilter): Promise<string[] | null> {
  const found = await db
    .select({ id: findings.id })
    .from(findings)
    .innerJoin(customers, customerOf)
    .where(matches(filter))
    .limit(FEW + 1);
  return found.length > FEW ? null : found.map(({ id }) => id);
}

export async function countMatchingFindings(db: Db, filter: FindingFilter): Promise<number> {
  const [counted] = await db
    .select({ total: count() })
    .from(findings)
    .innerJoin(customers, customerOf)
    .where(matches(filter));
  return counted?.total ?? 0;
}

/** Of each cause its first findings in this order; causes in the order of their first one. */
export async function listFindingsByCause(
  db: Db,
  filter: FindingFilter,
  { sort, ofEach }: { sort: FindingSort; ofEach: number },
): Promise<{ cause: Cause; findings: ListedFinding[] }[]> {
  const order = sql.join(orderOf(sort), sql`, `);
  const ranked = db
    .select({
      id: findings.id,
      place: sql<number>`row_number() over (partition by ${findings.cause} order by ${order})`.as('place'),
    })
    .from(findings)
    .innerJoin(customers, customerOf)
    .where(matches(filter))
    .as('ranked');
  const rows = await db
    .select(columns)
    .from(findings)
    .innerJoin(ranked, eq(ranked.id, findings.id))
    .innerJoin(customers, customerOf)
    .leftJoin(people, ownerOf)
    .where(sql`${ranked.place} <= ${ofEach}`)
    .orderBy(...orderOf(sort));
  return [...Map.groupBy(rows.map(flat), ({ cause }) => cause)].map(([cause, same]) => ({
    cause,
    findings: same,
  }));
}

export type FindingSum = {
  period: string;
  currency: string;
  costClass: CostClass;
  net: string;
  credit: string | null;
};

const sumColumns = {
  period: findingMonths.period,
  currency: monthlyCosts.currency,
  costClass: monthlyCosts.costClass,
  net: sql<string>`sum(${monthlyCosts.net})`,
  credit: sumOrUnknown(monthlyCosts.credit),
};

const costOfMonth = and(
  eq(monthlyCosts.tenantId, findingMonths.tenantId),
  eq(monthlyCosts.subscriptionId, findingMonths.subscriptionId),
  eq(monthlyCosts.period, findingMonths.period),
);

/** Cost of the months that each finding leads, by currency and class. */
export const listFindingSums = (
  db: Db,
  ids: readonly string[],
): Promise<(FindingSum & { findingId: string })[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .select({ findingId: findingMonths.findingId, ...sumColumns })
        .from(findingMonths)
        .innerJoin(monthlyCosts, costOfMonth)
        .where(inArray(findingMonths.findingId, [...ids]))
        .groupBy(
          findingMonths.findingId,
          findingMonths.period,
          monthlyCosts.currency,
          monthlyCosts.costClass,
        );

export type CauseGroup = { cause: Cause; findings: number; customers: number; weight: string };

export const countFindingsByCause = (db: Db, filter: FindingFilter): Promise<CauseGroup[]> =>
  db
    .select({
      cause: findings.cause,
      findings: count(),
      customers: sql<number>`count(distinct ${findings.tenantId})::int`,
      weight: sql<string>`sum(${findings.weight})`,
    })
    .from(findings)
    .innerJoin(customers, customerOf)
    .where(matches(filter))
    .groupBy(findings.cause)
    .orderBy(desc(sql`sum(${findings.weight})`), asc(findings.cause));

export const listCauseSums = (db: Db, filter: FindingFilter): Promise<(FindingSum & { cause: Cause })[]> =>
  db
    .select({ cause: findings.cause, ...sumColumns })
    .from(findings)
    .innerJoin(customers, customerOf)
    .innerJoin(findingMonths, eq(findingMonths.findingId, findings.id))
    .innerJoin(monthlyCosts, costOfMonth)
    .where(matches(filter))
    .groupBy(findings.cause, findingMonths.period, monthlyCosts.currency, monthlyCosts.costClass);

export const countFindingsByState = (
  db: Db,
  filter: FindingFilter,
): Promise<{ state: FindingState; findings: number }[]> =>
  db
    .select({ state: findings.state, findings: count() })
    .from(findings)
    .innerJoin(customers, customerOf)
    .where(matches(filter))
    .groupBy(findings.state);

/** null where there is none, or none that may be seen: the two look alike. */
export async function findFinding(db: Db, id: string, visible: Visibility): Promise<ListedFinding | null> {
  const [row] = await db
    .select(columns)
    .from(findings)
    .innerJoin(customers, customerOf)
    .leftJoin(people, ownerOf)
    .where(and(eq(findings.id, id), isVisible(findings.tenantId, visible)));
  return row === undefined ? null : flat(row);
}

export const listFindingEvents = (db: Db, findingId: string): Promise<FindingEvent[]> =>
  db
    .select()
    .from(findingEvents)
    .where(eq(findingEvents.findingId, findingId))
    .orderBy(desc(findingEvents.id));

export const listFindingRemedies = (db: Db, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(findingRemedies)
        .where(inArray(findingRemedies.findingId, [...ids]));

type EvidenceRow = {
  tenantId: string;
  subscriptionId: string;
  period: string;
  evidence: readonly StoredEvidence[];
  rulesVersion: string | null;
  roleListVersion: string | null;
};

/** Evidence of the last month that each finding led. */
export async function listFindingEvidence(
  db: Db,
  ids: readonly string[],
): Promise<(EvidenceRow & { findingId: string })[]> {
  if (ids.length === 0) return [];
  return db
    .selectDistinctOn([findingMonths.findingId], {
      findingId: findingMonths.findingId,
      tenantId: subscriptionDetails.tenantId,
      subscriptionId: subscriptionDetails.subscriptionId,
      period: subscriptionDetails.period,
      evidence: subscriptionDetails.evidence,
      rulesVersion: subscriptionDetails.rulesVersion,
      roleListVersion: subscriptionDetails.roleListVersion,
    })
    .from(findingMonths)
    .innerJoin(
      subscriptionDetails,
      and(
        eq(subscriptionDetails.tenantId, findingMonths.tenantId),
        eq(subscriptionDetails.subscriptionId, findingMonths.subscriptionId),
        eq(subscriptionDetails.period, findingMonths.period),
      ),
    )
    .where(inArray(findingMonths.findingId, [...ids]))
    .orderBy(findingMonths.findingId, desc(subscriptionDetails.period));
}
