import { and, inArray, sql } from 'drizzle-orm';
import type { CostClass } from '#lib/core/cost-classes.ts';
import { sumOrUnknown } from './costs.ts';
import type { Db } from './db.ts';
import { customerCosts, partnerDays } from './schema.ts';
import { isVisible, type Visibility } from './visible-customers.ts';

export type MonthSum = {
  period: string;
  currency: string;
  costClass: CostClass;
  net: string;
  credit: string | null;
};

/** Sums of months by currency and class. Of all customers the partner's days hold them, whose number does not grow with theirs. */
export const listMonthSums = (db: Db, periods: readonly string[], visible: Visibility): Promise<MonthSum[]> =>
  visible.kind === 'all' ? sumPartnerDays(db, periods) : sumCustomerCosts(db, periods, visible);

const sumPartnerDays = (db: Db, periods: readonly string[]): Promise<MonthSum[]> =>
  db
    .select({
      period: partnerDays.period,
      currency: partnerDays.currency,
      costClass: partnerDays.costClass,
      net: sql<string>`sum(${partnerDays.net})`,
      credit: sql<
        string | null
      >`case when sum(${partnerDays.untold}) = 0 then sum(${partnerDays.credit}) end`,
    })
    .from(partnerDays)
    .where(inArray(partnerDays.period, [...periods]))
    .groupBy(partnerDays.period, partnerDays.currency, partnerDays.costClass)
    .having(sql`sum(${partnerDays.parts}) > 0`);

const sumCustomerCosts = (db: Db, periods: readonly string[], visible: Visibility): Promise<MonthSum[]> =>
  db
    .select({
      period: customerCosts.period,
      currency: customerCosts.currency,
      costClass: customerCosts.costClass,
      net: sql<string>`sum(${customerCosts.net})`,
      credit: sumOrUnknown(customerCosts.credit),
    })
    .from(customerCosts)
    .where(and(inArray(customerCosts.period, [...periods]), isVisible(customerCosts.tenantId, visible)))
    .groupBy(customerCosts.period, customerCosts.currency, customerCosts.costClass);
