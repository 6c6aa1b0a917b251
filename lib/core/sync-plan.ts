import type { TenantId } from './ids.ts';
import { addMonths, dayOf, periodOf, type Instant, type Period } from './periods.ts';
import type { Source } from './statuses.ts';
import type { ReadWay } from './sync-run.ts';

/** A step to do, and in how many calls as far as what is held tells; null: nothing tells. */
export type PlannedStep = {
  source: Source | 'judge';
  tenantId: TenantId | '';
  period: Period | '';
  scope: string;
  way: ReadWay | null;
  calls: number | null;
};

/** Amounts of a month may move until the fifth day of the next (costdata.md section 8, 2026-11-21). */
const CLOSING_DAY = 5;

const closesAt = (period: Period): Instant => `${addMonths(period, 1)}-0${CLOSING_DAY + 1}T00:00:00Z`;

export const isOpen = (period: Period, now: Instant): boolean =>
  Date.parse(now) < Date.parse(closesAt(period));

/** The current month and the one before it: older ones no longer move. */
export function monthsInPlay(now: Instant): Period[] {
  const current = periodOf(dayOf(now));
  return [current, addMonths(current, -1)];
}

/** Closed months before those, newest first: as far back as cost details reach (limits.md, 2026-11-21). */
export function olderMonths(now: Instant): Period[] {
  const current = periodOf(dayOf(now));
  return Array.from({ length: 11 }, (_, index) => addMonths(current, -2 - index));
}

/** Runs further apart than that are of two nights. */
export const HALF_A_DAY_MS = 12 * 3_600_000;

/** The first run, and one soon after another, are waited for: what is older is left to the night. */
export const mayReadOlder = (lastRunAt: Instant | null, now: Instant): boolean =>
  lastRunAt !== null && Date.parse(now) - Date.parse(lastRunAt) >= HALF_A_DAY_MS;

/** A month is read again until it was read after it closed. `heldAsOf`: date of what is held; null: nothing. */
export const needsCost = (period: Period, heldAsOf: Instant | null): boolean =>
  heldAsOf === null || Date.parse(heldAsOf) < Date.parse(closesAt(period));

type Judged = {
  judgedAt: Instant | null;
  costAsOf: Instant | null;
  /** Something that could not be read when it was judged has been read since. */
  mended: boolean;
};

/**
 * A closed month is judged once by its last cost: what access shows later says nothing about it, but for what could
 * not be read at that time.
 */
export function needsJudging(period: Period, now: Instant, { judgedAt, costAsOf, mended }: Judged): boolean {
  if (isOpen(period, now) || judgedAt === null || mended) return true;
  return costAsOf !== null && Date.parse(costAsOf) > Date.parse(judgedAt);
}

/** Rows held of a source by its last read; undefined: never read. */
export type HeldRows = Partial<Record<Source, number>>;

const ROWS_PER_PAGE = 1_000;
/** Below it Resource Graph answers for all subscriptions at once. */
const ASKED_TOGETHER = 10_000;
const GROUP_SIZE = 300;

const pages = (rows: number): number => Math.max(1, Math.ceil(rows / ROWS_PER_PAGE));

/** Each group of subscriptions has a page of its own at least (azure/limits.md, 2026-11-21). */
function graphPages(rows: number, subscriptions: number): number {
  const groups = subscriptions > ASKED_TOGETHER ? Math.ceil(subscriptions / GROUP_SIZE) : 1;
  return Math.max(groups, pages(rows));
}

const own = (source: Source, calls: number | null, way: ReadWay | null = null): PlannedStep => ({
  source,
  tenantId: '',
  period: '',
  scope: '',
  way,
  calls,
});

const pagesHeld = (held: HeldRows, source: Source): number | null => {
  const rows = held[source];
  return rows === undefined ? null : pages(rows);
};

