import 'server-only';
import { CHECKED_SOURCE } from '#lib/core/source-checks.ts';
import { SOURCES, type Source } from '#lib/core/statuses.ts';
import { listCostedTenants } from '#lib/db/cost-list.ts';
import { listCustomers, type Customer } from '#lib/db/customers.ts';
import { listSourceReads, type SourceRead } from '#lib/db/reads.ts';
import type { StoredCheck } from '#lib/db/source-checks.ts';
import { listJudgedPeriods } from '#lib/db/verdicts.ts';
import type { Visibility } from '#lib/db/visible-customers.ts';
import type { QueryContext } from './context.ts';
import { listVisibleChecks } from './source-checks.ts';
import type { Completeness, SourceFailure } from './schemas/shared.ts';

/** How complete each source is: of one customer (and the shared ones), or of all. Costs count for the month. */
export async function getCompleteness(
  { db, visible }: QueryContext,
  period: string,
  tenantId?: string,
): Promise<Completeness[]> {
  const everybody = await listCustomers(db, visible);
  const asked = everybody.filter((row) => tenantId === undefined || row.tenantId === tenantId);
  const names = new Map(everybody.map((row) => [row.tenantId, row.displayName]));
  const reads = (await listSourceReads(db, tenantsOf(tenantId, visible, everybody))).filter(
    (row) => row.period === '' || row.period === period,
  );
  const costs = costsOf(asked, await listCostedTenants(db, period, visible));
  const judged = (await listJudgedPeriods(db)).length > 0;
  const checks = (await listVisibleChecks({ db, visible })).filter(
    (row) =>
      row.differing > 0 &&
      (row.period === '' || row.period === period) &&
      (row.tenantId === '' || tenantId === undefined || row.tenantId === tenantId),
  );
  return SOURCES.map((source) =>
    summarise(source, {
      reads: reads.filter((row) => row.source === source),
      costs: source === 'costs' ? costs : null,
      notNeeded: judged && WHERE_NEEDED.has(source),
      names,
      checks: checks.filter(({ check }) => CHECKED_SOURCE[check] === source),
    }),
  );
}

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

/** Billed customers, and how many of them have cost of the month that counts. */
type CostCoverage = { expected: number; covered: number };

function costsOf(customers: readonly Customer[], covered: ReadonlySet<string>): CostCoverage {
  const billed = customers.filter(isBilled);
  return {
    expected: billed.length,
    covered: billed.filter(({ tenantId }) => covered.has(tenantId)).length,
  };
}

function tenantsOf(
  tenantId: string | undefined,
  visible: Visibility,
  customers: readonly Customer[],
): readonly string[] | undefined {
  if (tenantId !== undefined) return ['', tenantId];
  return visible.kind === 'all' ? undefined : ['', ...customers.map((row) => row.tenantId)];
}

type Billable = Pick<Customer, 'billingCustomerId'>;

const isBilled = ({ billingCustomerId }: Billable): boolean => billingCustomerId !== null;

type Asked = {
  reads: readonly SourceRead[];
  costs: CostCoverage | null;
  notNeeded: boolean;
  names: ReadonlyMap<string, string>;
  /** Where another source says otherwise. */
  checks: readonly StoredCheck[];
};

function summarise(source: Source, { reads, costs, notNeeded, names, checks }: Asked): Completeness {
  const held = reads.filter(({ currentReadId }) => currentReadId !== null);
  const counted = {
    expected: costs?.expected ?? reads.length,
    read: costs?.covered ?? held.length,
  };
  return {
    source,
    ...(reads.length === 0
      ? { status: notNeeded ? 'complete' : 'never', expected: notNeeded ? 0 : null, read: 0 }
      : { status: checkedStatus(statusOf(reads, counted), checks), ...counted }),
    rows: held.reduce((total, row) => total + row.rows, 0),
    rowsExpected: sumOrNull(held.map(({ expectedRows }) => expectedRows)),
    rowsRead: sumOrNull(held.map(({ readRows }) => readRows)),
    asOf: held.flatMap(({ asOf }) => asOf ?? []).sort()[0] ?? null,
    failures: [
      ...reads.flatMap((row) => failureOf(row, names)),
      ...checks.map((check) => differenceOf(check, names)),
    ],
  };
}

/** A count of which a part is not known is not known. */
const sumOrNull = (counts: readonly (number | null)[]): number | null =>
  counts.reduce<number | null>(
    (total, count) => (total === null || count === null ? null : total + count),
    counts.length === 0 ? null : 0,
  );

const checkedStatus = (
  status: Completeness['status'],
  checks: readonly StoredCheck[],
): Completeness['status'] => (status === 'complete' && checks.length > 0 ? 'partial' : status);

function differenceOf(check: StoredCheck, names: ReadonlyMap<string, string>): SourceFailure {
  const tenantId = check.tenantId === '' ? null : check.tenantId;
  return {
    tenantId,
    displayName: tenantId === null ? null : (names.get(tenantId) ?? null),
    kind: 'sources-differ',
    message: check.example ?? `${check.differing} of ${check.compared} differ from another source`,
    ...{ code: null, missingRight: null, at: check.checkedAt },
  };
}

/** What one way could not bring, another may have: of cost it counts which customers are covered. */
function statusOf(
  reads: readonly SourceRead[],
  { expected, read }: { expected: number; read: number },
): Completeness['status'] {
  if (read >= expected && reads.every(({ outcome }) => outcome === 'done')) return 'complete';
  return reads.every(({ currentReadId }) => currentReadId === null) ? 'failed' : 'partial';
}

function failureOf(row: SourceRead, names: ReadonlyMap<string, string>): SourceFailure[] {
  if (row.failure === null) return [];
  const { kind, message, code, missingRight } = row.failure;
  const tenantId = row.tenantId === '' ? null : row.tenantId;
  return [
    {
      tenantId,
      displayName: tenantId === null ? null : (names.get(tenantId) ?? null),
      kind,
      message,
      code,
      missingRight,
      at: row.attemptedAt,
    },
  ];
}

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
