import { makeCommandKey } from '#lib/auth/command-key.ts';
import { config, ConfigError, serverProblem } from '#lib/config.ts';
import { closeDatabase, database } from '#lib/db/client.ts';
import { announceServer } from '#lib/db/server-file.ts';
import { log } from '#lib/log.ts';
import {
  judgeDeps,
  orderByAssumedRate,
  serveJobs,
  settleImports,
  stopImports,
  stopJobs,
  watchImports,
} from '#lib/sync/entry.ts';

const BAD_CONFIGURATION = 2;
const FAILED = 1;

function stop(message: string, code: number): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

async function openStore(): Promise<void> {
  const { dataDir, port } = config();
  const { kind } = await database();
  const key = makeCommandKey();
  if (kind === 'embedded') announceServer(dataDir, { url: `http://127.0.0.1:${port}`, key });
  const watching = new AbortController();
  const end = () => {
    watching.abort();
    void Promise.all([stopJobs(), stopImports()]).finally(closeDatabase);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  const judging = await judgeDeps();
  await settleImports(judging, { isAlone: kind === 'embedded' });
  const { creditRateFraction: rate } = judging.profile;
  await orderByAssumedRate(judging, { rate, signal: watching.signal });
  await serveJobs('server');
  void watchImports(watching.signal);
}

/** Everything that must be right before the first request: address, configuration, database. */
export async function startServer(): Promise<void> {
  const problem = serverProblem();
  if (problem !== null) stop(problem, BAD_CONFIGURATION);
  try {
    await openStore();
  } catch (error) {
    if (error instanceof ConfigError) stop(error.message, BAD_CONFIGURATION);
    log.error({ err: error }, 'the server could not start');
    stop(error instanceof Error ? error.message : 'The server could not start.', FAILED);
  }
}
