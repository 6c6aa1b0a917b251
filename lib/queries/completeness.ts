import 'server-only';
import { SOURCES, type Source } from '#lib/core/statuses.ts';
import { listCustomers } from '#lib/db/customers.ts';
import { listSourceReads, type SourceRead } from '#lib/db/reads.ts';
import type { QueryContext } from './context.ts';
import type { Completeness, SourceFailure } from './schemas/shared.ts';

/** How complete each source is: of one customer (and the shared ones), or of all. Costs count for the month. */
export async function getCompleteness(
  { db }: QueryContext,
  period: string,
  tenantId?: string,
): Promise<Completeness[]> {
  const names = new Map((await listCustomers(db)).map((row) => [row.tenantId, row.displayName]));
  const reads = (await listSourceReads(db, tenantId === undefined ? undefined : ['', tenantId])).filter(
    (row) => row.period === '' || row.period === period,
  );
  return SOURCES.map((source) =>
    summarise(
      source,
      reads.filter((row) => row.source === source),
      names,
    ),
  );
}

function summarise(
  source: Source,
  reads: readonly SourceRead[],
  names: ReadonlyMap<string, string>,
): Completeness {
  const held = reads.filter(({ currentReadId }) => currentReadId !== null);
  return {
    source,
    status: statusOf(reads, held),
    expected: reads.length === 0 ? null : reads.length,
    read: held.length,
    rows: held.reduce((total, row) => total + row.rows, 0),
    asOf: held.flatMap(({ asOf }) => asOf ?? []).sort()[0] ?? null,
    failures: reads.flatMap((row) => failureOf(row, names)),
  };
}

function statusOf(reads: readonly SourceRead[], held: readonly SourceRead[]): Completeness['status'] {
  if (reads.length === 0) return 'never';
  if (reads.every(({ outcome }) => outcome === 'done')) return 'complete';
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
export const unreadSources = (reads: readonly SourceRead[]): Source[] =>
  SOURCES.filter((source) => reads.some((row) => row.source === source && row.currentReadId === null));
