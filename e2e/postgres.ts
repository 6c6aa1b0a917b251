import { startPostgres } from '#lib/db/testing/postgres-server.ts';

/** Does something with a new PostgreSQL, which is gone afterwards. */
export async function withPostgres<Result>(work: (databaseUrl: string) => Promise<Result>): Promise<Result> {
  const server = await startPostgres();
  try {
    return await work(server.url('postgres'));
  } finally {
    await server.stop();
  }
}
