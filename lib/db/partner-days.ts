import { sql } from 'drizzle-orm';
import type { Db } from './db.ts';
import { costCovers, dailyCosts, sourceReads, partnerDays, type StoredDaySum } from './schema.ts';

const SHARDS = 16;

/** A customer's days of a month by the reads that cover it. */
export async function sumCustomerDays(db: Db, tenantId: string, period: string): Promise<StoredDaySum[]> {
  const { rows } = await db.execute<StoredDaySum>(sql`
    select ${dailyCosts.day}::text as day, ${dailyCosts.currency} as currency, ${dailyCosts.costClass} as "costClass",
      sum(${dailyCosts.net})::text as net,
      case when count(*) = count(${dailyCosts.credit}) then sum(${dailyCosts.credit})::text end as credit
    from ${costCovers}
    inner join ${sourceReads} on ${sourceReads.source} = 'costs' and ${sourceReads.tenantId} = ${costCovers.readTenantId}
      and ${sourceReads.period} = ${costCovers.period} and ${sourceReads.scope} = ${costCovers.scope}
    inner join ${dailyCosts} on ${dailyCosts.readId} = ${sourceReads.currentReadId} and ${dailyCosts.tenantId} = ${tenantId}
    where ${costCovers.period} = ${period} and ${costCovers.tenantId} = ${tenantId} and ${costCovers.kind} = 'daily'
    group by 1, 2, 3 order by 1, 2, 3`);
  return rows;
}

type Replaced = {
  tenantId: string;
  period: string;
  before: readonly StoredDaySum[];
  after: readonly StoredDaySum[];
};

/** Takes a customer's days of before out of the partner's and puts those of after in. */
export async function replacePartnerDays(
  db: Db,
  { tenantId, period, before, after }: Replaced,
): Promise<void> {
  // One row for each sum, in one order: two transactions never wait for each other crosswise.
  const values = sql`jsonb_to_recordset(${JSON.stringify([
    ...before.map((row) => ({ ...row, sign: -1 })),
    ...after.map((row) => ({ ...row, sign: 1 })),
  ])}::jsonb) as days (day text, currency text, "costClass" text, net numeric, credit numeric, sign int)`;
  await db.execute(sql`
    insert into ${partnerDays} (period, shard, day, currency, cost_class, net, credit, untold_net, untold, parts)
    select ${period}, abs(hashtext(${tenantId})) % ${sql.raw(String(SHARDS))}, day, currency, "costClass", sum(sign * net),
      coalesce(sum(sign * credit), 0), coalesce(sum(sign * net) filter (where credit is null), 0),
      coalesce(sum(sign) filter (where credit is null), 0), sum(sign)
    from ${values} group by day, currency, "costClass" order by day, currency, "costClass"
    on conflict (period, shard, day, currency, cost_class) do update
      set net = partner_days.net + excluded.net, credit = partner_days.credit + excluded.credit,
        untold_net = partner_days.untold_net + excluded.untold_net, untold = partner_days.untold + excluded.untold, parts = partner_days.parts + excluded.parts`);
}
