import { requireDecimal } from '#lib/core/money.ts';
import type { Period } from '#lib/core/periods.ts';
import {
  compareCosts,
  compareCustomers,
  compareSubscriptions,
  compareTenants,
  type CurrencyTotals,
  type SourceCheck,
} from '#lib/core/source-checks.ts';
import type { Source } from '#lib/core/statuses.ts';
import { isOpen, monthsInPlay } from '#lib/core/sync-plan.ts';
import type { Db } from '#lib/db/db.ts';
import { dropOldSamples } from '#lib/db/cost-samples.ts';
import { listUnidentified } from '#lib/db/customers.ts';
import { findSourceRead, ownRead } from '#lib/db/reads.ts';
import {
  dropSourceChecks,
  listCostSums,
  listCustomerNames,
  listSubscriptionIds,
  saveSourceCheck,
  type CheckKey,
  type CostSum,
} from '#lib/db/source-checks.ts';
import { instant } from './deps.ts';
import { inOwnRun } from './own-run.ts';
import type { RunContext } from './run-step.ts';

type Found = { key: CheckKey; found: SourceCheck };

const MADE_HERE = ['billed-customers', 'billed-tenants', 'billed-subscriptions', 'cost-by-two-ways'] as const;

/** Holds sources against each other that tell of the same thing, once all of them have been read. */
export async function checkSources(run: RunContext): Promise<void> {
  const { deps } = run;
  const now = instant(deps);
  const periods = monthsInPlay(now);
  const found = [...(await checkBilling(deps.db, periods)), ...(await checkCosts(deps.db, periods, now))];
  await inOwnRun(run, async (tx) => {
    for (const check of MADE_HERE) await dropSourceChecks(tx, check);
    await dropOldSamples(tx);
    for (const one of found) await saveSourceCheck(tx, one.key, one.found, now);
  });
}

async function isRead(db: Db, source: Source): Promise<boolean> {
  const read = await findSourceRead(db, ownRead(source));
  return read !== null && read.currentReadId !== null && read.outcome === 'done';
}

const ofAll = (check: CheckKey['check']): CheckKey => ({ check, tenantId: '', period: '' });

async function checkBilling(db: Db, periods: readonly Period[]): Promise<Found[]> {
  const found: Found[] = [];
  const areCustomersRead = await isRead(db, 'billing-customers');
  if (areCustomersRead) {
    found.push({ key: ofAll('billed-tenants'), found: compareTenants(await listUnidentified(db)) });
  }
  if (!(await isRead(db, 'billing-subscriptions'))) return found;
  if (areCustomersRead) {
    const { named, listed } = await listCustomerNames(db);
    found.push({ key: ofAll('billed-customers'), found: compareCustomers(named, listed) });
  }
  const ids = await listSubscriptionIds(db, periods);
  return [...found, { key: ofAll('billed-subscriptions'), found: compareSubscriptions(ids) }];
}

/** What was read at moments further apart says nothing of an open month. */
const NEAR_MS = 24 * 3_600_000;

async function checkCosts(db: Db, periods: readonly Period[], now: string): Promise<Found[]> {
  const found: Found[] = [];
  for (const period of periods) {
    const open = isOpen(period, now);
    for (const [tenantId, sums] of Map.groupBy(await listCostSums(db, period), (row) => row.tenantId)) {
      const [own, profile] = [sums.filter(isOwn), sums.filter((row) => !isOwn(row))];
      if (own.length === 0 || profile.length === 0 || (open && !areNear(sums))) continue;
      const key = { check: 'cost-by-two-ways', tenantId, period } as const;
      found.push({ key, found: compareCosts(totalsOf(own), totalsOf(profile), { open }) });
    }
  }
  return found;
}

const isOwn = ({ of }: CostSum): boolean => of === 'customer';

function areNear(sums: readonly CostSum[]): boolean {
  const times = sums.map(({ asOf }) => Date.parse(asOf));
  return Math.max(...times) - Math.min(...times) <= NEAR_MS;
}

const totalsOf = (sums: readonly CostSum[]): CurrencyTotals =>
  new Map(sums.map(({ currency, net }) => [currency, requireDecimal(net)]));
