import { and, asc, desc, eq, getTableColumns, inArray, sql, type InferSelectModel } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { CostClass } from '#lib/core/cost-classes.ts';
import { decimalText, requireDecimal, sum, sumOrNull, type Decimal } from '#lib/core/money.ts';
import { orderAmounts, orderCredit, type CreditedSum } from '#lib/core/order-amounts.ts';
import type { Source } from '#lib/core/statuses.ts';
import { inArrays, inBatches, type Db } from './db.ts';
import { touchLists } from './list-versions.ts';
import { replacePartnerDays, sumCustomerDays, withTenant, type CustomerDaySum } from './partner-days.ts';
import {
  costCovers,
  customerCosts,
  customerVerdicts,
  firstSeen,
  monthlyCosts,
  subscriptionDetails,
  subscriptionVerdicts,
} from './schema.ts';

type OrderColumn = 'orderCost' | 'orderMissed';
type CustomerOrderColumn = OrderColumn | 'orderCredit' | 'orderCoverage' | 'creditRate';
type KeptColumn = CustomerOrderColumn | 'days';
/** Without what only orders lists: that is made of the sums as they are stored. */
export type SubscriptionVerdict = Omit<typeof subscriptionVerdicts.$inferSelect, OrderColumn>;
export type CustomerVerdict = Omit<typeof customerVerdicts.$inferSelect, KeptColumn>;
export type MonthlyCost = {
  subscriptionId: string;
  currency: string;
  costClass: CostClass;
  net: string;
  netUsd: string | null;
  credit: string | null;
};

export type CustomerPeriod = {
  tenantId: string;
  period: string;
  customer: CustomerVerdict;
  subscriptions: readonly SubscriptionVerdict[];
  costs: readonly MonthlyCost[];
};

export type SubscriptionDetail = typeof subscriptionDetails.$inferSelect;
export type CostCover = Omit<typeof costCovers.$inferSelect, 'tenantId' | 'period'>;

/** All that judging a customer's month brings; `covers`: the reads that its cost comes from; `creditRate`: as assumed. */
export type JudgedPeriod = CustomerPeriod & {
  details: readonly SubscriptionDetail[];
  covers: readonly CostCover[];
  creditRate: Decimal;
};

const LOCK_OF_VERDICTS = 7_332_002;

/**
 * Replaces what was judged of a month for customers, each as a whole. Of a full run and a refresh that judge the same
 * customer at the same time the later judgement stays. `follow`: what is stored with it, or not at all.
 */
export async function saveVerdicts(
  db: Db,
  judged: readonly JudgedPeriod[],
  follow: (tx: Db, kept: readonly JudgedPeriod[]) => Promise<void> = async () => {},
): Promise<void> {
  const period = judged[0]?.period;
  if (period === undefined) return;
  if (judged.some((one) => one.period !== period)) throw new Error('judgements of several months');
  await db.transaction(async (tx) => {
    await lockVerdicts(tx, tenantsOf(judged));
    const held = await listHeld(tx, period, tenantsOf(judged));
    const kept = judged.filter(({ tenantId, customer }) => {
      const before = held.get(tenantId);
      return before === undefined || before.judgedAt <= customer.judgedAt;
    });
    if (kept.length === 0) return;
    await replaceRows(tx, period, kept);
    await follow(tx, kept);
    const days = await sumCustomerDays(tx, tenantsOf(kept), period);
    await saveDays(tx, period, days);
    const before = kept.flatMap(({ tenantId }) => withTenant(tenantId, held.get(tenantId)?.days ?? []));
    await replacePartnerDays(tx, { period, before, after: days });
    await touchLists(tx);
  });
}

const tenantsOf = (judged: readonly JudgedPeriod[]): string[] => judged.map(({ tenantId }) => tenantId);

/** Always in one order, so that two judgements never wait for each other. */
export async function lockVerdicts(tx: Db, tenantIds: readonly string[]): Promise<void> {
  await tx.execute(sql`
    select pg_advisory_xact_lock(${LOCK_OF_VERDICTS}, hash)
    from (select distinct hashtext(id) as hash from unnest(${sql.param(tenantIds)}::text[]) as id order by 1) as hashes`);
}

async function listHeld(tx: Db, period: string, tenantIds: readonly string[]) {
  const { tenantId, judgedAt, days } = customerVerdicts;
  const rows = await tx
    .select({ tenantId, judgedAt, days })
    .from(customerVerdicts)
    .where(and(eq(customerVerdicts.period, period), inArray(tenantId, [...tenantIds])));
  return new Map(rows.map((row) => [row.tenantId, row]));
}

