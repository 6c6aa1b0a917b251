import { inArray, sql } from 'drizzle-orm';
import { EACH_DAY } from './cost-days.ts';
import type { Db } from './db.ts';
import { costCovers, dailyCosts, sourceReads, partnerDays, type StoredDaySum } from './schema.ts';

const SHARDS = 16;

/** A customer's part of a day. */
export type CustomerDaySum = StoredDaySum & { tenantId: string };

export const withTenant = (tenantId: string, days: readonly StoredDaySum[]): CustomerDaySum[] =>
  days.map((day) => ({ ...day, tenantId }));

/** Customers' days of a month by the reads that cover each of them. */
export async function sumCustomerDays(
  db: Db,
  tenantIds: readonly string[],
  period: string,
): Promise<CustomerDaySum[]> {
  const { rows } = await db.execute<CustomerDaySum>(sql`
    select ${costCovers.tenantId} as "tenantId", cost.day::text as day, ${dailyCosts.currency} as currency,
      ${dailyCosts.costClass} as "costClass", sum(cost.net)::text as net,
      case when count(*) = count(cost.credit) then sum(cost.credit)::text end as credit
    from ${costCovers}
    inner join ${sourceReads} on ${sourceReads.source} = 'costs' and ${sourceReads.tenantId} = ${costCovers.readTenantId}
      and ${sourceReads.period} = ${costCovers.period} and ${sourceReads.scope} = ${costCovers.scope}
    inner join ${dailyCosts} on ${dailyCosts.readId} = ${sourceReads.currentReadId}
      and ${dailyCosts.tenantId} = ${costCovers.tenantId}
    cross join lateral ${EACH_DAY}
    where ${costCovers.period} = ${period} and ${inArray(costCovers.tenantId, [...tenantIds])}
      and ${costCovers.kind} = 'daily'
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`);
  return rows;
}

type Replaced = {
  period: string;
  before: readonly CustomerDaySum[];
  after: readonly CustomerDaySum[];
};

/** Takes customers' days of before out of the partner's and puts those of after in. */
export async function replacePartnerDays(db: Db, { period, before, after }: Replaced): Promise<void> {
  // One row for each sum, in one order: two transactions never wait for each other crosswise.
  const values = sql`jsonb_to_recordset(${JSON.stringify([
    ...before.map((row) => ({ ...row, sign: -1 })),
    ...after.map((row) => ({ ...row, sign: 1 })),
  ])}::jsonb) as days ("tenantId" text, day text, currency text, "costClass" text, net numeric, credit numeric, sign int)`;
  const shard = sql`abs(hashtext("tenantId")) % ${sql.raw(String(SHARDS))}`;
  await db.execute(sql`
    insert into ${partnerDays} (period, shard, day, currency, cost_class, net, credit, untold_net, untold, parts)
    select ${period}, ${shard}, day, currency, "costClass", sum(sign * net),
      coalesce(sum(sign * credit), 0), coalesce(sum(sign * net) filter (where credit is null), 0),
      coalesce(sum(sign) filter (where credit is null), 0), sum(sign)
    from ${values} group by 2, day, currency, "costClass" order by 2, day, currency, "costClass"
    on conflict (period, shard, day, currency, cost_class) do update
      set net = partner_days.net + excluded.net, credit = partner_days.credit + excluded.credit,
        untold_net = partner_days.untold_net + excluded.untold_net, untold = partner_days.untold + excluded.untold, parts = partner_days.parts + excluded.parts`);
}
