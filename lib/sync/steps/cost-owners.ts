import { profileOfScope } from '#lib/core/cost-steps.ts';
import type { CostSeries, NamedSeries } from '#lib/core/cost-series.ts';
import type { DailyCost } from '#lib/core/facts.ts';
import type { SubscriptionId, TenantId } from '#lib/core/ids.ts';
import type { Period } from '#lib/core/periods.ts';
import { addCostDays, addCostNames, addDailyCosts, countOwnerless } from '#lib/db/costs.ts';
import { listSubscriptionTenants } from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import { tellStepReason } from '#lib/core/step-reasons.ts';
import { complete, type StepContext, type StepResult } from '../step-context.ts';

/** With the customer that they name, if they do. */
type Named<Row> = Row & { tenantId: TenantId | null };

/** The series of files. */
type Sums = { days: readonly Named<CostSeries>[]; names: readonly Named<NamedSeries>[] };

export type Owners = {
  /** As far as billing or a token of ours tells. */
  knownTenant: (subscriptionId: SubscriptionId) => TenantId | null;
  save: (tx: Db, rows: readonly Named<DailyCost>[]) => Promise<void>;
  saveSeries: (tx: Db, sums: Sums) => Promise<void>;
  /** Of all that is stored of the read, by whichever process. */
  result: () => Promise<StepResult>;
};

type Owned = { subscriptionId: SubscriptionId | null; tenantId: TenantId | null };

/** Whose a row is: the step's customer, whom the row names, or whose subscription it is as far as we know. */
export async function ownersOf({ deps, key, readId }: StepContext, period: Period): Promise<Owners> {
  const homes =
    key.tenantId === ''
      ? await listSubscriptionTenants(deps.db, profileOfScope(key.scope))
      : new Map<string, TenantId>();
  const withOwner = <Row extends Owned>(row: Row): Omit<Row, 'tenantId'> & { tenantId: TenantId | '' } => {
    const { subscriptionId } = row;
    const known = subscriptionId === null ? undefined : homes.get(subscriptionId);
    const tenantId = key.tenantId === '' ? (row.tenantId ?? known) : key.tenantId;
    return { ...row, tenantId: tenantId ?? '' };
  };
  return {
    knownTenant: (subscriptionId) => homes.get(subscriptionId) ?? null,
    save: (tx, rows) => addDailyCosts(tx, readId, rows.map(withOwner)),
    async saveSeries(tx, { days, names }) {
      await addCostDays(tx, readId, days.map(withOwner));
      await addCostNames(tx, readId, { period, rows: names.map(withOwner) });
    },
    async result() {
      const lost = key.tenantId === '' ? await countOwnerless(deps.db, readId) : 0;
      return lost === 0 ? complete : { incomplete: unknownOwners(lost) };
    },
  };
}

const unknownOwners = (count: number) => ({
  kind: 'unknown-customer',
  message: tellStepReason('ownerless-cost', { count }),
  missingRight: null,
  status: null,
  code: null,
});
