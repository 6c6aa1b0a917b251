import { startPostgres } from '#lib/db/testing/postgres-server.ts';

/** Does something with a new PostgreSQL, which is gone afterwards; `kept`: a folder where it stays. */
export async function withPostgres<Result>(
  work: (databaseUrl: string) => Promise<Result>,
  kept: string | null = null,
): Promise<Result> {
  const server = await startPostgres(kept);
  try {
    return await work(server.url('postgres'));
  } finally {
    await server.stop();
  }
}
