import { ConfigError, config } from '#lib/config.ts';
import type { RunStatus } from '#lib/core/sync-run.ts';
import { closeDatabase } from '#lib/db/client.ts';
import { findServer, type RunningServer } from '#lib/db/server-file.ts';
import { claimRun, launchRun, planFullRun, recordOwnWork, stopJobs, syncDeps } from '#lib/sync/entry.ts';
import { handOver } from './hand-over.ts';
import { formatPlan } from './print-plan.ts';
import { readPlan } from './sync-progress.ts';

/** `npm run sync`: one run without the web server. Exit: 0 complete, 3 partial, 1 failed, 2 bad configuration. */
const EXIT: ReadonlyMap<RunStatus, number> = new Map([
  ['complete', 0],
  ['partial', 3],
]);
const FAILED = 1;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function requireDeps() {
  const deps = await syncDeps();
  if (deps !== null) return deps;
  throw new ConfigError([
    'AZURE_TENANT_ID, AZURE_CLIENT_ID: are not set, so there is nothing to read; see the README',
  ]);
}

/** `npm run sync -- --plan`: what a run would do now, without doing it. */
async function printPlan(server: RunningServer | null): Promise<void> {
  const plan = server === null ? await planFullRun(await requireDeps()) : await readPlan(server);
  for (const line of formatPlan(plan)) say(line);
}

async function syncHere(): Promise<RunStatus> {
  const deps = await requireDeps();
  const claim = await claimRun(deps, 'command line');
  if (claim.kind === 'running') {
    say(`Run ${claim.runId} has not ended: it is ${claim.status}.`);
    return claim.status;
  }
  const detail = { resumed: claim.resumed };
  await recordOwnWork(deps, {
    by: 'command line',
    action: 'sync',
    outcome: 'done',
    target: claim.runId,
    detail,
  });
  say(`${claim.resumed ? 'Resuming' : 'Starting'} run ${claim.runId}.`);
  const { ended } = launchRun(deps, claim.runId);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stopJobs());
  return ended;
}

async function main(): Promise<number> {
  try {
    const { database } = config();
    const server = database.kind === 'embedded' ? findServer(database.dataDir) : null;
    if (process.argv.includes('--plan')) {
      await printPlan(server);
      return 0;
    }
    const status = server === null ? await syncHere() : await handOver(server, say);
    say(`The sync run is ${status}.`);
    return EXIT.get(status) ?? FAILED;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof ConfigError ? 2 : 1;
  } finally {
    await closeDatabase();
  }
}

process.exitCode = await main();
