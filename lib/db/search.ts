import { and, asc, eq, ilike, or, sql } from 'drizzle-orm';
import { literally } from './customer-list.ts';
import type { Db } from './db.ts';
import { customers, subscriptionVerdicts } from './schema.ts';
import { isVisible, type Visibility } from './visible-customers.ts';

type Asked = { q: string; visible: Visibility; limit: number };

/** Names that begin with what was typed stand first. */
const beginsWith = (
  name: typeof customers.displayName | typeof subscriptionVerdicts.displayName,
  q: string,
) => sql`case when ${name} ilike ${literally(q).slice(1)} then 0 else 1 end`;

export const searchCustomers = (
  db: Db,
  { q, visible, limit }: Asked,
): Promise<{ tenantId: string; displayName: string; domain: string | null }[]> =>
  db
    .select({ tenantId: customers.tenantId, displayName: customers.displayName, domain: customers.domain })
    .from(customers)
    .where(
      and(
        isVisible(customers.tenantId, visible),
        or(
          ilike(customers.displayName, literally(q)),
          ilike(customers.domain, literally(q)),
          ilike(customers.tenantId, literally(q)),
        ),
      ),
    )
    .orderBy(beginsWith(customers.displayName, q), asc(sql`${customers.displayName} collate "und-x-icu"`))
    .limit(limit);

const row = subscriptionVerdicts;

/** Of the newest month that was judged. */
export const searchSubscriptions = (
  db: Db,
  period: string,
  { q, visible, limit }: Asked,
): Promise<{ subscriptionId: string; tenantId: string; displayName: string; customerName: string }[]> =>
  db
    .select({
      subscriptionId: row.subscriptionId,
      tenantId: row.tenantId,
      displayName: row.displayName,
      customerName: customers.displayName,
    })
    .from(row)
    .innerJoin(customers, eq(customers.tenantId, row.tenantId))
    .where(
      and(
        eq(row.period, period),
        isVisible(row.tenantId, visible),
        or(ilike(row.displayName, literally(q)), ilike(row.subscriptionId, literally(q))),
      ),
    )
    .orderBy(beginsWith(row.displayName, q), asc(sql`${row.displayName} collate "und-x-icu"`))
    .limit(limit);
