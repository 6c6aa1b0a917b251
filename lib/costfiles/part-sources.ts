import type { DuckDBConnection } from '@duckdb/node-api';
import { tellFileReason } from '#lib/core/file-reasons.ts';
import { markOf, nameForm, NAMES, NUMBERS, type DecimalMark } from './cell-forms.ts';
import { COST_COLUMNS, type CostColumn } from './columns.ts';
import { csvSource } from './csv-source.ts';
import { CostFileFailure } from './failure.ts';
import { readColumns, type ColumnType, type ColumnTypes } from './column-types.ts';
import {
  cellsOf,
  isRated,
  recogniseFile,
  type CellForms,
  type CostFileKind,
  type FileLayout,
} from './file-kinds.ts';
import { recurringCellOf, selectOf, untrimmedCellOf, type Lines } from './keep-lines.ts';
import type { NumberedPart } from './numbered.ts';
import { withNumbers } from './line-numbers.ts';
import { LINE_COLUMN, type CsvPart, type Part } from './prepare.ts';
import { PRICES } from './prices.ts';
import { listOf, quoteName, quoteText } from './scanner.ts';

export const parquetSource = (path: string): string => `read_parquet(${listOf([path])})`;

/** A part that was recognised: what it is, and where its lines come from. */
export type Source = {
  part: Part;
  layout: FileLayout;
  mark: DecimalMark;
  source: string;
  /** Of the columns that are no texts. */
  types: ColumnTypes;
};

const ALL_TEXTS: ColumnTypes = new Map();

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
    const types = await readColumns(connection, source);
    return { part, layout: recognise(part, [...types.keys()]), mark: '.', source, types };
  }
  const layout = recognise(part, part.headers);
  const source = csvSource([part.path], part);
  return { part, layout, mark: markIn(part, layout), source, types: ALL_TEXTS };
}

/** The part with the number of each line in a column in front. */
export function numberedSourceOf({ part, path, columns, headers }: NumberedPart): Source {
  const layout = recognise(part, headers);
  const mark = part.form === 'json' ? '.' : markIn(part, layout);
  const source = csvSource([path], { delimiter: ',', headers: [LINE_COLUMN, ...columns] });
  return { part, layout, mark, source, types: ALL_TEXTS };
}

/** Where lines are looked at one by one all cells are texts. */
export async function numberedParquet(connection: DuckDBConnection, part: Part): Promise<Source> {
  const columns = await readColumns(connection, parquetSource(part.path));
  const layout = recognise(part, [...columns.keys()]);
  const source = `(select file_row_number + 1 as ${quoteName(LINE_COLUMN)}, * from read_parquet(${listOf([part.path])}, file_row_number = true))`;
  return { part, layout, mark: '.', source, types: ALL_TEXTS };
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

const isOf = (types: ColumnTypes, header: string | null, ...asked: readonly ColumnType[]): header is string =>
  header !== null && asked.includes(types.get(header) ?? 'text');

/** Rates that next to all lines have: of others alone a text is made. */
const USUAL_RATES = ['0', '15', '0.15'];

function rateOf(header: string, form: (cell: string) => string): string {
  const rate = quoteName(header);
  const usual = USUAL_RATES.map((text) => `when ${rate} = ${text} then ${form(quoteText(text))}`);
  return `case ${usual.join(' ')} else ${form(`coalesce(${rate}::varchar, '')`)} end`;
}

/** Numbers with a point, and names, need no cleaning, and amounts are trimmed as they are added. What is no text stays what it is. */
const keptForms = (types: ColumnTypes): CellForms => ({
  textOf: recurringCellOf,
  amountOf: (header) => (isOf(types, header, 'decimal') ? quoteName(header) : untrimmedCellOf(header)),
  priceOf: (header) =>
    isOf(types, header, 'decimal', 'number') ? quoteName(header) : recurringCellOf(header),
  dayOf: (header) => {
    if (isOf(types, header, 'time')) return `${quoteName(header)}::date`;
    // In UTC, ten times as quick as by the calendar of a zone.
    if (isOf(types, header, 'instant')) return `make_timestamp(epoch_us(${quoteName(header)}))::date`;
    return recurringCellOf(header);
  },
  rateOf: (header, form) =>
    isOf(types, header, 'decimal', 'number') ? rateOf(header, form) : form(recurringCellOf(header)),
});

/** Of our columns those that are no texts where lines are kept as they came. */
function keptTypes({ kind, found }: FileLayout, types: ColumnTypes): Map<CostColumn, ColumnType> {
  const ofType = (column: CostColumn, header: string | null, ...asked: readonly ColumnType[]) =>
    isOf(types, header, ...asked) ? ([[column, types.get(header) ?? 'text']] as const) : [];
  return new Map([
    ...ofType('day', found.day, 'time', 'instant'),
    ...ofType('net', found.net, 'decimal'),
    ...ofType('netUsd', isRated(kind) ? found.pricingNet : found.netUsd, 'decimal'),
    ...PRICES.flatMap((column) => ofType(column, found[column], 'decimal', 'number')),
  ]);
}

/** Lines that are kept as they came. */
function keptLinesOf({ layout, mark, source, types }: KeptSource): Lines {
  const cells = cellsOf(layout, mark === '.' ? null : mark, keptForms(types));
  return { source, cells: columnsOf(cells), where: 'true', types: keptTypes(layout, types) };
}

export type KeptSource = Pick<Source, 'layout' | 'mark' | 'source' | 'types'>;

/** The select of lines that are kept as they came, in our columns, with numbers beside their texts. */
export function selectKeptSource(kept: KeptSource): string {
  const lines = keptLinesOf(kept);
  const { found } = kept.layout;
  return withNumbers(selectOf(lines), {
    numbers: new Set(lines.types?.keys()),
    missing: new Set(COST_COLUMNS.filter((column) => found[column] === null)),
  });
}

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
