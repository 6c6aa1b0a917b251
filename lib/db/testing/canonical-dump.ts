import { getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import type { Db } from '../db.ts';
import * as schema from '../schema.ts';

/**
 * One row of the store as text, the same on both databases whatever the order of writing:
 * - the id of a read is the read's key, or ORPHAN where no current read has it; a finding's id is its subscription
 *   and cause; numbers that count rows are left out;
 * - every instant between `from` and `until`, in columns, JSON and texts, is the time of some reading: '<read>'.
 */
export type DumpLine = {
  table: string;
  /** Read that brought it: '<source>/<tenant>/<month>/<scope>'; null: it is no fact of a read. */
  read: string | null;
  /** Customer that it is about; null: it has none. */
  tenantId: string | null;
  text: string;
};

export type DumpedTime = { from: string; until: string };

export const ORPHAN = 'no current read';

/** How the store came to be as it is: runs, what they tried, and people. Not what it holds. */
const WORK = new Set([
  'sync_runs',
  'sync_steps',
  'sync_workers',
  'throttle_budgets',
  'list_versions',
  // Of a sample, which is another one each time.
  'source_checks',
  'sync_calls',
  'sync_waits',
  'kept_answers',
  'sessions',
  'used_once',
  'audit_entries',
  'people',
  'cost_ways',
]);
const HISTORY = new Set(['changes', 'finding_events', 'first_seen']);

type Row = Record<string, unknown>;

const keyOf = (row: Row, ...names: string[]): string => names.map((name) => String(row[name])).join('/');

/** Of a call, as Azure ends its messages with it. */
const TRACE = /Trace ID: \S+ Correlation ID: \S+ Timestamp: \S+ [\d:]+Z/g;
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;

function withoutTimes(text: string, { from, until }: DumpedTime): string {
  return text.replaceAll(TRACE, '<trace>').replaceAll(INSTANT, (instant) => {
    const at = Date.parse(instant);
    return at >= Date.parse(from) && at <= Date.parse(until) ? '<read>' : instant;
  });
}

/** Every row of facts, verdicts and leading findings, and with `history` what happened to any; in a fixed order. */
export async function dumpStore(
  db: Db,
  time: DumpedTime,
  { history = false }: { history?: boolean } = {},
): Promise<DumpLine[]> {
  const reads = new Map(
    (await db.select().from(schema.sourceReads)).map((row) => [
      row.currentReadId,
      keyOf(row, 'source', 'tenantId', 'period', 'scope'),
    ]),
  );
  const findings = await db.select().from(schema.findings);
  const found = new Map(findings.map((row) => [row.id, keyOf(row, 'tenantId', 'subscriptionId', 'cause')]));
  const past = new Set(findings.filter(({ leads }) => leads === 'no').map(({ id }) => id));
  const isPast = ({ id, findingId }: Row): boolean => past.has(String(findingId ?? id));
  const lines: DumpLine[] = [];
  for (const table of Object.values(schema).filter((one) => is(one, PgTable))) {
    const name = getTableName(table);
    if (WORK.has(name) || (HISTORY.has(name) && !history)) continue;
    // Any table of the schema: rows are looked at by the names of their columns only.
    for (const row of (await db.select().from(table)) as Row[]) {
      if (isEmptySum(name, row)) continue;
      if (history || !isPast(row)) lines.push(lineOf(name, row, { reads, found, time }));
    }
  }
  return lines.toSorted((left, right) => compare(left.text, right.text));
}

/** Sums of days are added to and taken from: one that nothing is left of counts for nothing. */
const isEmptySum = (table: string, { parts }: Row): boolean => table === 'partner_days' && parts === 0;

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

type Named = {
  reads: ReadonlyMap<string | null, string>;
  found: ReadonlyMap<string, string>;
  time: DumpedTime;
};

function lineOf(table: string, row: Row, { reads, found, time }: Named): DumpLine {
  const { readId, currentReadId, findingId, id, ...rest } = row;
  const isOfRead = typeof readId === 'string';
  const read = isOfRead ? (reads.get(readId) ?? ORPHAN) : null;
  const isSurrogate = typeof id === 'number' || found.has(String(id));
  const kept = {
    ...(isSurrogate || id === undefined ? {} : { id }),
    ...(findingId === undefined ? {} : { finding: found.get(String(findingId)) ?? ORPHAN }),
    ...(currentReadId === undefined ? {} : { current: currentReadId !== null }),
    ...rest,
  };
  const { tenantId } = rest;
  return {
    table,
    read: table === 'source_reads' ? keyOf(row, 'source', 'tenantId', 'period', 'scope') : read,
    tenantId: typeof tenantId === 'string' && tenantId !== '' ? tenantId : null,
    text: withoutTimes(`${table} ${read ?? ''} ${JSON.stringify(kept)}`, time),
  };
}

export const formatDump = (lines: readonly DumpLine[]): string =>
  lines.map(({ text }) => `${text}\n`).join('');