async function replaceRows(tx: Db, period: string, judged: readonly JudgedPeriod[]): Promise<void> {
  const tenantIds = tenantsOf(judged);
  for (const table of OF_MONTH) {
    await tx.delete(table).where(and(inArray(table.tenantId, tenantIds), eq(table.period, period)));
  }
  const ofMonth = <Row extends object>(rowsOf: (one: JudgedPeriod) => readonly Row[]) =>
    judged.flatMap((one) => rowsOf(one).map((row) => ({ ...row, tenantId: one.tenantId, period })));
  const insert = <Table extends PgTable>(table: Table, rows: readonly InferSelectModel<Table>[]) =>
    inArrays(table, rows, (select) => tx.insert(table).select(select));
  await insert(
    customerVerdicts,
    judged.map((one) => ({ ...one.customer, ...customerOrderOf(one), days: [] })),
  );
  await insert(subscriptionVerdicts, judged.flatMap(orderedSubscriptions));
  await insert(
    subscriptionDetails,
    judged.flatMap(({ details }) => details),
  );
  await insert(
    monthlyCosts,
    ofMonth(({ costs }) => costs),
  );
  await insert(
    customerCosts,
    ofMonth(({ costs }) => customerSums(costs)),
  );
  await insert(
    costCovers,
    ofMonth(({ covers }) => covers),
  );
}

function orderedSubscriptions({ subscriptions, costs }: JudgedPeriod) {
  const costsOf = Map.groupBy(costs, ({ subscriptionId }) => subscriptionId);
  return subscriptions.map((row) => ({ ...row, ...orderOf(costsOf.get(row.subscriptionId) ?? []) }));
}

async function saveDays(tx: Db, period: string, days: readonly CustomerDaySum[]): Promise<void> {
  const kept = [...Map.groupBy(days, ({ tenantId }) => tenantId)].map(([tenantId, rows]) => ({
    tenantId,
    days: rows.map(({ tenantId: _tenantId, ...row }) => row),
  }));
  await tx.execute(sql`
    update ${customerVerdicts} set days = made.days
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as made ("tenantId" text, days jsonb)
    where ${customerVerdicts.tenantId} = made."tenantId" and ${customerVerdicts.period} = ${period}`);
}

const OF_MONTH = [
  customerVerdicts,
  subscriptionVerdicts,
  subscriptionDetails,
  monthlyCosts,
  customerCosts,
  costCovers,
] as const;

const decimalOrNull = (text: string | null): Decimal | null => (text === null ? null : requireDecimal(text));

const orderedSums = (costs: readonly MonthlyCost[]): CreditedSum[] =>
  costs.map((row) => ({
    ...row,
    net: requireDecimal(row.net),
    netUsd: decimalOrNull(row.netUsd),
    credit: decimalOrNull(row.credit),
  }));

function orderOf(costs: readonly MonthlyCost[]): Record<OrderColumn, string> {
  const { cost, missed } = orderAmounts(orderedSums(costs));
  return { orderCost: decimalText(cost), orderMissed: decimalText(missed) };
}

export function customerOrderOf({ costs, creditRate }: Pick<JudgedPeriod, 'costs' | 'creditRate'>) {
  const { credit, coverage } = orderCredit(orderedSums(costs), creditRate);
  return {
    ...orderOf(costs),
    orderCredit: decimalText(credit),
    orderCoverage: coverage === null ? null : decimalText(coverage),
    creditRate: decimalText(creditRate),
  };
}

function customerSums(costs: readonly MonthlyCost[]) {
  return [...Map.groupBy(costs, (row) => `${row.currency} ${row.costClass}`).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const credit = sumOrNull(same.map((row) => decimalOrNull(row.credit)));
    return [
      {
        currency: first.currency,
        costClass: first.costClass,
        net: decimalText(sum(same.map(({ net }) => requireDecimal(net)))),
        credit: credit === null ? null : decimalText(credit),
      },
    ];
  });
}

/** Days, resource groups, evidence and reads of one subscription's month; a moved one has a row per customer. */
export const listSubscriptionDetails = (
  db: Db,
  subscriptionId: string,
  period: string,
): Promise<SubscriptionDetail[]> =>
  db
    .select()
    .from(subscriptionDetails)
    .where(
      and(eq(subscriptionDetails.subscriptionId, subscriptionId), eq(subscriptionDetails.period, period)),
    )
    .orderBy(subscriptionDetails.tenantId);

