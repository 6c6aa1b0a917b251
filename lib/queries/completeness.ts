import 'server-only';
import { CHECKED_SOURCE } from '#lib/core/source-checks.ts';
import { SOURCES, type Source } from '#lib/core/statuses.ts';
import {
  countCostCoverage,
  listFailedReads,
  summariseReadsBySource,
  type FailedRead,
  type ReadsAsked,
  type ReadSummary,
} from '#lib/db/read-summaries.ts';
import type { SourceRead } from '#lib/db/reads.ts';
import type { StoredCheck } from '#lib/db/source-checks.ts';
import { listJudgedPeriods } from '#lib/db/verdicts.ts';
import type { QueryContext } from './context.ts';
import { keptAnswer } from './kept-answers.ts';
import { listVisibleChecks } from './source-checks.ts';
import type { Completeness, SourceFailure } from './schemas/shared.ts';

/** More would make every answer as long as the partner has customers; `failed` counts them all. */
const FAILURES_OF_EACH = 50;

/** How complete each source is: of one customer (and the shared ones), or of all. Costs count for the month. */
export const getCompleteness = (
  context: QueryContext,
  period: string,
  tenantId?: string,
): Promise<Completeness[]> =>
  keptAnswer(context, `completeness ${period} ${tenantId ?? ''}`, () =>
    readCompleteness(context, { period, visible: context.visible, tenantId: tenantId ?? null }),
  );

async function readCompleteness(context: QueryContext, asked: ReadsAsked): Promise<Completeness[]> {
  const { db } = context;
  const summaries = new Map((await summariseReadsBySource(db, asked)).map((row) => [row.source, row]));
  const failures = Map.groupBy(await listFailedReads(db, asked, FAILURES_OF_EACH), ({ source }) => source);
  const costs = await countCostCoverage(db, asked);
  // What files brought is judged too, and asked Azure for nothing.
  const asksAzure = [...summaries.keys()].some((source) => source !== 'costs');
  const judged = asksAzure && (await listJudgedPeriods(db)).length > 0;
  const checks = (await listVisibleChecks(context)).filter((row) => isOf(row, asked));
  return SOURCES.map((source) =>
    summarise(source, {
      reads: summaries.get(source) ?? null,
      failures: failures.get(source) ?? [],
      costs: source === 'costs' ? costs : null,
      notNeeded: judged && WHERE_NEEDED.has(source),
      checks: checks.filter(({ check }) => CHECKED_SOURCE[check] === source),
    }),
  );
}

const isOf = ({ differing, period, tenantId }: StoredCheck, asked: ReadsAsked): boolean =>
  differing > 0 &&
  (period === '' || period === asked.period) &&
  (tenantId === '' || asked.tenantId === null || tenantId === asked.tenantId);

/** Read only where something makes them matter: a run that has judged and asked for none needed none. */
const WHERE_NEEDED: ReadonlySet<Source> = new Set([
  'resource-groups',
  'delegation-definitions',
  'delegations',
  'role-assignments',
  'role-definitions',
  'customer-subscriptions',
  'customer-delegations',
  'customer-role-assignments',
  'customer-identities',
  'marketplace-offers',
  'deny-assignments',
  'role-schedules',
]);

type Asked = {
  reads: ReadSummary | null;
  failures: readonly FailedRead[];
  costs: { expected: number; covered: number } | null;
  notNeeded: boolean;
  /** Where another source says otherwise. */
  checks: readonly StoredCheck[];
};

function summarise(source: Source, { reads, failures, costs, notNeeded, checks }: Asked): Completeness {
  const counted = {
    expected: costs?.expected ?? reads?.reads ?? 0,
    read: costs?.covered ?? reads?.held ?? 0,
  };
  return {
    source,
    ...(reads === null
      ? { status: notNeeded ? 'complete' : 'never', expected: notNeeded ? 0 : null, read: 0 }
      : { status: checkedStatus(statusOf(reads, counted), checks), ...counted }),
    rows: reads?.rows ?? 0,
    rowsExpected: reads?.rowsExpected ?? null,
    rowsRead: reads?.rowsRead ?? null,
    asOf: reads?.asOf ?? null,
    failed: (reads?.failed ?? 0) + checks.length,
    failures: [...failures.flatMap(failureOf), ...checks.slice(0, FAILURES_OF_EACH).map(differenceOf)],
  };
}

const checkedStatus = (
  status: Completeness['status'],
  checks: readonly StoredCheck[],
): Completeness['status'] => (status === 'complete' && checks.length > 0 ? 'partial' : status);

const differenceOf = (check: StoredCheck): SourceFailure => ({
  tenantId: check.tenantId === '' ? null : check.tenantId,
  displayName: check.displayName,
  kind: 'sources-differ',
  message: check.example ?? `${check.differing} of ${check.compared} differ from another source`,
  ...{ code: null, missingRight: null, at: check.checkedAt },
});

/** What one way could not bring, another may have: of cost it counts which customers are covered. */
function statusOf(
  { reads, held, done }: ReadSummary,
  { expected, read }: { expected: number; read: number },
): Completeness['status'] {
  if (read >= expected && done === reads) return 'complete';
  return held === 0 ? 'failed' : 'partial';
}

function failureOf({ tenantId, displayName, failure, attemptedAt }: FailedRead): SourceFailure[] {
  if (failure === null) return [];
  const { kind, message, code, missingRight } = failure;
  return [
    {
      tenantId: tenantId === '' ? null : tenantId,
      displayName,
      kind,
      message,
      code,
      missingRight,
      at: attemptedAt,
    },
  ];
}

type Billable = { billingCustomerId: string | null };

const isBilled = ({ billingCustomerId }: Billable): boolean => billingCustomerId !== null;

/** Sources that were asked for a customer and hold nothing, and cost where none of the month counts. */
export function unreadSources(reads: readonly SourceRead[], customer: Billable, hasCost: boolean): Source[] {
  const empty = new Set<Source>(
    reads.flatMap(({ source, currentReadId }) =>
      currentReadId === null && source !== 'costs' ? [source] : [],
    ),
  );
  return SOURCES.filter(
    (source) => empty.has(source) || (source === 'costs' && isBilled(customer) && !hasCost),
  );
}
