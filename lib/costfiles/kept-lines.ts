import type { DuckDBConnection } from '@duckdb/node-api';
import { constants, existsSync } from 'node:fs';
import { copyFile, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { COST_COLUMNS, type CostColumn } from './columns.ts';
import { COST_FILE_KINDS, type FileLayout } from './file-kinds.ts';
import { readColumns } from './column-types.ts';
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

/**
 * Keeps lines as they came: Parquet as it is, of text the cells that have a column of ours. What is made of them is made
 * whenever they are read, which costs next to nothing where values recur. `use` gets the select of the lines; Parquet is
 * copied meanwhile. When it ends, by an exception too, nothing is written any more.
 */
export async function keepAsTheyCame(
  connection: DuckDBConnection,
  sources: readonly Source[],
  { folder, use }: { folder: string; use: (select: string) => Promise<void> },
): Promise<void> {
  const kept = sources.map((source, index) => ({ ...source, file: `lines-${index}.parquet` }));
  const [asParquet, asText] = partition(kept, ({ part }) => part.form === 'parquet');
  for (const { layout, source, file } of asText) {
    await copyCells(connection, { layout, source }, join(folder, file));
  }
  const selects = [
    ...asParquet.map(selectKeptSource),
    ...asText.map((one) => selectKeptSource({ ...one, source: parquetSource(join(folder, one.file)) })),
  ];
  const ended = await Promise.allSettled([
    use(selects.join(' union all ')),
    ...asParquet.map(({ part, file }) => copyFile(part.path, join(folder, file), constants.COPYFILE_FICLONE)),
  ]);
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  const reading = kept.map(({ file, layout, mark }): Reading => ({ file, layout, mark }));
  const path = join(folder, READING);
  await writeFile(`${path}.part`, JSON.stringify(reading));
  await rename(`${path}.part`, path);
}

function partition<One>(all: readonly One[], isFirst: (one: One) => boolean): [One[], One[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
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

async function selectReading(
  connection: DuckDBConnection,
  folder: string,
  { file, layout, mark }: Reading,
): Promise<string> {
  const source = parquetSource(join(folder, file));
  const types = await readColumns(connection, source);
  return selectKeptSource({ source, types, mark, layout: wholeLayout(layout) });
}

/** The select of the lines that a folder keeps, in our columns; null where it keeps none. */
export async function selectKeptLines(connection: DuckDBConnection, folder: string): Promise<string | null> {
  const path = join(folder, READING);
  if (existsSync(path)) {
    const selects: string[] = [];
    for (const one of readingSchema.parse(JSON.parse(await readFile(path, 'utf8')))) {
      selects.push(await selectReading(connection, folder, one));
    }
    return selects.join(' union all ');
  }
  const source = parquetSource(join(folder, OURS));
  if (!existsSync(join(folder, OURS))) return null;
  const types = await readColumns(connection, source);
  const found = Object.fromEntries(COST_COLUMNS.map((column) => [column, types.has(column) ? column : null]));
  return selectKeptSource({ source, types, mark: '.', layout: wholeLayout({ kind: 'cost-details', found }) });
}
