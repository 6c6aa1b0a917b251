import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { closeDatabase } from '#lib/db/client.ts';
import { findRun, listSteps } from '#lib/db/runs.ts';
import { EVERY_CUSTOMER } from '#lib/db/visible-customers.ts';
import { claimRun, launchRun, syncDeps } from '#lib/sync/entry.ts';
import { environmentFor } from '../simulator/description.ts';
import { startSimulator } from '../simulator/server.ts';
import { openFastClock } from '../simulator/virtual-clock.ts';
import { boundOf, countFound, leastCostCalls } from './read-bound.ts';

/** The simulator and one sync in this process, on one fast clock. Prints its figures as one line of JSON. */
const [customers = '1000', subscriptionsEach = '5', folder = ''] = process.argv.slice(2);

const clock = openFastClock();
const simulator = await startSimulator({
  customers: Number(customers),
  subscriptionsEach: Number(subscriptionsEach),
  ...{ seed: 1, limits: 'azure', usualLatency: true, clock, dir: join(folder, 'simulator') },
});
setDefaultCACertificates([...getCACertificates('default'), simulator.caPem]);
Object.assign(process.env, environmentFor(simulator.description), { DATA_DIR: join(folder, 'data') });

const deps = await syncDeps(clock);
if (deps === null) throw new Error('Azure is not configured');
const claim = await claimRun(deps, 'bench');
const startedMs = clock.now();
const skippedMs = clock.skipped();
const status = await launchRun(deps, claim.runId).ended;
const clockMs = clock.now() - startedMs;
const run = await findRun(deps.db, claim.runId);
const steps = await listSteps(deps.db, claim.runId, EVERY_CUSTOMER);

const answers = Object.entries(simulator.calls());
const countOf = (wanted: (answer: string) => boolean): number =>
  answers
    .flatMap(([, byStatus]) => Object.entries(byStatus))
    .filter(([answer]) => wanted(answer))
    .reduce((sum, [, count]) => sum + count, 0);

const calls = countOf(() => true);
const leastCalls = await leastCostCalls(deps.db, new Date(startedMs).toISOString());
const found = await countFound(deps.db);
const bound = boundOf({ steps, answers, leastCalls, found, tokens: null });
const figures = {
  status,
  calls,
  bound: bound.total,
  callsOfBound: bound.formula,
  callsBeyondFormula: bound.beyond,
  ratio: Number((calls / bound.total).toFixed(3)),
  callsByApi: Object.fromEntries(
    answers.map(([api, byStatus]) => [api, Object.values(byStatus).reduce((sum, count) => sum + count, 0)]),
  ),
  throttledAnswers: countOf((answer) => answer === '429'),
  waitedSeconds: Math.round((run?.waitedMs ?? 0) / 1000),
  clockMinutes: Number((clockMs / 60_000).toFixed(1)),
  realMinutes: Number(((clockMs - (clock.skipped() - skippedMs)) / 60_000).toFixed(1)),
  steps: Object.fromEntries(
    [...Map.groupBy(steps, (step) => step.status)].map(([name, rows]) => [name, rows.length]),
  ),
};
await closeDatabase();
await simulator.close();
process.stdout.write(`${JSON.stringify(figures)}\n`);
process.exit(0);
