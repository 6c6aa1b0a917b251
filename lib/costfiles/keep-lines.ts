import type { DuckDBConnection } from '@duckdb/node-api';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { CostFiles } from '#lib/core/cost-files.ts';
import { IS_AMOUNT } from './amounts.ts';
import { dayForm, type DateOrder } from './cell-forms.ts';
import { COST_COLUMNS, layoutOf, type CostColumn, type CostLayout } from './columns.ts';
import type { ColumnType } from './column-types.ts';
import { csvSource } from './csv-source.ts';
import { CostFileFailure } from './failure.ts';
import { prepareFetched, type CsvPart, type Part } from './prepare.ts';
import { quoteName, quoteText } from './scanner.ts';
import { NOBODY_WATCHES } from './watch-scan.ts';

/** A thread holds this much in memory before it writes it. */
const ROWS_PER_GROUP = 8_192;
const BYTES_PER_GROUP = 67_108_864;

const lastSegment = (cell: string): string =>
  `case when contains(${cell}, '/') then lower(regexp_extract(${cell}, '[^/]*$')) else lower(${cell}) end`;

const LOWERED: readonly CostColumn[] = ['tenantId', 'resourceGroup', 'resourceId'];

/** To trim every cell is a quarter of the scan's work, and next to none has a blank to lose. */
export function cellOf(header: string | null): string {
  if (header === null) return `''`;
  const cell = `${quoteName(header)}::varchar`;
  return `coalesce(case when ${cell} like ' %' or ${cell} like '% ' then trim(${cell}) else ${cell} end, '')`;
}

/** The same where values recur: of these functions alone the database needs one call for each value of a dictionary. */
export const recurringCellOf: typeof cellOf = (header) =>
  header === null ? `''` : `concat(trim(${quoteName(header)}::varchar), '')`;

/** As it is in the file. */
export const untrimmedCellOf: typeof cellOf = (header) =>
  header === null ? `''` : `${quoteName(header)}::varchar`;

const NO_TYPES: ReadonlyMap<CostColumn, ColumnType> = new Map();

/** A cell in the form in which its column is kept. */
export function formOf(column: CostColumn, cell: string, order: DateOrder = 'month-first'): string {
  if (column === 'day') return dayForm(cell, order);
  if (column === 'subscriptionId') return lastSegment(cell);
  if (column === 'currency') return `upper(${cell})`;
  return LOWERED.includes(column) ? `lower(${cell})` : cell;
}

/** Its id is the profile's name, or a resource id that ends in it. */
function ofProfile(name: string | null, layout: CostLayout): string {
  if (name === null) return 'true';
  if (layout.billingProfileId === null) throw new CostFileFailure('columns: no billingProfileId');
  return `${lastSegment('"billingProfileId"')} = lower(${quoteText(name)})`;
}

export type FetchedPlace = {
  parquet: string;
  /** Of our own, for what is unpacked on the way. */
  folder: string;
};

/**
 * Writes the lines of the files in our columns to a Parquet file, which takes its place only when it is whole. Amounts
 * stay the text that Azure wrote.
 */
export async function keepLines(
  connection: DuckDBConnection,
  { paths, billingProfileName }: Pick<CostFiles, 'paths' | 'billingProfileName'>,
  { parquet, folder }: FetchedPlace,
): Promise<void> {
  const parts = await prepareFetched(paths, { folder, signal: NOBODY_WATCHES.signal });
  const alike = Map.groupBy(parts.map(requireCsv), ({ delimiter, headers }) =>
    JSON.stringify([delimiter, headers]),
  );
  const selects = [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const layout = layoutOf(first.headers);
    const source = csvSource(
      same.map(({ path }) => path),
      first,
    );
    const cells = COST_COLUMNS.map((column) => [column, cellOf(layout[column])] as const);
    return [selectOf({ source, cells, where: ofProfile(billingProfileName, layout) })];
  });
  const lines = selects.join(' union all ');
  await writeLines(connection, `select * replace ("day"::date as "day") from (${lines})`, parquet);
}

function requireCsv(part: Part): CsvPart {
  if (part.form === 'csv') return part;
  throw new CostFileFailure(`a file in the form of ${part.form}, where CSV was asked for`);
}

/** Where lines come from, and the SQL of each column's cell. Cells of a column that has a type are not texts. */
export type Lines = {
  source: string;
  cells: readonly (readonly [CostColumn, string])[];
  where: string;
  types?: ReadonlyMap<CostColumn, ColumnType>;
};

/** The lines in our columns, each in its form. */
export function selectOf({ source, cells, where, types = NO_TYPES }: Lines, order?: DateOrder): string {
  const selected = cells.map(([column, cell]) => {
    const form = types.has(column) ? cell : formOf(column, cell, order);
    return `${form} as ${quoteName(column)}`;
  });
  return `select ${selected.join(', ')} from ${source} where ${where}`;
}

/** Writes what is selected to a Parquet file. */
export async function copyLines(
  connection: DuckDBConnection,
  select: string,
  { parquet, rowsPerGroup = ROWS_PER_GROUP }: { parquet: string; rowsPerGroup?: number },
): Promise<void> {
  await mkdir(dirname(parquet), { recursive: true });
  await connection.run(
    `copy (${select}) to ${quoteText(parquet)} (format parquet, compression zstd,
       row_group_size ${rowsPerGroup}, row_group_size_bytes ${BYTES_PER_GROUP})`,
  );
}

async function writeLines(connection: DuckDBConnection, select: string, parquet: string): Promise<void> {
  const partial = `${parquet}.part`;
  try {
    await copyLines(connection, select, { parquet: partial });
    await requireWholeLines(connection, partial);
    await rename(partial, parquet);
  } finally {
    await rm(partial, { force: true });
  }
}

const UNREADABLE = {
  date: '"day" is null',
  costInBillingCurrency: `not regexp_matches("net", ${IS_AMOUNT})`,
  costInUsd: `"netUsd" <> '' and not regexp_matches("netUsd", ${IS_AMOUNT})`,
  billingCurrency: `not regexp_matches("currency", '^[A-Z]{3}$')`,
} as const;

/** A line without a day, an amount or a currency would be missing from every sum in silence. */
async function requireWholeLines(connection: DuckDBConnection, parquet: string): Promise<void> {
  const counts = Object.values(UNREADABLE).map((test) => `count(*) filter (${test})::integer`);
  const counted = await connection.runAndReadAll(
    `select ${counts.join(', ')} from read_parquet(${quoteText(parquet)})`,
  );
  const [row = []] = counted.getRows();
  const wrong = Object.keys(UNREADABLE).flatMap((name, at) =>
    Number(row[at]) > 0 ? [`${name} not understood in ${Number(row[at])} lines`] : [],
  );
  if (wrong.length > 0) throw new CostFileFailure(wrong.join('; '));
}
