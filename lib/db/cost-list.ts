import { and, eq, inArray, isNotNull, sql, type SQL } from 'drizzle-orm';
import type { CostClass } from '#lib/core/cost-classes.ts';
import type { CostGrouping } from '#lib/core/facts.ts';
import { MAY_BE_MISSED } from '#lib/core/order-amounts.ts';
import type { ReadWay } from '#lib/core/sync-run.ts';
import { EACH_DAY } from './cost-days.ts';
import { EACH_NAME } from './cost-names.ts';
import type { Db } from './db.ts';
import {
  costCovers,
  customers,
  dailyCosts,
  monthlyCosts,
  monthlyGroupedCosts,
  partnerDays,
  sourceReads,
  subscriptionVerdicts,
} from './schema.ts';
import { isVisible, type Visibility } from './visible-customers.ts';

export const COST_KEYS = [
  'customer',
  'subscription',
  'resourceGroup',
  'service',
  'class',
  'day',
  'credited',
] as const;
export type CostKey = (typeof COST_KEYS)[number];

/** Which sums hold the lines: by month, by day, or by month and one of the groupings. */
export type CostBase = 'month' | 'day' | CostGrouping;

export type Credited = 'yes' | 'no' | 'unknown';

export type CostFilter = {
  period: string;
  visible: Visibility;
  tenantId: string | null;
  /** '' for charges that belong to no subscription. */
  subscriptionId: string | null;
  costClass: CostClass | null;
  credited: Credited | null;
  day: string | null;
  /** Of the resource group or service that the base groups by. */
  name: string | null;
};

const coveringRead = and(
  eq(sourceReads.source, 'costs'),
  eq(sourceReads.tenantId, costCovers.readTenantId),
  eq(sourceReads.period, costCovers.period),
  eq(sourceReads.scope, costCovers.scope),
);

/** Cost rows of one base, alike in shape; a customer's come from the reads that cover it and no other. */
function linesOf(base: CostBase, { period }: CostFilter): SQL {
  if (base === 'month') {
    const { tenantId, subscriptionId, currency, costClass, net, credit } = monthlyCosts;
    return sql`select ${tenantId} as tenant_id, ${subscriptionId} as subscription_id, null as day, null as name,
      ${currency} as currency, ${costClass} as cost_class, ${net} as net, ${credit} as credit
      from ${monthlyCosts} where ${eq(monthlyCosts.period, period)}`;
  }
  return base === 'day' ? linesOfDays(period) : groupedLines(base, period);
}

const linesOfDays = (period: string): SQL => sql`
  select ${dailyCosts.tenantId} as tenant_id, ${dailyCosts.subscriptionId} as subscription_id, cost.day::text as day,
    null as name, ${dailyCosts.currency} as currency, ${dailyCosts.costClass} as cost_class, cost.net, cost.credit
  from ${coveredRows(dailyCosts)}
  cross join lateral ${EACH_DAY}
  where ${eq(costCovers.period, period)} and ${eq(costCovers.kind, 'daily')}`;

function groupedLines(grouping: CostGrouping, period: string): SQL {
  const table = monthlyGroupedCosts;
  return sql`select ${table.tenantId} as tenant_id, ${table.subscriptionId} as subscription_id, null as day,
    cost.name, ${table.currency} as currency, ${table.costClass} as cost_class, cost.net, cost.credit
    from ${coveredRows(table)}
    cross join lateral ${EACH_NAME}
    where ${eq(costCovers.period, period)} and ${eq(costCovers.kind, 'grouped')} and ${eq(table.grouping, grouping)}`;
}

const coveredRows = (table: typeof dailyCosts | typeof monthlyGroupedCosts): SQL => sql`${costCovers}
  inner join ${sourceReads} on ${coveringRead}
  inner join ${table} on ${table.readId} = ${sourceReads.currentReadId} and ${table.tenantId} = ${costCovers.tenantId}`;

const CREDITED = sql`case lines.cost_class when 'EARNED' then 'yes' when 'CREDIT_UNKNOWN' then 'unknown' else 'no' end`;

const KEY_COLUMNS: Record<CostKey, SQL> = {
  customer: sql`lines.tenant_id`,
  subscription: sql`lines.subscription_id`,
  resourceGroup: sql`lines.name`,
  service: sql`lines.name`,
  class: sql`lines.cost_class`,
  day: sql`lines.day`,
  credited: CREDITED,
};

