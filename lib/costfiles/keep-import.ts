import type { DuckDBConnection } from '@duckdb/node-api';
import { mkdir, rm } from 'node:fs/promises';
import { parseSubscriptionId, parseTenantId } from '#lib/core/ids.ts';
import { tellFileReason } from '#lib/core/file-reasons.ts';
import { IS_AMOUNT } from './amounts.ts';
import { hasControlMarks } from './cell-forms.ts';
import { CostFileFailure, namedMemory, unreadableBy } from './failure.ts';
import type { CostFileKind } from './file-kinds.ts';
import { keepNumbered } from './keep-numbered.ts';
import { keepAsTheyCame, selectKeptLines } from './kept-lines.ts';
import { monthsIn, wholeMonths, type HeldMonth } from './months.ts';
import { joinAlike, kindOf, sourceOf, type Source } from './part-sources.ts';
import type { Prepared } from './prepare.ts';
import { DAYS, sumLines } from './sums.ts';

/** What was kept of a file, and what was not. */
export type KeptLines = { kind: CostFileKind; rejected: number };
export type Kept = KeptLines & { months: readonly HeldMonth[] };

export type KeepPlace = {
  /** The folder that its lines stay in. */
  kept: string;
  /** For lines that were rejected, one by one. */
  rejects: string;
  /** Of our own, for what is needed on the way. */
  folder: string;
  signal: AbortSignal;
};

const isFound = (source: Source | null): source is Source => source !== null;

/**
 * Keeps the lines of what was given, and sums them. Nearly always the database reads them all by itself, in one scan;
 * where it does not, each line is looked at, and those that cannot be read are put aside.
 */
export async function keepFile(
  connection: DuckDBConnection,
  prepared: Prepared,
  place: KeepPlace,
): Promise<Kept> {
  try {
    const sources: (Source | null)[] = [];
    for (const part of prepared.parts) sources.push(await sourceOf(connection, part));
    const known = sources.filter(isFound);
    const kind = known.length === sources.length ? kindOf(known) : null;
    const months = kind === null ? null : await keepAtOnce(connection, known, { kind, place });
    const kept =
      kind === null || months === null
        ? await keepOneByOne(connection, prepared, place)
        : { kind, rejected: 0, months };
    requirePromised(kept, prepared.rows);
    return kept;
  } catch (error) {
    await rm(place.kept, { recursive: true, force: true });
    place.signal.throwIfAborted();
    throw unreadableBy(error);
  }
}

type AtOnce = { kind: CostFileKind; place: KeepPlace };

/** The months of the file, where every line was read and understood. */
async function keepAtOnce(
  connection: DuckDBConnection,
  sources: readonly Source[],
  { kind, place }: AtOnce,
): Promise<HeldMonth[] | null> {
  await mkdir(place.kept, { recursive: true });
  try {
    const use = (select: string): Promise<void> => sumLines(connection, select);
    await keepAsTheyCame(connection, joinAlike(sources), { folder: place.kept, use });
  } catch (error) {
    place.signal.throwIfAborted();
    if (namedMemory(error) !== error) throw error;
    // What is amiss is told line by line by the slower way.
    return null;
  }
  if (await hasFault(connection)) return null;
  const months = await monthsIn(connection, DAYS);
  return wholeMonths(kind, months).fragments.length === 0 ? months : null;
}

async function keepOneByOne(
  connection: DuckDBConnection,
  { parts }: Prepared,
  place: KeepPlace,
): Promise<Kept> {
  await rm(place.kept, { recursive: true, force: true });
  const kept = await keepNumbered(connection, parts, place);
  const select = await selectKeptLines(connection, place.kept);
  if (select === null) throw new Error('lines were kept and are not there');
  await sumLines(connection, select);
  return { ...kept, months: await monthsIn(connection, DAYS) };
}

/** Each line is in the sums, so what no line may be shows there: no sum is of a line that is not understood. */
const FAULTS = `select 1 from parts
    where "isDay" and ("day" is null or "day" < date '2010-01-01' or "day" >= date '2100-01-01')
  union all
  select 1 from classes where not regexp_matches("oddNet", ${IS_AMOUNT})
    or not regexp_matches("oddUsd", ${IS_AMOUNT}) or not regexp_matches("currency", '^[A-Z]{3}$')`;

const NAMES =
  'select "resourceGroup" from parts where not "isDay" union select "service" from parts where not "isDay"';

async function hasFault(connection: DuckDBConnection): Promise<boolean> {
  const faults = await connection.runAndReadAll(`${FAULTS} limit 1`);
  if (faults.currentRowCount > 0) return true;
  const names = await connection.runAndReadAll(NAMES);
  if (names.getRows().flat().map(String).some(hasControlMarks)) return true;
  const owners = await connection.runAndReadAll('select "tenantId", "subscriptionId" from owners');
  return owners
    .getRows()
    .map((row) => row.map(String))
    .some(
      ([tenantId = '', subscriptionId = '']) =>
        (tenantId !== '' && parseTenantId(tenantId) === null) ||
        (subscriptionId !== '' && parseSubscriptionId(subscriptionId) === null),
    );
}

/** A manifest tells how many lines there are: a file that lacks some is not whole. */
function requirePromised({ months, rejected }: Kept, rows: number | null): void {
  if (rows === null) return;
  const lines = months.reduce((sum, month) => sum + month.lines, rejected);
  if (lines === rows) return;
  throw new CostFileFailure(tellFileReason('lines-missing', { rows, lines }));
}
