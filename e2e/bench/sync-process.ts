import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { z } from 'zod';
import { closeDatabase } from '#lib/db/client.ts';
import { findRun, listSteps } from '#lib/db/runs.ts';
import { EVERY_CUSTOMER } from '#lib/db/visible-customers.ts';
import { claimRun, launchRun, syncDeps } from '#lib/sync/entry.ts';
import { environmentFor } from '../simulator/description.ts';
import { watchWork } from './busy.ts';
import { startLinkedSimulator } from './linked-clock.ts';
import { boundOf, countFound, leastCostCalls } from './read-bound.ts';
import { daysInPlay } from './made-costs.ts';
import { openStretch } from './stretch.ts';
import { timeBoundOf } from './time-bound.ts';
import { checkWhole } from './whole.ts';

/** One sync with Azure's limits on a fast clock; the simulator is another process, so that memory is the sync's own. */
const { folder, stretchHours, ...options } = z
  .strictObject({
    customers: z.number(),
    subscriptionsEach: z.number(),
    ways: z.string(),
    folder: z.string(),
    /** Stops there and tells the rate so far; null: to the end. */
    stretchHours: z.number().nullable(),
  })
  .parse(JSON.parse(process.argv[2] ?? '{}'));

const simulator = await startLinkedSimulator({ ...options, dir: join(folder, 'simulator') });
const { clock } = simulator;
setDefaultCACertificates([...getCACertificates('default'), simulator.caPem]);
Object.assign(process.env, environmentFor(simulator.description), { DATA_DIR: join(folder, 'data') });
const database = watchWork(clock);

/** A busy machine may take minutes for an answer that takes none on the clock. */
const PATIENT_MS = 30 * 60_000;
const { now } = clock;
const stretch = openStretch(clock, stretchHours);
const deps = await syncDeps({ now, sleep: stretch.sleep, attemptTimeoutMs: PATIENT_MS });
if (deps === null) throw new Error('Azure is not configured');

const megabytes = (bytes: number): number => Math.round(bytes / 1024 ** 2);
const openedMb = megabytes(process.memoryUsage.rss());
let highestMb = openedMb;
const sampling = setInterval(() => {
  highestMb = Math.max(highestMb, megabytes(process.memoryUsage.rss()));
}, 200);

const claim = await claimRun(deps, 'bench');
const startedMs = clock.now();
const begun = performance.now();
const queriesBefore = database.queries();
const databaseBefore = database.seconds();
const { ended, controller } = launchRun(deps, claim.runId);
stretch.begin(() => controller.abort());
const status = await ended;
clearInterval(sampling);
const clockMs = clock.now() - startedMs;
const run = await findRun(deps.db, claim.runId);
const steps = await listSteps(deps.db, claim.runId, EVERY_CUSTOMER);
const { answers, asked, costs } = await simulator.counts();

const byApi = Object.entries(answers);
const countOf = (wanted: (answer: string) => boolean): number =>
  byApi
    .flatMap(([, byStatus]) => Object.entries(byStatus))
    .filter(([answer]) => wanted(answer))
    .reduce((sum, [, count]) => sum + count, 0);
const sumOf = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
const round = (value: number, digits = 3): number => Number(value.toFixed(digits));

const calls = countOf(() => true) - asked.discoveries;
const cpu = process.cpuUsage();
const leastCalls = await leastCostCalls(deps.db, new Date(startedMs).toISOString());
const found = await countFound(deps.db);
const bound = boundOf({ steps, answers: byApi, leastCalls, found, tokens: asked.tokens });
const time = timeBoundOf({ steps, bound, leastCalls, found });
const minutes = clockMs / 60_000;
const sought = { costs, lastDay: daysInPlay(startedMs).to };
const whole = stretchHours === null ? await checkWhole(deps.db, claim.runId, sought) : null;
const figures = {
  status,
  whole,
  calls,
  callsBound: bound.total,
  callsRatio: round(calls / bound.total),
  /** With what limits.md leaves out counted as too much. */
  formulaRatio: round(calls / sumOf(bound.formula)),
  clockMinutes: round(minutes, 1),
  boundMinutes: round(time.minutes, 1),
  timeRatio: round(minutes / time.minutes),
  formulaTimeRatio: round(minutes / time.formulaMinutes),
  throttledAnswers: countOf((answer) => answer === '429'),
  highestMemoryMb: highestMb,
  databaseSeconds: round(database.seconds() - databaseBefore, 1),
  queries: database.queries() - queriesBefore,
  realMinutes: round((performance.now() - begun) / 60_000, 1),
  cpuMinutes: round((cpu.user + cpu.system) / 60e6, 1),
  waitedMinutes: round((run?.waitedMs ?? 0) / 60_000, 1),
  costCallsPerHour: round(
    Object.values(asked.scopes).reduce((sum, count) => sum + count, 0) / (minutes / 60),
    0,
  ),
  boundIs: time.parts,
  callsOfBound: { ...bound.formula, ...bound.beyond },
  callsByApi: asked.byApi,
  mostAtOneCostScope: Math.max(0, ...Object.values(asked.scopes)),
  steps: Object.fromEntries(
    [...Map.groupBy(steps, (step) => step.status)].map(([name, rows]) => [name, rows.length]),
  ),
};
await closeDatabase();
await simulator.stop();
process.stdout.write(`${JSON.stringify(figures)}\n`);
process.exit(0);
