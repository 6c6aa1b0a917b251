import type { DuckDBConnection } from '@duckdb/node-api';

/** Whoever waits for an import: may give it up, and hears which share of the file was read. */
export type ImportWatch = { signal: AbortSignal; moved: (share: number) => void };

export const NOBODY_WATCHES: ImportWatch = { signal: new AbortController().signal, moved: () => {} };

const LOOK_EVERY_MS = 200;

/** While the work goes on, tells how far its statement is; a scan that is given up ends at once, by an exception. */
export async function watchScan<Result>(
  connection: DuckDBConnection,
  { signal, moved }: ImportWatch,
  work: () => Promise<Result>,
): Promise<Result> {
  signal.throwIfAborted();
  await connection.run('set enable_progress_bar = true; set enable_progress_bar_print = false');
  const interrupt = (): void => connection.interrupt();
  signal.addEventListener('abort', interrupt);
  const looking = setInterval(() => {
    // Below zero until the statement knows how much there is.
    moved(Math.min(1, Math.max(0, connection.progress.percentage / 100)));
  }, LOOK_EVERY_MS);
  try {
    return await work();
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    clearInterval(looking);
    signal.removeEventListener('abort', interrupt);
  }
}
