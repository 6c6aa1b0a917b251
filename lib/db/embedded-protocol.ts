/** What the main thread and the database's worker thread say to each other. */
export type ToWorker =
  | { kind: 'query'; bytes: Uint8Array }
  | { kind: 'new-session' }
  | { kind: 'dump'; file: string }
  | { kind: 'close' };

export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'answer'; bytes: Uint8Array }
  | { kind: 'dumped' }
  | { kind: 'closed' }
  | { kind: 'failed'; message: string };

/** A folder, or a database in memory that may begin as the dump of another one. */
export type WorkerInput = { dataDir: string } | { dataDir: null; dumpFile: string | null };
