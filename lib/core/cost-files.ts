import type { CostSeries, NamedSeries } from './cost-series.ts';
import type { TenantId } from './ids.ts';
import type { Instant } from './periods.ts';

/** Files of one month of cost, fetched and complete; none where Azure has no cost to tell of. */
export type CostFiles = {
  paths: readonly string[];
  /** When Azure wrote them; null where it does not say. */
  writtenAt: Instant | null;
  /** Set where the files hold other billing profiles too: only its lines count. */
  billingProfileName: string | null;
};

/** Some of the sums of a customer's month, which may come in several batches: all of a subscription in one. */
export type CustomerCosts = {
  /** null: the lines do not say whose they are. */
  tenantId: TenantId | null;
  days: CostSeries[];
  /** By resource group, by service and by price. */
  names: NamedSeries[];
};
