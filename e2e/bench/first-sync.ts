import { z } from 'zod';
import { closeDatabase } from '#lib/db/client.ts';
import { countSteps, findRun } from '#lib/db/runs.ts';
import { claimRun, launchRun, syncDeps } from '#lib/sync/entry.ts';

/** One first sync in this process, so that its memory is the sync's own. Prints its figures as one line of JSON. */
const [simulatorUrl = ''] = process.argv.slice(2);
const callCounts = z.record(z.string(), z.record(z.string(), z.number()));

const deps = await syncDeps();
if (deps === null) throw new Error('Azure is not configured');
const claim = await claimRun(deps, 'bench');
const megabytes = (bytes: number): number => Math.round(bytes / 1024 ** 2);
const openedMb = megabytes(process.memoryUsage.rss());
let highestMb = openedMb;
const sampling = setInterval(() => {
  highestMb = Math.max(highestMb, megabytes(process.memoryUsage.rss()));
}, 250);
const before = performance.now();
const status = await launchRun(deps, claim.runId).ended;
const seconds = (performance.now() - before) / 1000;
clearInterval(sampling);
const run = await findRun(deps.db, claim.runId);
const steps = await countSteps(deps.db, [claim.runId], { kind: 'all' });

const counted = callCounts.parse(await (await fetch(new URL('/_simulator/calls', simulatorUrl))).json());
const answers = Object.values(counted).flatMap((byStatus) => Object.entries(byStatus));
const total = (wanted: (answer: string) => boolean): number =>
  answers.filter(([answer]) => wanted(answer)).reduce((sum, [, count]) => sum + count, 0);

const figures = {
  status,
  seconds: Number(seconds.toFixed(1)),
  callsToAzure: run?.calls ?? 0,
  answers: total(() => true),
  tokenAnswers: Object.values(counted['entra'] ?? {}).reduce((sum, count) => sum + count, 0),
  throttledAnswers: total((answer) => answer === '429'),
  waitedSeconds: Number(((run?.waitedMs ?? 0) / 1000).toFixed(1)),
  callsByApi: Object.fromEntries(
    Object.entries(counted).map(([api, byStatus]) => [
      api,
      Object.values(byStatus).reduce((sum, count) => sum + count, 0),
    ]),
  ),
  steps: Object.fromEntries(steps.map((row) => [row.status, row.steps])),
  memoryMb: {
    // Creating the embedded database is what peaks; the sync comes after it.
    peakOfProcess: Math.round(process.resourceUsage().maxRSS / 1024),
    databaseOpen: openedMb,
    highestWhileSyncing: highestMb,
  },
};
await closeDatabase();
process.stdout.write(`${JSON.stringify(figures)}\n`);