function conditionsOf(filter: CostFilter): SQL | undefined {
  const wanted = (column: SQL, value: string | null): SQL | undefined =>
    value === null ? undefined : sql`${column} = ${value}`;
  return and(
    isVisible(customers.tenantId, filter.visible),
    wanted(KEY_COLUMNS.customer, filter.tenantId),
    wanted(KEY_COLUMNS.subscription, filter.subscriptionId),
    wanted(KEY_COLUMNS.class, filter.costClass),
    wanted(KEY_COLUMNS.credited, filter.credited),
    wanted(KEY_COLUMNS.day, filter.day),
    wanted(KEY_COLUMNS.service, filter.name),
  );
}

/** A month's days that nothing keeps apart by customer: the partner's own sums hold them. */
const isOfPartner = (base: CostBase, filter: CostFilter, groupBy: readonly CostKey[]): boolean =>
  base === 'day' &&
  filter.visible.kind === 'all' &&
  filter.tenantId === null &&
  filter.subscriptionId === null &&
  !groupBy.includes('customer') &&
  !groupBy.includes('subscription');

const partnerLines = ({ period }: CostFilter): SQL => {
  const { day, currency, costClass, net, credit, untoldNet, untold } = partnerDays;
  const ofMonth = sql`from ${partnerDays} where ${eq(partnerDays.period, period)} and ${partnerDays.parts} > 0`;
  return sql`select ${day} as day, null as name, ${currency} as currency, ${costClass} as cost_class,
      ${net} - ${untoldNet} as net, ${credit} as credit ${ofMonth}
    union all
    select ${day}, null, ${currency}, ${costClass}, ${untoldNet}, null ${ofMonth} and ${untold} > 0`;
};

const verdictsOfLines = ({ period }: CostFilter): SQL => sql`
  left join ${subscriptionVerdicts} on ${eq(subscriptionVerdicts.period, period)}
    and ${subscriptionVerdicts.tenantId} = lines.tenant_id
    and ${subscriptionVerdicts.subscriptionId} = lines.subscription_id`;

/** Each line with its gross: by its own credit, or at the assumed rate where none was told (product.md, Numbers). */
const withGross = (base: CostBase, filter: CostFilter, { groupBy, assumed }: Grossed): SQL => {
  const rate = sql`${assumed}::numeric`;
  const gross = sql`lines.net + coalesce(lines.credit, case when lines.cost_class = 'EARNED'
      then lines.net * ${rate} / (1 - ${rate}) else 0 end) as gross`;
  if (isOfPartner(base, filter, groupBy)) {
    return sql`select lines.*, ${gross} from (${partnerLines(filter)}) as lines where ${conditionsOf(filter) ?? sql`true`}`;
  }
  const isNamed = groupBy.includes('subscription');
  return sql`select lines.*, ${gross}, ${customers.displayName} as customer_name,
      ${isNamed ? sql`${subscriptionVerdicts.displayName}` : sql`null`} as subscription_name
    from (${linesOf(base, filter)}) as lines
    inner join ${customers} on ${customers.tenantId} = lines.tenant_id
    ${isNamed ? verdictsOfLines(filter) : sql``}
    where ${conditionsOf(filter) ?? sql`true`}`;
};

type Grossed = { groupBy: readonly CostKey[]; assumed: string };

export type CostSort = { by: 'cost' | 'missed' | 'credit' | 'name'; descending: boolean };
/** Fractions as decimal text. */
export type CostRates = { assumed: string; missed: string };

export type CostPage = { groupBy: readonly CostKey[]; sort: CostSort; limit: number; offset: number };

export type CostRow = {
  customer: string | null;
  customerName: string | null;
  subscription: string | null;
  subscriptionName: string | null;
  resourceGroup: string | null;
  service: string | null;
  class: CostClass | null;
  day: string | null;
  credited: Credited | null;
  currency: string;
  net: string;
  gross: string;
  credit: string;
  missed: string;
  missedAtMost: string;
};

const classesIn = (classes: readonly CostClass[]): SQL =>
  sql`lines.cost_class in (${sql.join(
    classes.map((costClass) => sql`${costClass}`),
    sql`, `,
  )})`;

/** Amounts round at six decimals, as everywhere. */
const figure = (value: SQL): SQL => sql`trim_scale(round(${value}, 6))::text`;

