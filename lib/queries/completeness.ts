import 'server-only';
import { SOURCES, type Source } from '#lib/core/statuses.ts';
import { listCostedTenants } from '#lib/db/cost-list.ts';
import { listCustomers, type Customer } from '#lib/db/customers.ts';
import { listSourceReads, type SourceRead } from '#lib/db/reads.ts';
import { listJudgedPeriods } from '#lib/db/verdicts.ts';
import type { Visibility } from '#lib/db/visible-customers.ts';
import type { QueryContext } from './context.ts';
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
  return SOURCES.map((source) =>
    summarise(source, {
      reads: reads.filter((row) => row.source === source),
      costs: source === 'costs' ? costs : null,
      notNeeded: judged && WHERE_NEEDED.has(source),
      names,
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
};

function summarise(source: Source, { reads, costs, notNeeded, names }: Asked): Completeness {
  const held = reads.filter(({ currentReadId }) => currentReadId !== null);
  const counted = {
    expected: costs?.expected ?? reads.length,
    read: costs?.covered ?? held.length,
  };
  return {
    source,
    ...(reads.length === 0
      ? { status: notNeeded ? 'complete' : 'never', expected: notNeeded ? 0 : null, read: 0 }
      : { status: statusOf(reads, counted), ...counted }),
    rows: held.reduce((total, row) => total + row.rows, 0),
    asOf: held.flatMap(({ asOf }) => asOf ?? []).sort()[0] ?? null,
    failures: reads.flatMap((row) => failureOf(row, names)),
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
