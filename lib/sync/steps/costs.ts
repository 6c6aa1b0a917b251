import {
  readCustomerCosts as queryCustomerCosts,
  readProfileCosts,
  type QueriedCosts,
  type TenantCostsPage,
} from '#lib/azure/costs/read.ts';
import type { Caller } from '#lib/azure/room.ts';
import { readExportedCosts } from '#lib/azure/costs/exports.ts';
import { readCostReport } from '#lib/azure/costs/report.ts';
import { dropFetched, placeOf, readCostFiles } from '#lib/costfiles/read.ts';
import type { CostFiles, CustomerCosts } from '#lib/core/cost-files.ts';
import { countSums } from '#lib/core/cost-series.ts';
import type { CostScope } from '#lib/core/cost-plan.ts';
import { COST_WAYS, type CostWay } from '#lib/core/facts.ts';
import type { TenantId } from '#lib/core/ids.ts';
import { parsePeriod, type Period } from '#lib/core/periods.ts';
import { monthsInPlay } from '#lib/core/sync-plan.ts';
import { saveCostWay } from '#lib/db/cost-ways.ts';
import type { ReadKey } from '#lib/db/reads.ts';
import { join } from 'node:path';
import { instant, type SyncDeps } from '../deps.ts';
import { failureOf, isOfMonthOnly, isWayRefused } from '../failures.ts';
import type { StepContext, StepResult } from '../step-context.ts';
import { ownersOf, type Owners } from './cost-owners.ts';
import { dimensionsOf, listCostScopes } from './cost-scopes.ts';

export type CostListeners = {
  /** Told once the way is known to be open, where its answer takes longer than that. */
  onAccepted: () => void;
  /** Of more urgent reads under way, to which it leaves their calls of each minute. */
  urgentScopes: () => readonly CostScope[];
};

const ALONE: CostListeners = { onAccepted: () => {}, urgentScopes: () => [] };

/** One month of cost of a billing profile or of one customer, by the way that was planned. */
export async function readCosts(context: StepContext, listeners = ALONE): Promise<StepResult> {
  const period = requirePeriod(context);
  const way = findWay(context.way);
  if (way === undefined) throw new Error('a cost step has no way');
  const owner = await ownersOf(context, period);
  const start = parseCursor(context.cursor);
  for (const [index, scope] of (await listCostScopes(context.deps.db, context.key)).entries()) {
    if (index < start.index) continue;
    const resume = index === start.index ? start.next : null;
    try {
      await readScope(context, { way, scope, period, resume, index, owner, ...listeners });
    } catch (error) {
      const isClosed = isWayRefused(error) && !isOfMonthOnly(failureOf(error, context.key));
      if (isClosed && isInPlay(context, period)) await remember(context, { way, scope, error });
      throw error;
    }
    await remember(context, { way, scope, error: null });
  }
  return owner.result();
}

const findWay = (text: string | null): CostWay | undefined => COST_WAYS.find((one) => one === text);

/** No export of a year ago does not mean that there is none now. */
const isInPlay = ({ deps }: StepContext, period: Period): boolean =>
  monthsInPlay(instant(deps)).includes(period);

type Reading = {
  way: CostWay;
  scope: CostScope;
  period: Period;
  resume: string | null;
  index: number;
  owner: Owners;
} & CostListeners;

function readScope(context: StepContext, reading: Reading): Promise<void> {
  switch (reading.way) {
    case 'export':
      return readFiles(context, reading, readExportedCosts);
    case 'report-profile':
    case 'report-customer':
      return readFiles(context, reading, readCostReport);
    case 'query-profile':
    case 'query-customer':
      return readQuery(context, reading);
  }
}

type Fetch = typeof readCostReport;

/**
 * Files are read from their beginning after a crash: their sums come in another order each time. Those that were
 * fetched stay until the step has ended, so that they are not asked for again.
 */
