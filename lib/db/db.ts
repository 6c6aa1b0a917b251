import { getTableColumns, sql, type InferSelectModel, type SQL } from 'drizzle-orm';
import type { NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import type { PgColumn, PgDatabase, PgTable } from 'drizzle-orm/pg-core';
import type * as schema from './schema.ts';
import { arrayText } from './schema-columns.ts';

/** The database or a transaction of it: every function of this room takes either. */
export type Db = PgDatabase<NodePgQueryResultHKT, typeof schema>;

/** PostgreSQL takes 65,535 parameters a statement; 1,000 rows of up to 20 columns stay well below. */
const ROWS_A_STATEMENT = 1000;

export async function inBatches<Row>(rows: readonly Row[], insert: (batch: Row[]) => Promise<unknown>) {
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    await insert(rows.slice(start, start + ROWS_A_STATEMENT));
  }
}

/** The last row of each key: Azure may send the same thing twice on a page, and an upsert may not meet it twice. */
export const lastOfEach = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] => [
  ...new Map(rows.map((row) => [keyOf(row), row])).values(),
];

/** Arrays have no bound but memory: a page of cost is one statement. */
const ROWS_IN_ARRAYS = 5_000;

/**
 * Rows as one array for each column: several times as fast as a list of values, whose every value is a parameter of
 * its own (measured 2026-11-21). An array in a row comes as its text, as arrays of arrays have one length.
 */
function selectRows(table: PgTable, rows: readonly Record<string, unknown>[]): SQL {
  const columns = Object.entries(getTableColumns(table));
  const isArray = (column: PgColumn): boolean => column.getSQLType().endsWith('[]');
  const arrays = columns.map(([key, column]) => {
    const values = rows.map((row) => {
      const value = row[key] ?? null;
      return value === null ? null : column.mapToDriverValue(value);
    });
    // Long texts: the driver would look at each of them several times.
    const isText = isArray(column) && values.every((value) => typeof value === 'string');
    const type = sql.raw(isArray(column) ? 'text' : column.getSQLType());
    return sql`${isText ? arrayText(values) : sql.param(values)}::${type}[]`;
  });
  const names = columns.map(([, column]) => sql.identifier(column.name));
  const cells = columns.map(([, column]) => {
    const name = sql.identifier(column.name);
    return isArray(column) ? sql`${name}::${sql.raw(column.getSQLType())}` : name;
  });
  return sql`select ${sql.join(cells, sql`, `)} from unnest(${sql.join(arrays, sql`, `)})
    as rows (${sql.join(names, sql`, `)})`;
}

type Insert = (select: SQL) => Promise<unknown>;

function* selectsOf(table: PgTable, rows: readonly Record<string, unknown>[]): Generator<SQL> {
  for (let start = 0; start < rows.length; start += ROWS_IN_ARRAYS) {
    yield selectRows(table, rows.slice(start, start + ROWS_IN_ARRAYS));
  }
}

/** Of rows of which every column is given: none has its default. */
export async function inArrays<Table extends PgTable>(
  table: Table,
  rows: readonly InferSelectModel<Table>[],
  insert: Insert,
): Promise<void> {
  for (const select of selectsOf(table, rows)) await insert(select);
}

/** Rows that are made ready to be stored: that needs no database, which may do something else meanwhile. */
export type ReadyRows = { store: () => Promise<void> };

/** As inArrays does, when it is asked for. */
export function readyInArrays<Table extends PgTable>(
  table: Table,
  rows: readonly InferSelectModel<Table>[],
  insert: Insert,
): ReadyRows {
  const selects = [...selectsOf(table, rows)];
  return {
    async store() {
      for (const select of selects) await insert(select);
    },
  };
}

/** The `set` of an upsert that takes every column from the row that was refused. */
export function takeExcluded(table: PgTable, except: readonly string[] = []): Record<string, SQL> {
  return Object.fromEntries(
    Object.entries(getTableColumns(table))
      .filter(([key]) => !except.includes(key))
      .map(([key, column]) => [key, sql.raw(`excluded."${column.name}"`)]),
  );
}
