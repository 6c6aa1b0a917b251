import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { mkdir, rm } from 'node:fs/promises';

export type Scanner = { connection: DuckDBConnection; close: () => Promise<void> };

const MEMORY_LIMIT = '256MB';
const THREADS = '2';

/** A database in memory, bounded: what does not fit goes to the folder, which it has to itself. */
export async function openScanner(spillFolder: string): Promise<Scanner> {
  await mkdir(spillFolder, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: MEMORY_LIMIT,
    threads: THREADS,
    temp_directory: spillFolder,
    preserve_insertion_order: 'false',
    // Files come from outside: nothing is fetched or installed on their behalf.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  return {
    connection,
    close: async () => {
      connection.closeSync();
      instance.closeSync();
      await rm(spillFolder, { recursive: true, force: true });
    },
  };
}

export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const listOf = (texts: readonly string[]): string => `[${texts.map(quoteText).join(', ')}]`;