async function readFiles(context: StepContext, reading: Reading, fetchFiles: Fetch): Promise<void> {
  const { way, scope, period, owner, onAccepted } = reading;
  const place = placeOf(context.deps.dataDir, { way, scope, period });
  // Parts of another reading, which may be of another run, are none of this one's.
  const folder = join(place.incoming, context.readId);
  const files: CostFiles = await fetchFiles(context.caller(), { scope, period, onAccepted }, folder);
  for await (const customers of inPages(readCostFiles(files, place))) {
    const sums = {
      days: customers.flatMap(({ tenantId, days }) => named(days, tenantId)),
      names: customers.flatMap(({ tenantId, names }) => named(names, tenantId)),
    };
    context.done += countSums(sums.days);
    await context.storePage((tx) => owner.saveSeries(tx, sums), { done: context.done });
  }
}

/** What was fetched for a step that has ended. */
export async function dropFetchedCosts(deps: SyncDeps, key: ReadKey, planned: string | null): Promise<void> {
  const [way, period] = [findWay(planned), parsePeriod(key.period)];
  if (way === undefined || period === null || !FILE_WAYS.has(way)) return;
  for (const scope of await listCostScopes(deps.db, key)) {
    await dropFetched(placeOf(deps.dataDir, { way, scope, period }));
  }
}

const FILE_WAYS: ReadonlySet<CostWay> = new Set(['export', 'report-profile', 'report-customer']);

/** Most customers have few rows, and each transaction has its price. */
const ROWS_TOGETHER = 2_000;

async function* inPages(batches: AsyncIterable<CustomerCosts>): AsyncGenerator<CustomerCosts[]> {
  let page: CustomerCosts[] = [];
  let rows = 0;
  for await (const batch of batches) {
    page.push(batch);
    rows += countSums(batch.days) + countSums(batch.names);
    if (rows < ROWS_TOGETHER) continue;
    yield page;
    [page, rows] = [[], 0];
  }
  if (page.length > 0) yield page;
}

const named = <Row>(rows: readonly Row[], tenantId: TenantId | null) =>
  rows.map((row) => ({ ...row, tenantId }));

async function readQuery(context: StepContext, reading: Reading): Promise<void> {
  const { scope, period, resume, index, owner, urgentScopes } = reading;
  const dimensions = await dimensionsOf(context, scope);
  const asked = { period, dimensions, resume, knownTenant: owner.knownTenant };
  const caller = { ...context.caller(), urgentScopes };
  for await (const { rows, next } of queryPages(caller, scope, asked)) {
    context.done += rows.length;
    const cursor = next === null ? `${index + 1} ` : `${index} ${next}`;
    await context.storePage((tx) => owner.save(tx, rows), {
      done: context.done,
      cursor,
    });
  }
}

async function* queryPages(
  caller: Caller,
  scope: CostScope,
  asked: QueriedCosts & Pick<Owners, 'knownTenant'>,
): AsyncGenerator<TenantCostsPage> {
  if (scope.kind === 'profile') return yield* readProfileCosts(caller, scope, asked);
  for await (const { rows, next } of queryCustomerCosts(caller, scope, asked)) {
    yield { rows: named(rows, null), next };
  }
}

function requirePeriod({ key }: Pick<StepContext, 'key'>): Period {
  const period = parsePeriod(key.period);
  if (period === null) throw new Error('a cost step has no month');
  return period;
}

type Tried = { way: CostWay; scope: CostScope; error: unknown };

/** What came of a way is kept, so that it is tried once and shown. */
async function remember({ deps, key }: StepContext, { way, scope, error }: Tried): Promise<void> {
  await saveCostWay(deps.db, {
    billingAccountName: scope.billingAccountName,
    billingProfileName: scope.kind === 'profile' ? scope.billingProfileName : '',
    customerId: scope.kind === 'customer' ? scope.customerId : '',
    way,
    permitted: error === null,
    failure: error === null ? null : failureOf(error, key),
    triedAt: instant(deps),
  });
}

/** '<scope, counted from 0> <link to its next page>' */
function parseCursor(cursor: string | null): { index: number; next: string | null } {
  if (cursor === null) return { index: 0, next: null };
  const space = cursor.indexOf(' ');
  return { index: Number(cursor.slice(0, space)), next: cursor.slice(space + 1) || null };
}
