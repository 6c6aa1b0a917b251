import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { mkdir, rm } from 'node:fs/promises';

export type Scanner = { connection: DuckDBConnection; close: () => Promise<void> };

/** A sync reads beside everything else that the server does. */
const MEMORY_LIMIT = '256MB';
/** Lines of an import are wide, and what does not fit is an import that fails. */
export const IMPORT_MEMORY_LIMIT = '512MB';
const THREADS = '2';

/** Ends when the scan before has ended. */
let before: Promise<void> = Promise.resolve();

/** Scans of one process take turns, so that the memory limit is one for all of them. */
async function takeTurn(): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const turn = before;
  before = promise;
  await turn;
  return resolve;
}

async function openDatabase(spillFolder: string, memoryLimit: string): Promise<DuckDBInstance> {
  await mkdir(spillFolder, { recursive: true });
  return DuckDBInstance.create(':memory:', {
    memory_limit: memoryLimit,
    threads: THREADS,
    temp_directory: spillFolder,
    preserve_insertion_order: 'false',
    // Files come from outside: nothing is fetched or installed on their behalf.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
}

/** A database in memory, bounded: what does not fit goes to the folder, which it has to itself. */
export async function openScanner(spillFolder: string, memoryLimit = MEMORY_LIMIT): Promise<Scanner> {
  const endTurn = await takeTurn();
  try {
    const instance = await openDatabase(spillFolder, memoryLimit);
    const connection = await instance.connect();
    const close = async (): Promise<void> => {
      connection.closeSync();
      instance.closeSync();
      await rm(spillFolder, { recursive: true, force: true }).finally(endTurn);
    };
    return { connection, close };
  } catch (error) {
    endTurn();
    throw error;
  }
}

export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const listOf = (texts: readonly string[]): string => `[${texts.map(quoteText).join(', ')}]`;
