import type { DuckDBConnection } from '@duckdb/node-api';
import { tellFileReason } from '#lib/core/file-reasons.ts';
import { markOf, nameForm, NAMES, NUMBERS, type DecimalMark } from './cell-forms.ts';
import type { CostColumn } from './columns.ts';
import { csvSource } from './csv-source.ts';
import { CostFileFailure } from './failure.ts';
import { cellsOf, recogniseFile, type CostFileKind, type FileLayout } from './file-kinds.ts';
import { readHeaders, recurringCellOf, untrimmedCellOf, type Lines } from './keep-lines.ts';
import type { NumberedPart } from './numbered.ts';
import { LINE_COLUMN, type CsvPart, type Part } from './prepare.ts';
import { listOf, quoteName } from './scanner.ts';

export const parquetSource = (path: string): string => `read_parquet(${listOf([path])})`;

/** A part that was recognised: what it is, and where its lines come from. */
export type Source = { part: Part; layout: FileLayout; mark: DecimalMark; source: string };

const of = (file: string, reason: string): string =>
  file === '' ? reason : tellFileReason('in-file', { file, reason });

function recognise(part: Part, headers: readonly string[]): FileLayout {
  const { name, form } = part;
  try {
    return recogniseFile({ headers, isJson: form === 'json', twice: form === 'csv' ? part.twice : [] });
  } catch (error) {
    throw error instanceof CostFileFailure ? new CostFileFailure(of(name, error.message)) : error;
  }
}

function markIn({ headers, sample }: CsvPart, { found }: FileLayout): DecimalMark {
  const places = NUMBERS.map((column) => found[column]).map((header) =>
    header === null ? -1 : headers.indexOf(header),
  );
  return markOf(sample.flatMap((cells) => places.map((at) => (cells[at] ?? '').trim())));
}

/** The part as the database reads it by itself; null for one that it cannot. */
export async function sourceOf(connection: DuckDBConnection, part: Part): Promise<Source | null> {
  if (part.form === 'json') return null;
  if (part.form === 'parquet') {
    const source = parquetSource(part.path);
    const layout = recognise(part, await readHeaders(connection, source));
    return { part, layout, mark: '.', source };
  }
  const layout = recognise(part, part.headers);
  return { part, layout, mark: markIn(part, layout), source: csvSource([part.path], part) };
}

/** The part with the number of each line in a column in front. */
export function numberedSourceOf({ part, path, columns, headers }: NumberedPart): Source {
  const layout = recognise(part, headers);
  const mark = part.form === 'json' ? '.' : markIn(part, layout);
  const source = csvSource([path], { delimiter: ',', headers: [LINE_COLUMN, ...columns] });
  return { part, layout, mark, source };
}

export async function numberedParquet(connection: DuckDBConnection, part: Part): Promise<Source> {
  const layout = recognise(part, await readHeaders(connection, parquetSource(part.path)));
  const source = `(select file_row_number + 1 as ${quoteName(LINE_COLUMN)}, * from read_parquet(${listOf([part.path])}, file_row_number = true))`;
  return { part, layout, mark: '.', source };
}

/** All parts are of one kind, or they are not one file. */
export function kindOf(sources: readonly Source[]): CostFileKind {
  const kinds = [...new Set(sources.map(({ layout }) => layout.kind))];
  const [kind] = kinds;
  if (kind !== undefined && kinds.length === 1) return kind;
  throw new CostFileFailure(tellFileReason('several-kinds', { kinds: kinds.join(', ') }));
}

/** Lines of a text. */
export function linesOf({ layout, mark, source }: Source): Lines {
  const cells = columnsOf(cellsOf(layout, mark)).map(([column, cell]): [CostColumn, string] => [
    column,
    NAMES.includes(column) ? nameForm(cell) : cell,
  ]);
  return { source, cells, where: 'true' };
}

/** Lines that are kept as they came: numbers with a point, and names, need no cleaning, and amounts are trimmed as they are added. */
export const keptLinesOf = ({ layout, mark, source }: Pick<Source, 'layout' | 'mark' | 'source'>): Lines => ({
  source,
  cells: columnsOf(
    cellsOf(layout, mark === '.' ? null : mark, { textOf: recurringCellOf, amountOf: untrimmedCellOf }),
  ),
  where: 'true',
});

// The keys are the columns.
const columnsOf = (cells: Record<CostColumn, string>) => Object.entries(cells) as [CostColumn, string][];

/** Parts that look alike are read as one. */
export function joinAlike(sources: readonly Source[]): Source[] {
  const alike = Map.groupBy(sources, ({ part, mark }) =>
    part.form === 'csv' ? JSON.stringify([mark, part.delimiter, part.headers]) : part.path,
  );
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || first.part.form !== 'csv') return same;
    return [
      {
        ...first,
        source: csvSource(
          same.map(({ part }) => part.path),
          first.part,
        ),
      },
    ];
  });
}
