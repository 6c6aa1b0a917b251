import type { DuckDBConnection } from '@duckdb/node-api';

/**
 * What the cells of a column are: numbers with their decimals exact, numbers of any other sort, days or times of no zone,
 * instants, or texts.
 */
export type ColumnType = 'decimal' | 'number' | 'time' | 'instant' | 'text';

/** By header, in the order of the file. */
export type ColumnTypes = ReadonlyMap<string, ColumnType>;

const NUMBER = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DOUBLE|FLOAT)$/;

function typeOf(name: string): ColumnType {
  if (name.startsWith('DECIMAL')) return 'decimal';
  if (name === 'TIMESTAMP WITH TIME ZONE') return 'instant';
  if (name === 'DATE' || name.startsWith('TIMESTAMP')) return 'time';
  return NUMBER.test(name) ? 'number' : 'text';
}

/** The columns of what the database reads by itself. */
export async function readColumns(connection: DuckDBConnection, source: string): Promise<ColumnTypes> {
  const described = await connection.runAndReadAll(`describe select * from ${source}`);
  return new Map(described.getRows().map(([header, type]) => [String(header), typeOf(String(type))]));
}
