import type { DuckDBConnection } from '@duckdb/node-api';
import { rename, rm } from 'node:fs/promises';
import { parseSubscriptionId, parseTenantId } from '#lib/core/ids.ts';
import { hasControlMarks } from './cell-forms.ts';
import { CostFileFailure, namedMemory, unreadableBy } from './failure.ts';
import type { CostFileKind } from './file-kinds.ts';
import { copyLines, IS_AMOUNT, selectOf } from './keep-lines.ts';
import { keepNumbered } from './keep-numbered.ts';
import { monthsIn, wholeMonths } from './months.ts';
import { joinAlike, kindOf, linesOf, sourceOf, type Source } from './part-sources.ts';
import type { Prepared } from './prepare.ts';
import { quoteText } from './scanner.ts';

/** What was kept of a file, and what was not. */
export type Kept = { kind: CostFileKind; rejected: number };

export type KeepPlace = {
  parquet: string;
  /** For lines that were rejected, one by one. */
  rejects: string;
  /** Of our own, for what is needed on the way. */
  folder: string;
  signal: AbortSignal;
};

const isFound = (source: Source | null): source is Source => source !== null;

/**
 * Keeps the lines of what was given in our columns. Nearly always the database reads them all by itself, in one scan;
 * where it does not, each line is looked at, and those that cannot be read are put aside.
 */
export async function keepFile(
  connection: DuckDBConnection,
  prepared: Prepared,
  place: KeepPlace,
): Promise<Kept> {
  const partial = `${place.parquet}.part`;
  try {
    const sources: (Source | null)[] = [];
    for (const part of prepared.parts) sources.push(await sourceOf(connection, part));
    const known = sources.filter(isFound);
    const kind = known.length === sources.length ? kindOf(known) : null;
    if (kind !== null && (await keepAtOnce(connection, known, { partial, kind, place }))) {
      await requirePromised(connection, { parquet: partial, rejected: 0, rows: prepared.rows });
      await rename(partial, place.parquet);
      return { kind, rejected: 0 };
    }
    const kept = await keepNumbered(connection, prepared.parts, place);
    await requirePromised(connection, {
      parquet: place.parquet,
      rejected: kept.rejected,
      rows: prepared.rows,
    });
    return kept;
  } catch (error) {
    place.signal.throwIfAborted();
    throw unreadableBy(error);
  } finally {
    await rm(partial, { force: true });
  }
}

type AtOnce = { partial: string; kind: CostFileKind; place: KeepPlace };

/** True where every line was read and understood. */
async function keepAtOnce(
  connection: DuckDBConnection,
  sources: readonly Source[],
  { partial, kind, place }: AtOnce,
): Promise<boolean> {
  const selects = joinAlike(sources).map((source) => selectOf(linesOf(source, { asWritten: true })));
  try {
    await copyLines(connection, selects.join(' union all '), partial);
  } catch (error) {
    place.signal.throwIfAborted();
    if (namedMemory(error) !== error) throw error;
    // What is amiss is told line by line by the slower way.
    return false;
  }
  if (await hasFault(connection, partial)) return false;
  const choice = wholeMonths(kind, await monthsIn(connection, `read_parquet(${quoteText(partial)})`));
  return choice.fragments.length === 0;
}

/** What was read as an exact amount is one. */
const noAmount = (column: 'net' | 'netUsd'): string =>
  `("${column}Exact" is null and "${column}" <> '' and not regexp_matches("${column}", ${IS_AMOUNT}))`;

const FAULT = [
  `"day" is null or "day" < '2010-01-01' or "day" >= '2100-01-01'`,
  `"net" = '' or ${noAmount('net')} or ${noAmount('netUsd')}`,
  `not regexp_matches("currency", '^[A-Z]{3}$')`,
].join(' or ');

async function hasFault(connection: DuckDBConnection, parquet: string): Promise<boolean> {
  const lines = `from read_parquet(${quoteText(parquet)})`;
  const faults = await connection.runAndReadAll(`select 1 ${lines} where ${FAULT} limit 1`);
  if (faults.currentRowCount > 0) return true;
  const names = await connection.runAndReadAll(`select distinct "resourceGroup", "service" ${lines}`);
  if (names.getRows().flat().map(String).some(hasControlMarks)) return true;
  const owners = await connection.runAndReadAll(`select distinct "tenantId", "subscriptionId" ${lines}`);
  return owners
    .getRows()
    .map((row) => row.map(String))
    .some(
      ([tenantId = '', subscriptionId = '']) =>
        (tenantId !== '' && parseTenantId(tenantId) === null) ||
        (subscriptionId !== '' && parseSubscriptionId(subscriptionId) === null),
    );
}

type Promised = { parquet: string; rejected: number; rows: number | null };

/** A manifest tells how many lines there are: a file that lacks some is not whole. */
async function requirePromised(
  connection: DuckDBConnection,
  { parquet, rejected, rows }: Promised,
): Promise<void> {
  if (rows === null) return;
  const counted = await connection.runAndReadAll(
    `select count(*)::integer from read_parquet(${quoteText(parquet)})`,
  );
  const lines = Number(counted.getRows()[0]?.[0]) + rejected;
  if (lines === rows) return;
  throw new CostFileFailure(
    `The manifest tells of ${rows} lines, and there are ${lines}: the export is not whole. Download all of its folder.`,
  );
}
