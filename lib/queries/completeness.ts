import 'server-only';
import { SOURCES, type Source } from '#lib/core/statuses.ts';
import { listCustomers, type Customer } from '#lib/db/customers.ts';
import { listSourceReads, type SourceRead } from '#lib/db/reads.ts';
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
  return SOURCES.map((source) =>
    summarise(source, {
      reads: reads.filter((row) => row.source === source),
      expected: expectedReads(source, asked),
      names,
    }),
  );
}

function tenantsOf(
  tenantId: string | undefined,
  visible: Visibility,
  customers: readonly Customer[],
): readonly string[] | undefined {
  if (tenantId !== undefined) return ['', tenantId];
  return visible.kind === 'all' ? undefined : ['', ...customers.map((row) => row.tenantId)];
}

const OF_EACH_CUSTOMER: ReadonlySet<Source> = new Set([
  'customer-subscriptions',
  'delegations',
  'role-assignments',
  'customer-identities',
]);

type Billable = Pick<Customer, 'billingCustomerId'>;

const isBilled = ({ billingCustomerId }: Billable): boolean => billingCustomerId !== null;

/** One read for the partner, or one for each customer; links are read in both. */
function expectedReads(source: Source, customers: readonly Billable[]): number {
  if (source === 'costs') return customers.filter(isBilled).length;
  if (source === 'partner-links') return customers.length + 1;
  return OF_EACH_CUSTOMER.has(source) ? customers.length : 1;
}

type Asked = { reads: readonly SourceRead[]; expected: number; names: ReadonlyMap<string, string> };

function summarise(source: Source, { reads, expected, names }: Asked): Completeness {
  const held = reads.filter(({ currentReadId }) => currentReadId !== null);
  return {
    source,
    status: statusOf({ reads, expected }, held),
    expected: reads.length === 0 ? null : Math.max(expected, reads.length),
    read: held.length,
    rows: held.reduce((total, row) => total + row.rows, 0),
    asOf: held.flatMap(({ asOf }) => asOf ?? []).sort()[0] ?? null,
    failures: reads.flatMap((row) => failureOf(row, names)),
  };
}

function statusOf(
  { reads, expected }: Pick<Asked, 'reads' | 'expected'>,
  held: readonly SourceRead[],
): Completeness['status'] {
  if (reads.length === 0) return 'never';
  if (reads.length >= expected && reads.every(({ outcome }) => outcome === 'done')) return 'complete';
  return held.length === 0 ? 'failed' : 'partial';
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

/** Sources of which nothing complete is held for a customer. */
export function unreadSources(reads: readonly SourceRead[], customer: Billable): Source[] {
  const held = new Set(
    reads.flatMap(({ source, currentReadId }) => (currentReadId === null ? [] : [source])),
  );
  const due = SOURCES.filter(
    (source) => OF_EACH_CUSTOMER.has(source) || (source === 'costs' && isBilled(customer)),
  );
  return due.filter((source) => !held.has(source));
}