/** What the managing tenant's token shows by itself: billing in one chain, the rest beside it. */
export const planFirst = (
  held: HeldRows,
  links: number,
): { billing: PlannedStep[]; others: PlannedStep[] } => ({
  billing: [
    own('billing-accounts', 1),
    own('billing-profiles', 1),
    own('billing-customers', pagesHeld(held, 'billing-customers')),
    own('billing-subscriptions', pagesHeld(held, 'billing-subscriptions')),
    own('billing-transfers', 1),
  ],
  others: [
    own('subscriptions', pagesHeld(held, 'subscriptions')),
    own('tenants', pagesHeld(held, 'tenants')),
    own('agent-groups', 1),
    own('gdap', pagesHeld(held, 'gdap')),
    own('partner-links', links),
  ],
});

/** What is asked about all subscriptions that the managing tenant sees, in this order. */
export function planBulk(held: HeldRows, subscriptions: number): PlannedStep[] {
  const calls = (source: Source): number | null => {
    const rows = held[source];
    return rows === undefined ? null : graphPages(rows, subscriptions);
  };
  if (subscriptions === 0) return [];
  const inBulk = ['delegation-definitions', 'delegations', 'role-assignments', 'resource-groups'] as const;
  return [
    ...inBulk.map((source) => own(source, calls(source), 'resource-graph')),
    own('role-definitions', 1),
  ];
}

export type PlannedCustomer = {
  tenantId: TenantId;
  /** Subscriptions that the managing tenant's token sees. */
  seen: number;
  /** Subscriptions that billing lists and the managing tenant's token does not see; null: billing was not read. */
  unseen: number | null;
};

const ofCustomer = (source: Source, tenantId: TenantId, calls: number | null): PlannedStep => ({
  ...own(source, calls),
  tenantId,
});

/** Its own tenant is asked where something of it is, or may be, out of the managing tenant's sight. */
export const needsOwnToken = ({ seen, unseen }: PlannedCustomer): boolean =>
  seen === 0 || unseen === null || unseen > 0;

export function planCustomer(customer: PlannedCustomer): PlannedStep[] {
  const { tenantId, unseen } = customer;
  if (!needsOwnToken(customer)) return [];
  return [
    ofCustomer('customer-subscriptions', tenantId, 1),
    ofCustomer('partner-links', tenantId, 1),
    ofCustomer('customer-delegations', tenantId, unseen),
    ofCustomer('customer-role-assignments', tenantId, unseen),
    ofCustomer('marketplace-offers', tenantId, 1),
  ];
}

export type FollowUps = {
  /** Customers whose directory has to say who holds a direct role that may earn; how many hold one. */
  holders: ReadonlyMap<TenantId, number>;
  /** Subscriptions of each customer whose deny assignments matter. */
  denials: ReadonlyMap<TenantId, number>;
  /** Customers where another partner's group has access. */
  movedPerhaps: readonly TenantId[];
};

const IDS_PER_CALL = 1_000;

/** What the bulk reads have shown to matter, and of whom. */
export function planFollowUps({ holders, denials, movedPerhaps }: FollowUps): PlannedStep[] {
  return [
    own('identities', 1),
    own('group-schedules', null),
    ...[...holders].flatMap(([tenantId, count]) => [
      ofCustomer('customer-identities', tenantId, Math.ceil(count / IDS_PER_CALL)),
    ]),
    ...[...denials].map(([tenantId, count]) => ofCustomer('deny-assignments', tenantId, count)),
    ...movedPerhaps.map((tenantId) => ofCustomer('billing-transfers', tenantId, 1)),
  ];
}

/** Where an application of ours is known by another id, its link there is another too. */
export const planLinks = (tenants: readonly TenantId[]): PlannedStep[] =>
  tenants.map((tenantId) => ofCustomer('partner-links', tenantId, 1));

/** Two lists for each scope (contracts.md section 11). */
export const planSchedules = (scopes: ReadonlyMap<TenantId, number>): PlannedStep[] =>
  [...scopes].map(([tenantId, count]) => ofCustomer('role-schedules', tenantId, 2 * count));

/** One customer now: the lists of each of its subscriptions, whatever a full run reads in bulk. */
export function planRefresh(customer: PlannedCustomer): PlannedStep[] {
  const { tenantId, seen } = customer;
  return [
    ...planCustomer(customer),
    ofCustomer('delegations', tenantId, seen),
    ofCustomer('role-assignments', tenantId, seen),
    ofCustomer('customer-identities', tenantId, 1),
  ];
}
