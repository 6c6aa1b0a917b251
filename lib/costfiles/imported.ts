import type { DuckDBConnection } from '@duckdb/node-api';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CustomerCosts } from '#lib/core/cost-files.ts';
import { parseTenantId, type TenantId } from '#lib/core/ids.ts';
import { parseDay, periodOf, type Day, type Period } from '#lib/core/periods.ts';
import { classifyLines } from './classes.ts';
import type { CostColumn } from './columns.ts';
import { CostFileFailure } from './failure.ts';
import { recogniseFile, type CostFileKind } from './file-kinds.ts';
import { readHeaders, writeLines } from './keep-lines.ts';
import { prepareFile, type PreparedFile } from './prepare.ts';
import { readBatches } from './read.ts';
import { openScanner, quoteText } from './scanner.ts';
import { NOBODY_WATCHES, watchScan, type ImportWatch } from './watch-scan.ts';

export { COST_FILE_KINDS, type CostFileKind } from './file-kinds.ts';
export { CostFileFailure } from './failure.ts';
export { NOBODY_WATCHES, type ImportWatch } from './watch-scan.ts';

/** Where the lines of an imported file are kept, by the digest of its content. */
export const importFolder = (dataDir: string, importId: string): string =>
  join(dataDir, 'costs', 'file', importId);

/** What a file holds: one month, of customers with the names it gives them. */
export type ImportedFile = {
  kind: CostFileKind;
  period: Period;
  lastDay: Day;
  lines: number;
  /** Lines that name no customer: they are kept with the file and count for nobody. */
  withoutCustomer: number;
  customers: ReadonlyMap<TenantId, string | null>;
};

export type ImportReader = {
  file: ImportedFile;
  sums: () => AsyncGenerator<CustomerCosts>;
  close: () => Promise<void>;
};

const NUMBERS: readonly CostColumn[] = [
  'net',
  'netUsd',
  'creditRate',
  'unitPrice',
  'marketPrice',
  'effectivePrice',
  'quantity',
];

/** Where semicolons part cells, a comma marks decimals. */
const withPoint = (cell: string): string =>
  `case when regexp_matches(${cell}, '^-?\\d+,\\d+%?$') then replace(${cell}, ',', '.') else ${cell} end`;

async function keepFile(
  connection: DuckDBConnection,
  { source, isCommaDecimal }: PreparedFile,
  parquet: string,
): Promise<CostFileKind> {
  try {
    const { kind, cells } = recogniseFile(await readHeaders(connection, source));
    // The keys are the columns.
    const entries = Object.entries(cells) as [CostColumn, string][];
    const written = entries.map(([column, cell]): [CostColumn, string] =>
      isCommaDecimal && NUMBERS.includes(column) ? [column, withPoint(cell)] : [column, cell],
    );
    await writeLines(connection, { source, cells: written, where: 'true' }, parquet);
    return kind;
  } catch (error) {
    throw error instanceof CostFileFailure ? error : new CostFileFailure(unreadable(error));
  }
}

/** The database names the line and what is wrong with it, and then goes on about its own settings. */
function unreadable(error: unknown): string {
  const text = error instanceof Error ? error.message : '';
  const line = /Line: (\d+)/.exec(text)?.[1];
  const where = line === undefined ? '' : ` at line ${line}`;
  return `The file cannot be read${where}: it is damaged, cut off, or not in UTF-8. Download it again.`;
}

async function describe(connection: DuckDBConnection, parquet: string, kind: CostFileKind) {
  const lines = `from read_parquet(${quoteText(parquet)})`;
  const days = await connection.runAndReadAll(
    `select distinct strftime("day", '%Y-%m-%d') as "day" ${lines} order by 1`,
  );
  const periods = new Set(days.getRows().map(([day]) => String(day).slice(0, 7)));
  const lastDay = parseDay(String(days.getRows().at(-1)?.[0] ?? ''));
  if (lastDay === null) throw new CostFileFailure('The file has no lines.');
  if (periods.size > 1) {
    throw new CostFileFailure(
      `The file holds several months (${[...periods].join(', ')}). Import one file for each month.`,
    );
  }
  const owners = await connection.runAndReadAll(
    `select "tenantId", left(regexp_replace(max("customerName"), '[\\x00-\\x1F\\x7F]', '', 'g'), 200),
       count(*)::integer ${lines} group by 1 order by 1`,
  );
  return { ...ownersOf(owners.getRows()), kind, period: periodOf(lastDay), lastDay };
}

function ownersOf(rows: readonly (readonly unknown[])[]) {
  const customers = new Map<TenantId, string | null>();
  let lines = 0;
  let withoutCustomer = 0;
  for (const [id, name, count] of rows) {
    lines += Number(count);
    const tenantId = parseTenantId(String(id));
    if (tenantId === null) withoutCustomer += Number(count);
    else customers.set(tenantId, String(name) || null);
  }
  if (customers.size === 0) throw new CostFileFailure('No line of the file names a customer by tenant id.');
  return { customers, lines, withoutCustomer };
}

/** Reads a file of cost that a person gave; its lines are kept in the folder, which goes when it cannot be read. */
export async function openImport(
  path: string,
  folder: string,
  watch: ImportWatch = NOBODY_WATCHES,
): Promise<ImportReader> {
  const scanner = await openScanner(`${folder}.spill`);
  const close = async (): Promise<void> => {
    await scanner.close();
    await rm(`${folder}.prepared`, { recursive: true, force: true });
  };
  const parquet = join(folder, 'lines.parquet');
  try {
    const prepared = await prepareFile(path, `${folder}.prepared`);
    const kind = await watchScan(scanner.connection, watch, () =>
      keepFile(scanner.connection, prepared, parquet),
    );
    const file = await describe(scanner.connection, parquet, kind);
    await classifyLines(scanner.connection, parquet);
    return { file, sums: () => readBatches(scanner.connection), close };
  } catch (error) {
    await close();
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
