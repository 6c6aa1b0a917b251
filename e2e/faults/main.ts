import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startPostgres } from '#lib/db/testing/postgres-server.ts';
import { CHANCE_NAMES } from '../simulator/fault-generator.ts';
import { labOf } from './draw-faults.ts';

/** A run waits half of its time, for its clock and its database. */
const JOBS_OF_A_PROCESSOR = 2;

/** `npm run faults -- --runs N --seed N [--also SEED,...]`: syncs that meet faults of chance, each with its own seed. */
const whole = z.coerce.number().int().min(0);
const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    seed: { type: 'string' },
    also: { type: 'string' },
    jobs: { type: 'string' },
  },
});
const options = z
  .object({
    runs: whole.default(50),
    seed: whole.default(1),
    also: z
      .string()
      .default('')
      .transform((text) => z.array(whole).parse(text === '' ? [] : text.split(','))),
    jobs: whole.min(1).default(availableParallelism() * JOBS_OF_A_PROCESSOR),
  })
  .parse(values);

const runSchema = z.object({
  seed: z.number(),
  status: z.string(),
  calls: z.number(),
  hits: z.partialRecord(z.enum(CHANCE_NAMES), z.number()),
  unseen: z.boolean(),
  problems: z.array(z.string()),
  met: z.array(z.string()),
  ms: z.number(),
  /** Of the process of ours alone, which a busy machine does not change. */
  cpuMs: z.number(),
});
type Run = z.infer<typeof runSchema>;

const SHOWN = 30;
const LONGEST_LINE = 400;
const LONGEST_LOG = 4_000;
const runs: Run[] = [];
const say = (text: string): void => void process.stdout.write(`${text}\n`);

function tell(run: Run): void {
  runs.push(run);
  if (run.problems.length > 0) {
    say(`seed ${run.seed} (${run.status}, replay: npm run faults -- --runs 1 --seed ${run.seed})`);
    for (const problem of run.problems.slice(0, 5)) say(`  ${problem.replaceAll('\n', '\n  ')}`);
    for (const line of run.met.slice(0, SHOWN)) say(`    ${line.slice(0, LONGEST_LINE)}`);
  } else if (runs.length % 100 === 0) say(`${runs.length} runs`);
}

async function runSeeds(seeds: readonly number[], serverUrl: string, own: string): Promise<void> {
  // What the syncs log is of use only when a run fails that nothing else explains.
  const log = openSync(`${own}.log`, 'a');
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'worker.ts'), serverUrl, own, seeds.join(',')],
    {
      stdio: ['ignore', 'pipe', log],
      env: { ...process.env, NODE_COMPILE_CACHE: join(own, '..', 'compiled') },
    },
  );
  const { stdout } = child;
  if (stdout === null) throw new Error('the process has no output');
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: stdout })) tell(runSchema.parse(JSON.parse(line)));
  const [code] = await ended;
  if (code === 0) return;
  const last = readFileSync(`${own}.log`, 'utf8').slice(-LONGEST_LOG);
  throw new Error(`the runs of seed ${seeds[0]} and on ended with code ${String(code)}:\n${last}`);
}

const inOrder = Array.from({ length: options.runs }, (_, index) => options.seed + index);
const seeds = [...new Set([...inOrder, ...options.also])];
const folder = await mkdtemp(join(tmpdir(), 'pecboard-faults-'));
const server = await startPostgres();
const startedMs = performance.now();
try {
  const shares = [...Map.groupBy(seeds, (seed) => labOf(seed) % options.jobs).values()];
  await Promise.all(
    shares.map((share, index) => runSeeds(share, server.url(''), join(folder, String(index)))),
  );
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
const failed = runs.filter(({ problems }) => problems.length > 0);
const countBy = (statuses: readonly string[]): object =>
  Object.fromEntries([...Map.groupBy(statuses, (one) => one)].map(([name, same]) => [name, same.length]));
const sumOf = (count: (run: Run) => number): number => runs.reduce((sum, run) => sum + count(run), 0);
say(
  JSON.stringify({
    runs: runs.length,
    failed: failed.map(({ seed }) => seed),
    statuses: countBy(runs.map(({ status }) => status)),
    lostUnseen: runs.filter(({ unseen }) => unseen).length,
    calls: sumOf(({ calls }) => calls),
    hits: Object.fromEntries(CHANCE_NAMES.map((name) => [name, sumOf(({ hits }) => hits[name] ?? 0)])),
    runsHit: Object.fromEntries(
      CHANCE_NAMES.map((name) => [name, sumOf(({ hits }) => (hits[name] === undefined ? 0 : 1))]),
    ),
    seconds: Math.round((performance.now() - startedMs) / 1000),
    msOfARun: Math.round(sumOf(({ ms }) => ms) / Math.max(1, runs.length)),
    cpuMsOfARun: Math.round(sumOf(({ cpuMs }) => cpuMs) / Math.max(1, runs.length)),
  }),
);
process.exitCode = failed.length === 0 && runs.length === seeds.length ? 0 : 1;