function amountsOf({ missed }: CostRates): SQL {
  const rate = sql`${missed}::numeric`;
  const grossOf = (classes: readonly CostClass[]): SQL =>
    sql`coalesce(sum(lines.gross) filter (where ${classesIn(classes)}), 0)`;
  return sql`trim_scale(sum(lines.net))::text as net,
    ${figure(sql`sum(lines.gross)`)} as gross,
    ${figure(sql`sum(lines.gross - lines.net)`)} as credit,
    ${figure(sql`${grossOf(['ELIGIBLE_NOT_EARNED'])} * ${rate}`)} as missed,
    ${figure(sql`${grossOf(MAY_BE_MISSED)} * ${rate}`)} as missed_at_most`;
}

function orderOf({ groupBy, sort }: CostPage): SQL {
  const keys = {
    cost: sql`sum(lines.gross)`,
    credit: sql`sum(lines.gross - lines.net)`,
    missed: sql`coalesce(sum(lines.gross) filter (where ${classesIn(MAY_BE_MISSED)}), 0)`,
    name: groupBy.includes('day') ? KEY_COLUMNS.day : nameOrder(groupBy),
  };
  const direction = sort.descending ? sql`desc` : sql`asc`;
  const ties = groupBy.map((key) => KEY_COLUMNS[key]);
  return sql.join([sql`lines.currency`, sql`${keys[sort.by]} ${direction}`, ...ties], sql`, `);
}

const CUSTOMER_NAME = sql`max(lines.customer_name)`;
const SUBSCRIPTION_NAME = sql`max(lines.subscription_name)`;

/** By the name of what is grouped by first. */
function nameOrder(groupBy: readonly CostKey[]): SQL {
  const [first = 'customer'] = groupBy;
  if (first === 'customer') return sql`${CUSTOMER_NAME} collate "und-x-icu"`;
  if (first === 'subscription') return sql`${SUBSCRIPTION_NAME} collate "und-x-icu"`;
  return KEY_COLUMNS[first];
}

/** One window of the sums by the wanted keys, currency by currency, and how many there are. */
export async function listCosts(
  db: Db,
  base: CostBase,
  { filter, page, rates }: { filter: CostFilter; page: CostPage; rates: CostRates },
): Promise<{ rows: CostRow[]; total: number }> {
  const { groupBy } = page;
  const has = (key: CostKey): boolean => groupBy.includes(key);
  const column = (key: CostKey): SQL => (has(key) ? KEY_COLUMNS[key] : sql`null`);
  const groups = sql.join([...groupBy.map((key) => KEY_COLUMNS[key]), sql`lines.currency`], sql`, `);
  const selected = sql`select ${column('customer')} as customer,
      ${has('customer') ? CUSTOMER_NAME : sql`null`} as "customerName",
      ${column('subscription')} as subscription,
      ${has('subscription') ? SUBSCRIPTION_NAME : sql`null`} as "subscriptionName",
      ${column('resourceGroup')} as "resourceGroup", ${column('service')} as service,
      ${column('class')} as class, ${column('day')} as day, ${column('credited')} as credited,
      lines.currency as currency, count(*) over ()::int as total, ${amountsOf(rates)}
    from (${withGross(base, filter, { groupBy, assumed: rates.assumed })}) as lines
    group by ${groups}
    order by ${orderOf(page)}
    limit ${page.limit} offset ${page.offset}`;
  type Selected = CostRow & { total: number; missed_at_most: string };
  const { rows } = await db.execute<Selected>(selected);
  const total = rows[0]?.total ?? 0;
  return {
    rows: rows.map(({ total: _total, missed_at_most: missedAtMost, ...row }) => ({ ...row, missedAtMost })),
    total,
  };
}

/** How many sums by the wanted keys there are, currency by currency. */
export async function countCosts(
  db: Db,
  base: CostBase,
  { filter, groupBy }: { filter: CostFilter; groupBy: readonly CostKey[] },
): Promise<number> {
  const groups = sql.join([...groupBy.map((key) => KEY_COLUMNS[key]), sql`lines.currency`], sql`, `);
  const { rows } = await db.execute<{ total: number }>(sql`select count(*)::int as total from (
    select 1 from ${linesWithCustomers(base, filter, groupBy)}
    where ${conditionsOf(filter) ?? sql`true`} group by ${groups}) as grouped`);
  return rows[0]?.total ?? 0;
}

