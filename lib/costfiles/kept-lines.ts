import type { DuckDBConnection } from '@duckdb/node-api';
import { constants, existsSync } from 'node:fs';
import { copyFile, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { COST_COLUMNS, type CostColumn } from './columns.ts';
import { COST_FILE_KINDS, type FileLayout } from './file-kinds.ts';
import { readColumns, type ColumnTypes } from './column-types.ts';
import { copyLines } from './keep-lines.ts';
import { parquetSource, selectKeptSource, type Source } from './part-sources.ts';
import { quoteName } from './scanner.ts';

/** The file whose columns are ours. */
export const OURS = 'lines.parquet';
/** Tells how files are read whose columns are those that they came with. */
const READING = 'lines.json';

/** Values that recur are kept once for each group. */
export const KEPT_ROWS_PER_GROUP = 40_960;

const layoutSchema = z.object({
  kind: z.enum(COST_FILE_KINDS),
  found: z.partialRecord(z.enum(COST_COLUMNS), z.string().nullable()),
});
const readingSchema = z.array(z.object({ file: z.string(), layout: layoutSchema, mark: z.enum(['.', ',']) }));
type Reading = z.infer<typeof readingSchema>[number];

function wholeLayout({ kind, found }: Reading['layout']): FileLayout {
  const entries = COST_COLUMNS.map((column) => [column, found[column] ?? null] as const);
  // One entry for each column.
  return { kind, found: Object.fromEntries(entries) as Record<CostColumn, string | null> };
}

type TypedReading = Reading & { types: ColumnTypes };

const selectKept = (folder: string, reading: readonly TypedReading[]): string =>
  reading
    .map(({ file, layout, mark, types }) => ({
      source: parquetSource(join(folder, file)),
      layout: wholeLayout(layout),
      ...{ mark, types },
    }))
    .map(selectKeptSource)
    .join(' union all ');

const withTypes = (
  connection: DuckDBConnection,
  folder: string,
  reading: readonly Reading[],
): Promise<TypedReading[]> =>
  Promise.all(
    reading.map(async (one) => ({
      ...one,
      types: await readColumns(connection, parquetSource(join(folder, one.file))),
    })),
  );

/**
 * Keeps lines as they came: Parquet as it is, of text the cells that have a column of ours. What is made of them is made
 * whenever they are read, which costs next to nothing where values recur. Gives the select of the lines.
 */
export async function keepAsTheyCame(
  connection: DuckDBConnection,
  sources: readonly Source[],
  folder: string,
): Promise<string> {
  const reading: TypedReading[] = [];
  for (const [index, { part, layout, mark, source, types }] of sources.entries()) {
    const file = `lines-${index}.parquet`;
    const target = join(folder, file);
    if (part.form === 'parquet') await copyFile(part.path, target, constants.COPYFILE_FICLONE);
    else await copyCells(connection, { layout, source }, target);
    reading.push({ file, layout, mark, types });
  }
  const path = join(folder, READING);
  const written: Reading[] = reading.map(({ types: _types, ...one }) => one);
  await writeFile(`${path}.part`, JSON.stringify(written));
  await rename(`${path}.part`, path);
  return selectKept(folder, reading);
}

async function copyCells(
  connection: DuckDBConnection,
  { layout, source }: Pick<Source, 'layout' | 'source'>,
  parquet: string,
): Promise<void> {
  const headers = new Set(Object.values(layout.found).filter((header) => header !== null));
  const select = `select ${[...headers].map(quoteName).join(', ')} from ${source}`;
  await copyLines(connection, select, { parquet, rowsPerGroup: KEPT_ROWS_PER_GROUP });
}

/** The select of the lines that a folder keeps, in our columns; null where it keeps none. */
export async function selectKeptLines(connection: DuckDBConnection, folder: string): Promise<string | null> {
  const reading = join(folder, READING);
  if (existsSync(reading)) {
    const read = readingSchema.parse(JSON.parse(await readFile(reading, 'utf8')));
    return selectKept(folder, await withTypes(connection, folder, read));
  }
  if (!existsSync(join(folder, OURS))) return null;
  const types = await readColumns(connection, parquetSource(join(folder, OURS)));
  const found = Object.fromEntries(COST_COLUMNS.map((column) => [column, types.has(column) ? column : null]));
  return selectKept(folder, [{ file: OURS, layout: { kind: 'cost-details', found }, mark: '.', types }]);
}