/** Remembers when each key was first read; known keys keep their date. */
export const saveFirstSeen = (db: Db, keys: readonly string[], at: string): Promise<void> =>
  inBatches([...new Set(keys)], (batch) =>
    db
      .insert(firstSeen)
      .values(batch.map((key) => ({ key, at })))
      .onConflictDoNothing(),
  );

export async function findFirstSeen(db: Db, keys: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  await inBatches(keys, async (batch) => {
    const rows = await db
      .select()
      .from(firstSeen)
      .where(sql`${firstSeen.key} in ${batch}`);
    for (const row of rows) found.set(row.key, row.at);
  });
  return found;
}

/** When each customer's month was judged last. */
export async function listJudgedAt(db: Db, period: string): Promise<Map<string, string>> {
  const rows = await db
    .select({ tenantId: customerVerdicts.tenantId, judgedAt: customerVerdicts.judgedAt })
    .from(customerVerdicts)
    .where(eq(customerVerdicts.period, period));
  return new Map(rows.map((row) => [row.tenantId, row.judgedAt]));
}

/** Of a customer that is unknown as a whole no subscription could be seen. */
const LISTS_OF_SUBSCRIPTIONS = ['subscriptions', 'customer-subscriptions', 'billing-subscriptions'] as const;

/** Sources that a month's judgement of each customer asked for and had no answer of. */
export async function listLacking(db: Db, period: string): Promise<Map<string, Source[]>> {
  const lacked = sql`jsonb_path_query(${subscriptionDetails.reads}, '$[*] ? (@.state == "unread" && @.reason != "not-asked").source') #>> '{}'`;
  const rows = await db
    .selectDistinct({ tenantId: subscriptionDetails.tenantId, source: sql<Source>`${lacked}`.as('source') })
    .from(subscriptionDetails)
    .where(eq(subscriptionDetails.period, period));
  const found = new Map<string, Source[]>();
  for (const { tenantId, source } of rows) found.set(tenantId, [...(found.get(tenantId) ?? []), source]);
  const unknown = await db
    .select({ tenantId: customerVerdicts.tenantId })
    .from(customerVerdicts)
    .where(and(eq(customerVerdicts.period, period), eq(customerVerdicts.verdict, 'unknown')));
  for (const { tenantId } of unknown)
    found.set(tenantId, [...(found.get(tenantId) ?? []), ...LISTS_OF_SUBSCRIPTIONS]);
  return found;
}

/** Months for which verdicts are held, newest first. */
export async function listJudgedPeriods(db: Db): Promise<string[]> {
  const rows = await db
    .selectDistinct({ period: customerVerdicts.period })
    .from(customerVerdicts)
    .orderBy(desc(customerVerdicts.period));
  return rows.map(({ period }) => period);
}

/** What was judged of one customer's month: its subscriptions and their sums. */
export async function findCustomerPeriod(
  db: Db,
  tenantId: string,
  period: string,
): Promise<Omit<CustomerPeriod, 'customer'> & { customer: CustomerVerdict | null }> {
  const ofPeriod = (table: typeof subscriptionVerdicts | typeof monthlyCosts | typeof customerVerdicts) =>
    and(eq(table.tenantId, tenantId), eq(table.period, period));
  const {
    orderCost: _cost,
    orderMissed: _missed,
    orderCredit: _credit,
    orderCoverage: _coverage,
    creditRate: _rate,
    days: _days,
    ...customerColumns
  } = getTableColumns(customerVerdicts);
  const {
    orderCost: _ofCost,
    orderMissed: _ofMissed,
    ...subscriptionColumns
  } = getTableColumns(subscriptionVerdicts);
  const [customer] = await db
    .select(customerColumns)
    .from(customerVerdicts)
    .where(ofPeriod(customerVerdicts));
  const subscriptions = await db
    .select(subscriptionColumns)
    .from(subscriptionVerdicts)
    .where(ofPeriod(subscriptionVerdicts))
    .orderBy(asc(subscriptionVerdicts.displayName), asc(subscriptionVerdicts.subscriptionId));
  const costs = await db.select().from(monthlyCosts).where(ofPeriod(monthlyCosts));
  return { tenantId, period, customer: customer ?? null, subscriptions, costs };
}
