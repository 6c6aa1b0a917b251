import { closeDatabase, database } from '#lib/db/client.ts';
import { syncSteps } from '#lib/db/schema.ts';
import { claimRun, launchRun, syncDeps } from '#lib/sync/entry.ts';
import { inArray } from 'drizzle-orm';
import { openFastClock } from '../simulator/virtual-clock.ts';

/**
 * One sync in a process that may be killed at any moment: it first prints the steps that the process before left under
 * way, then takes up its run or begins one, and at the end prints how that ended.
 */
const [startMs = '0'] = process.argv.slice(2);
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

const { db } = await database();
const left = await db
  .select({ source: syncSteps.source, way: syncSteps.way })
  .from(syncSteps)
  .where(inArray(syncSteps.status, ['running', 'waiting']));
say({ left });
const clock = openFastClock({ startMs: Number(startMs) });
const deps = await syncDeps(clock);
if (deps === null) throw new Error('Azure is not configured');
const claim = await claimRun(deps, 'crashes');
if (claim.kind === 'running') throw new Error(`run ${claim.runId} is another process's`);
const status = await launchRun(deps, claim.runId).ended;
await closeDatabase();
say({ status });
process.exit(0);
