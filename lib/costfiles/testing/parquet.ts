import type { DuckDBConnection } from '@duckdb/node-api';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openScanner, quoteName, quoteText } from '../scanner.ts';

/** What becomes of the cells of a text: texts; decimals and points in time; numbers of a calculator and days. */
export const PARQUET_TYPES = {
  texts: null,
  /** As Azure exports numbers (FOCUS_Spec issues 679 and 1077, 2025): with 38 digits. */
  decimals: { number: 'decimal(38, 18)', time: 'instant' },
  'short decimals': { number: 'decimal(18, 10)', time: 'timestamp' },
  doubles: { number: 'double', time: 'date' },
} as const;
export type ParquetTypes = keyof typeof PARQUET_TYPES;

const TIMES = /date$|^(charge|billing)period/i;
const NUMBERS = /^(cost|quantity)|price$|total$|cost$|percentage$|creditrate$|exchangerate|rateof|quantity$/i;

const dayOf = (cell: string): string =>
  `try_strptime(regexp_extract(${cell}, '^[0-9./-]+'), ['%Y-%m-%d', '%m/%d/%Y', '%Y%m%d'])`;

type Cell = { source: string; cell: string; types: ParquetTypes };

/** The cell in the type that its header suggests, or as text where a cell of the column is not of it. */
async function typedCell(
  connection: DuckDBConnection,
  { source, cell, types }: Cell,
  header: string,
): Promise<string> {
  const asked = PARQUET_TYPES[types];
  if (asked === null || !(NUMBERS.test(header) || TIMES.test(header))) return cell;
  const [typed, type] = TIMES.test(header)
    ? [dayOf(cell), asked.time]
    : [`try_cast(${cell} as ${asked.number})`, asked.number];
  const lost = await connection.runAndReadAll(
    `select 1 from ${source} where coalesce(${cell}, '') <> '' and ${typed} is null limit 1`,
  );
  if (lost.currentRowCount > 0) return cell;
  return type === 'instant'
    ? `(strftime(${typed}, '%Y-%m-%d 00:00:00+00'))::timestamptz`
    : `${typed}::${type}`;
}

/** Columns of which each cell that is not blank is of a type are of it in Parquet. */
export async function parquetOf(csv: string, types: ParquetTypes): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'parquet-'));
  const [from, to] = [join(folder, 'a.csv'), join(folder, 'a.parquet')];
  await writeFile(from, csv.replaceAll('\r\n', '\n'));
  const { connection, close } = await openScanner(join(folder, 'spill'));
  try {
    const source = `read_csv(${quoteText(from)}, all_varchar = true, header = true)`;
    const described = await connection.runAndReadAll(`describe select * from ${source}`);
    const cells: string[] = [];
    for (const [header] of described.getRows()) {
      const cell = quoteName(String(header));
      cells.push(`${await typedCell(connection, { source, cell, types }, String(header))} as ${cell}`);
    }
    await connection.run(`copy (select ${cells.join(', ')} from ${source}) to '${to}' (format parquet)`);
  } finally {
    await close();
  }
  const bytes = await readFile(to);
  await rm(folder, { recursive: true });
  return bytes;
}

/** The file with the cells of one column damaged, and nothing else. */
export async function damagedColumn(parquet: Buffer, header: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'parquet-'));
  const path = join(folder, 'a.parquet');
  await writeFile(path, parquet);
  const { connection, close } = await openScanner(join(folder, 'spill'));
  try {
    const read = await connection.runAndReadAll(
      `select least(data_page_offset, coalesce(nullif(dictionary_page_offset, 0), data_page_offset)), total_compressed_size
       from parquet_metadata(${quoteText(path)}) where path_in_schema = ${quoteText(header)}`,
    );
    const damaged = Buffer.from(parquet);
    for (const [from, size] of read.getRows()) damaged.fill(0xff, Number(from), Number(from) + Number(size));
    return damaged;
  } finally {
    await close();
    await rm(folder, { recursive: true });
  }
}
