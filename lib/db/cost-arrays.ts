import { sql, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { SubscriptionId, TenantId } from '#lib/core/ids.ts';
import type { Db } from './db.ts';

/** Of the read that brought it. */
export type OfRead<Row> = Row & { readId: string };

/** Ids were parsed before they were stored. */
export const heldTenant = (text: string): TenantId | '' => text as TenantId | '';
export const heldSubscription = ({ subscriptionId }: { subscriptionId: string }): SubscriptionId | null =>
  subscriptionId === '' ? null : (subscriptionId as SubscriptionId);

/** A table whose rows hold arrays: its key, and the column of the values that amounts are of. */
export type ArrayTable = { table: PgTable; key: readonly PgColumn[]; values: PgColumn };

const namesOf = (columns: readonly PgColumn[]): SQL =>
  sql.join(
    columns.map(({ name }) => sql.identifier(name)),
    sql`, `,
  );

/** Stores rows, and adds what they hold to rows that are there already; none may come twice. */
export async function upsertArrays(db: Db, { table, key, values }: ArrayTable, select: SQL): Promise<void> {
  const column = sql.identifier(values.name);
  await db.execute(sql`
    insert into ${table} as held ${select}
    on conflict (${namesOf(key)}) do update
    set (${column}, net, net_usd, credit) = (
      select array_agg(value order by value), array_agg(net order by value), array_agg(net_usd order by value),
        array_agg(credit order by value)
      from (
        select value, sum(net) as net,
          case when count(*) = count(net_usd) then sum(net_usd) end as net_usd,
          case when count(*) = count(credit) then sum(credit) end as credit
        from (
          select * from unnest(held.${column}, held.net, held.net_usd, held.credit) as old (value, net, net_usd, credit)
          union all
          select * from unnest(excluded.${column}, excluded.net, excluded.net_usd, excluded.credit) as new
        ) as parts
        group by value
      ) as sums)`);
}
