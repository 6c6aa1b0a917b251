import type { DuckDBConnection } from '@duckdb/node-api';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { areTooMany, type FileMonth } from '#lib/core/file-months.ts';
import { tellFileReason } from '#lib/core/file-reasons.ts';
import { IS_AMOUNT } from './amounts.ts';
import { dateOrderTests, type DateOrder } from './cell-forms.ts';
import { CostFileFailure } from './failure.ts';
import type { CostFileKind } from './file-kinds.ts';
import { cellOf, copyLines, selectOf } from './keep-lines.ts';
import type { KeepPlace, KeptLines } from './keep-import.ts';
import { KEPT_ROWS_PER_GROUP, OURS } from './kept-lines.ts';
import { monthsIn, wholeMonths } from './months.ts';
import { numberLines, type NumberedPart } from './numbered.ts';
import { kindOf, linesOf, numberedParquet, numberedSourceOf, type Source } from './part-sources.ts';
import { LINE_COLUMN, type Part } from './prepare.ts';
import { firstReject, writeRejects, type RejectSources } from './rejects.ts';
import { quoteName, quoteText } from './scanner.ts';

const GUID = `'^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'`;

/** The first column of a line that is not understood; null for a line that is. */
const FAULT = `case
  when "day" is null or "day" < '2010-01-01' or "day" >= '2100-01-01' then 'day'
  when not regexp_matches("net", ${IS_AMOUNT}) then 'net'
  when "netUsd" <> '' and not regexp_matches("netUsd", ${IS_AMOUNT}) then 'netUsd'
  when not regexp_matches("currency", '^[A-Z]{3}$') then 'currency'
  when "tenantId" <> '' and not regexp_matches("tenantId", ${GUID}) then 'tenantId'
  when "subscriptionId" <> '' and not regexp_matches("subscriptionId", ${GUID}) then 'subscriptionId'
  end`;

type Numbered = { sources: Source[]; unparted: number };

async function numberParts(
  connection: DuckDBConnection,
  parts: readonly Part[],
  { folder, signal }: KeepPlace,
): Promise<Numbered> {
  const sources: Source[] = [];
  let unparted = 0;
  for (const [index, part] of parts.entries()) {
    if (part.form === 'parquet') sources.push(await numberedParquet(connection, part));
    else {
      const numbered: NumberedPart = await numberLines(part, join(folder, `numbered-${index}`), signal);
      unparted += numbered.faults;
      if (numbered.lines > numbered.faults) sources.push(numberedSourceOf(numbered));
      else if (numbered.lines > 0) throw new CostFileFailure(tellFileReason('no-line-readable', {}));
    }
  }
  if (sources.length === 0) throw new CostFileFailure(tellFileReason('no-lines', {}));
  return { sources, unparted };
}

/** Days come first where some number in their place is too large for a month, and none in the other is. */
async function orderIn(connection: DuckDBConnection, sources: readonly Source[]): Promise<DateOrder> {
  let dayFirst = false;
  let monthFirst = false;
  for (const { layout, source } of sources) {
    const tests = dateOrderTests(cellOf(layout.found.day)).map((test) => `coalesce(bool_or(${test}), false)`);
    const found = await connection.runAndReadAll(`select ${tests.join(', ')} from ${source}`);
    const [row = []] = found.getRows();
    dayFirst ||= row[0] === true;
    monthFirst ||= row[1] === true;
  }
  return dayFirst && !monthFirst ? 'day-first' : 'month-first';
}

/** Keeps the lines that are understood, and writes down the others, each with its number and what is wrong. */
export async function keepNumbered(
  connection: DuckDBConnection,
  parts: readonly Part[],
  place: KeepPlace,
): Promise<KeptLines> {
  const { sources, unparted } = await numberParts(connection, parts, place);
  const kind = kindOf(sources);
  const order = await orderIn(connection, sources);
  const selects = sources.map((source) => {
    const lines = linesOf(source);
    const part = parts.indexOf(source.part);
    return selectOf(lines, order).replace(
      /^select /,
      `select ${part} as "part", ${quoteName(LINE_COLUMN)}::bigint as "line", `,
    );
  });
  const all = join(place.folder, 'all.parquet');
  try {
    const faulty = `select * replace ("day"::date as "day"), ${FAULT} as "fault" from (${selects.join(' union all ')})`;
    await copyLines(connection, faulty, { parquet: all });
    const months = await monthsIn(
      connection,
      `select "day", 1 as "lines" from read_parquet(${quoteText(all)}) where "fault" is null`,
    );
    await requireEnough({ connection, place, parts, sources }, { all, unparted });
    const { fragments } = wholeMonths(kind, months);
    return await keepWhole(connection, { all, kind, parts, sources, fragments }, place);
  } finally {
    await rm(all, { force: true });
  }
}

type Gathered = {
  all: string;
  kind: CostFileKind;
  parts: readonly Part[];
  sources: readonly Source[];
  fragments: readonly FileMonth[];
};

async function requireEnough(
  given: RejectSources,
  { all, unparted }: { all: string; unparted: number },
): Promise<void> {
  const counted = await given.connection.runAndReadAll(
    `select count(*)::integer, count("fault")::integer from read_parquet(${quoteText(all)})`,
  );
  const [whole, faults] = (counted.getRows()[0] ?? []).map(Number);
  const lines = (whole ?? 0) + unparted;
  const rejected = (faults ?? 0) + unparted;
  if (!areTooMany(rejected, lines)) return;
  const first = await firstReject(given, all);
  throw new CostFileFailure(tellFileReason('too-many-unreadable', { rejected, lines, first }));
}

const inMonths = (fragments: readonly FileMonth[]): string =>
  fragments.length === 0
    ? 'false'
    : `strftime("day", '%Y-%m') in (${fragments.map(({ period }) => quoteText(period)).join(', ')})`;

async function keepWhole(
  connection: DuckDBConnection,
  { all, kind, parts, sources, fragments }: Gathered,
  place: KeepPlace,
): Promise<KeptLines> {
  const isOther = inMonths(fragments);
  const rejected = await writeRejects(
    { connection, place, parts, sources },
    {
      fragments,
      select: `select "part", "line", coalesce("fault", strftime("day", '%Y-%m')) as "fault"
        from read_parquet(${quoteText(all)}) where "fault" is not null or ${isOther} order by "part", "line"`,
    },
  );
  await copyLines(
    connection,
    `select * exclude ("part", "line", "fault") from read_parquet(${quoteText(all)})
       where "fault" is null and not (${isOther})`,
    { parquet: join(place.kept, OURS), rowsPerGroup: KEPT_ROWS_PER_GROUP },
  );
  return { kind, rejected };
}
