import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { mkdir, rm } from 'node:fs/promises';

export type Scanner = { connection: DuckDBConnection; close: () => Promise<void> };

/** What a scan may take of the machine. */
export type ScanBounds = { memoryLimit: string; threads: string };

/** A sync reads beside everything else that the server does: half of this held 200,000 lines of 2 KB (2026-11-21). */
const BESIDE_OTHERS: ScanBounds = { memoryLimit: '128MB', threads: '1' };
/** Lines of an import are wide, and what does not fit is an import that fails. */
export const OF_AN_IMPORT: ScanBounds = { memoryLimit: '512MB', threads: '2' };

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

async function openDatabase(
  spillFolder: string,
  { memoryLimit, threads }: ScanBounds,
): Promise<DuckDBInstance> {
  await mkdir(spillFolder, { recursive: true });
  return DuckDBInstance.create(':memory:', {
    memory_limit: memoryLimit,
    threads,
    temp_directory: spillFolder,
    preserve_insertion_order: 'false',
    // Files come from outside: nothing is fetched or installed on their behalf.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
}

/** A database in memory, bounded: what does not fit goes to the folder, which it has to itself. */
export async function openScanner(spillFolder: string, bounds = BESIDE_OTHERS): Promise<Scanner> {
  const endTurn = await takeTurn();
  try {
    const instance = await openDatabase(spillFolder, bounds);
    const connection = await instance.connect();
    // Points in time of a file are of its days in UTC, wherever the server stands.
    await connection.run("set TimeZone = 'UTC'");
    const end = async (): Promise<void> => {
      connection.closeSync();
      instance.closeSync();
      await rm(spillFolder, { recursive: true, force: true }).finally(endTurn);
    };
    let ended: Promise<void> | null = null;
    return { connection, close: () => (ended ??= end()) };
  } catch (error) {
    endTurn();
    throw error;
  }
}

export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const listOf = (texts: readonly string[]): string => `[${texts.map(quoteText).join(', ')}]`;
