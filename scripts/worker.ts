import { once } from 'node:events';
import { ConfigError, config } from '#lib/config.ts';
import { closeDatabase } from '#lib/db/client.ts';
import { serveJobs, stopJobs } from '#lib/sync/entry.ts';

/** `npm run worker`: does sync runs of a shared PostgreSQL until it is stopped. Exit: 0, 1 failed, 2 wrongly configured. */
const EMBEDDED =
  'DATABASE_URL: is not set. Workers share the PostgreSQL database of web servers; with the embedded one "npm start" alone does everything';
const NO_AZURE = 'AZURE_TENANT_ID, AZURE_CLIENT_ID: are not set, so there is nothing to read; see the README';

async function work(): Promise<void> {
  if (config().database.kind === 'embedded') throw new ConfigError([EMBEDDED]);
  const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  if (!(await serveJobs('worker'))) throw new ConfigError([NO_AZURE]);
  process.stdout.write('This worker waits for sync runs.\n');
  await stopped;
}

try {
  await work();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof ConfigError ? 2 : 1;
} finally {
  await stopJobs();
  await closeDatabase();
}
