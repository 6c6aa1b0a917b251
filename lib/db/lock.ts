import { join } from 'node:path';
import { lock as lockFile } from 'proper-lockfile';
import { freeOfDead, noteHolder } from './lock-holder.ts';
import { findServer } from './server-file.ts';

export type FolderLock = { release: () => Promise<void> };

/** A holder of whom nothing is known but its lock stops renewing it when killed; then it counts for nothing. */
const STALE_AFTER_MS = 5000;
const RENEW_EVERY_MS = 1000;
const RETRIES = { retries: 28, factor: 1, minTimeout: 250, maxTimeout: 250 };

export class FolderInUseError extends Error {
  readonly dataDir: string;

  constructor(dataDir: string, cause: unknown) {
    const server = findServer(dataDir);
    const holder =
      server === null ? 'another process' : `the server at ${server.url} (process ${server.pid})`;
    super(
      `The data folder ${dataDir} is in use by ${holder}. Stop it first, choose another folder with DATA_DIR, ` +
        'or let several processes share PostgreSQL with DATABASE_URL.',
      { cause },
    );
    this.name = 'FolderInUseError';
    this.dataDir = dataDir;
  }
}

const isLocked = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ELOCKED';

/** Waits a moment for a lock that a killed process left behind. `onLost` must stop every writing at once. */
export async function lockFolder(dataDir: string, onLost: (error: Error) => void): Promise<FolderLock> {
  const lockfilePath = join(dataDir, 'in-use.lock');
  try {
    await freeOfDead(lockfilePath);
    const release = await lockFile(dataDir, {
      lockfilePath,
      stale: STALE_AFTER_MS,
      update: RENEW_EVERY_MS,
      retries: RETRIES,
      onCompromised: onLost,
    });
    await noteHolder(lockfilePath);
    // Releasing a lock that was lost before is no fault of the one who closes.
    return { release: () => release().catch(() => undefined) };
  } catch (error) {
    throw isLocked(error) ? new FolderInUseError(dataDir, error) : error;
  }
}
