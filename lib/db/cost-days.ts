import { sql, type SQL } from 'drizzle-orm';
import type { DailyCost } from '#lib/core/facts.ts';
import type { SubscriptionId, TenantId } from '#lib/core/ids.ts';
import { decimalText, requireDecimal, sum, sumOrNull, type Decimal } from '#lib/core/money.ts';
import type { Day } from '#lib/core/periods.ts';
import type { Db } from './db.ts';
import { dailyCosts } from './schema.ts';

/** '' for a charge whose customer could not be told. */
export type CostRow = DailyCost & { tenantId: TenantId | '' };

/** Of the read that brought it. */
export type OfRead<Row> = Row & { readId: string };

/** How a month of days is stored: one row for all of them. */
type StoredDays = typeof dailyCosts.$inferSelect;

const keyOf = (row: OfRead<CostRow>): string =>
  [row.readId, row.tenantId, row.subscriptionId, row.currency, row.costClass].join('|');

const textOrNull = (value: Decimal | null): string | null => (value === null ? null : decimalText(value));

export const foldDays = (rows: readonly OfRead<CostRow>[]): StoredDays[] =>
  [...Map.groupBy(rows, keyOf).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { readId, tenantId, subscriptionId, currency, costClass } = first;
    const days = [...Map.groupBy(same, ({ day }) => day)].toSorted(([left], [right]) =>
      left < right ? -1 : 1,
    );
    return [
      {
        ...{ readId, tenantId, subscriptionId: subscriptionId ?? '', currency, costClass },
        days: days.map(([day]) => day),
        net: days.map(([, parts]) => decimalText(sum(parts.map(({ net }) => net)))),
        netUsd: days.map(([, parts]) => textOrNull(sumOrNull(parts.map(({ netUsd }) => netUsd)))),
        credit: days.map(([, parts]) => textOrNull(sumOrNull(parts.map(({ credit }) => credit)))),
      },
    ];
  });

/** Ids and days were parsed before they were stored. */
export const unfoldDays = ({ days, net, netUsd, credit, ...row }: StoredDays): OfRead<CostRow>[] =>
  days.map((day, index) => ({
    readId: row.readId,
    tenantId: row.tenantId as TenantId,
    subscriptionId: row.subscriptionId === '' ? null : (row.subscriptionId as SubscriptionId),
    day: day as Day,
    currency: row.currency,
    costClass: row.costClass,
    net: requireDecimal(net[index] ?? ''),
    netUsd: decimalOrNull(netUsd[index] ?? null),
    credit: decimalOrNull(credit[index] ?? null),
  }));

const decimalOrNull = (text: string | null): Decimal | null => (text === null ? null : requireDecimal(text));

/** The days of each row of the table, one a line, as `cost`. */
export const EACH_DAY = sql`unnest(${dailyCosts.days}, ${dailyCosts.net}, ${dailyCosts.netUsd}, ${dailyCosts.credit})
  as cost (day, net, net_usd, credit)`;

/** Stores rows, and adds their days to those of rows that are there already; none may come twice. */
export async function upsertDays(db: Db, select: SQL): Promise<void> {
  await db.execute(sql`
    insert into ${dailyCosts} as held ${select}
    on conflict (read_id, tenant_id, subscription_id, currency, cost_class) do update
    set (days, net, net_usd, credit) = (
      select array_agg(day order by day), array_agg(net order by day), array_agg(net_usd order by day),
        array_agg(credit order by day)
      from (
        select day, sum(net) as net,
          case when count(*) = count(net_usd) then sum(net_usd) end as net_usd,
          case when count(*) = count(credit) then sum(credit) end as credit
        from (
          select * from unnest(held.days, held.net, held.net_usd, held.credit) as old (day, net, net_usd, credit)
          union all
          select * from unnest(excluded.days, excluded.net, excluded.net_usd, excluded.credit) as new
        ) as parts
        group by day
      ) as sums)`);
}