const linesWithCustomers = (base: CostBase, filter: CostFilter, groupBy: readonly CostKey[] = []): SQL =>
  isOfPartner(base, filter, groupBy)
    ? sql`(${partnerLines(filter)}) as lines`
    : sql`(${linesOf(base, filter)}) as lines
      inner join ${customers} on ${customers.tenantId} = lines.tenant_id`;

export type CostSum = { currency: string; costClass: CostClass; net: string; credit: string | null };

/** Sums by currency and class of all lines that match. */
export async function listCostTotals(db: Db, base: CostBase, filter: CostFilter): Promise<CostSum[]> {
  const { rows } = await db.execute<CostSum>(sql`select lines.currency, lines.cost_class as "costClass",
      sum(lines.net)::text as net,
      case when count(*) = count(lines.credit) then sum(lines.credit)::text end as credit
    from ${linesWithCustomers(base, filter)}
    where ${conditionsOf(filter) ?? sql`true`}
    group by lines.currency, lines.cost_class`);
  return rows;
}

type CoversAsked = { period: string; visible: Visibility; tenantIds: readonly string[] | null };

/** Which reads these customers' cost of a month comes from, or everybody's, newest last. */
export const listCostCovers = (
  db: Db,
  { period, visible, tenantIds }: CoversAsked,
): Promise<{ tenantId: string; kind: 'daily' | 'grouped'; way: ReadWay | null; asOf: string | null }[]> =>
  db
    .select({
      tenantId: costCovers.tenantId,
      kind: costCovers.kind,
      way: sourceReads.way,
      asOf: sourceReads.asOf,
    })
    .from(costCovers)
    .innerJoin(sourceReads, coveringRead)
    .where(
      and(
        eq(costCovers.period, period),
        isNotNull(sourceReads.currentReadId),
        tenantIds === null ? undefined : inArray(costCovers.tenantId, [...tenantIds]),
        isVisible(costCovers.tenantId, visible),
      ),
    )
    .orderBy(sourceReads.asOf);

/** Of these customers, those whose cost of a month is held by a read that counts. */
export async function listCostedTenants(
  db: Db,
  period: string,
  tenantIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectDistinct({ tenantId: costCovers.tenantId })
    .from(costCovers)
    .where(
      and(
        eq(costCovers.period, period),
        eq(costCovers.kind, 'daily'),
        inArray(costCovers.tenantId, [...tenantIds]),
      ),
    );
  return new Set(rows.map(({ tenantId }) => tenantId));
}

/**
 * Units of each currency for one US dollar, over the lines of a month of which Microsoft told both; refunds count as
 * they stand. Ordered by currency; those of which no line tells are absent.
 */
export async function listDollarRates(
  db: Db,
  period: string,
): Promise<{ currency: string; perDollar: string }[]> {
  const { currency, net, netUsd } = monthlyCosts;
  const told = sql`sum(${net}) filter (where ${netUsd} is not null)`;
  const rows = await db
    .select({ currency, perDollar: sql<string | null>`(${told} / nullif(sum(${netUsd}), 0))::text` })
    .from(monthlyCosts)
    .where(eq(monthlyCosts.period, period))
    .groupBy(currency)
    .orderBy(currency);
  return rows.flatMap((row) => (row.perDollar === null ? [] : [{ ...row, perDollar: row.perDollar }]));
}

/**
 * The highest rate that earned lines of each month tell, at most four decimals; null where none tells one. Rounding of
 * single lines makes small amounts tell odd rates. In these very words an index holds them in order.
 */
export async function listMonthlyRates(
  db: Db,
  periods: readonly string[],
): Promise<Map<string, string | null>> {
  const { rows } = await db.execute<{ period: string; rate: string | null }>(sql`
    select months.period, trim_scale((
      select max(round(credit / (net + credit), 4)) from ${monthlyCosts}
      where ${monthlyCosts.period} = months.period and cost_class = 'EARNED' and net + credit >= 1 and credit > 0
    ))::text as rate
    from unnest(${sql.param(periods)}::text[]) as months (period)`);
  return new Map(rows.map(({ period, rate }) => [period, rate]));
}

export const findMonthlyRate = async (db: Db, period: string): Promise<string | null> =>
  (await listMonthlyRates(db, [period])).get(period) ?? null;
