import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startPostgres } from '#lib/db/testing/postgres-server.ts';
import { fractionOf } from '../simulator/worlds/seeded.ts';
import { COST_WAYS, type CostWay } from '../simulator/cost-ways.ts';
import { openCrashLab, type CrashLab, type Engine, type Synced } from './crash-lab.ts';
import { judgeCrash, repeatedQuestions } from './judge-crash.ts';

/** `npm run crashes -- --kills N --seed N`: syncs that are killed at random moments, on both databases. */
const whole = z.coerce.number().int().min(0);
const { values } = parseArgs({
  options: {
    kills: { type: 'string' },
    seed: { type: 'string' },
    way: { type: 'string' },
    engine: { type: 'string' },
  },
});
const options = z
  .object({
    kills: whole.min(1).default(10),
    seed: whole.default(1),
    way: z.enum(COST_WAYS).optional(),
    engine: z.enum(['embedded', 'postgres']).optional(),
  })
  .parse(values);

const KILLS_OF_A_SYNC = 3;
const WAYS: readonly CostWay[] = ['query-customer', 'query-profile', 'report-profile', 'export'];
const say = (text: string): void => void process.stdout.write(`${text}\n`);

type Totals = { kills: number; syncs: number; repeated: number; failed: number[] };

/** Some moments of one sync; what is left of a sync gets shorter with each, so that later kills meet it too. */
function drawKills(seed: number, answers: number, most: number): number[] {
  const count = 1 + Math.floor(fractionOf('kills', seed) * Math.min(most, KILLS_OF_A_SYNC));
  return Array.from(
    { length: Math.min(count, most) },
    (_, index) => 1 + Math.floor(fractionOf('kill', seed, index) * (answers / count)),
  );
}

async function killAndCompare(
  lab: CrashLab,
  {
    engine,
    undisturbed,
    kills,
    seed,
  }: { engine: Engine; undisturbed: Synced; kills: number[]; seed: number },
  totals: Totals,
): Promise<void> {
  const killed = await lab.sync(engine, kills);
  const problems = judgeCrash(undisturbed, killed);
  totals.kills += kills.length;
  totals.syncs += 1;
  totals.repeated += repeatedQuestions(undisturbed.questions, killed.questions).length;
  if (problems.length === 0) return;
  totals.failed.push(seed);
  say(`seed ${seed} on ${engine}, killed after ${kills.join(', ')} answers:`);
  for (const problem of problems) say(`  ${problem.replaceAll('\n', '\n  ')}`);
}

const folder = await mkdtemp(join(tmpdir(), 'pecboard-crashes-'));
const server = await startPostgres();
const totals: Totals = { kills: 0, syncs: 0, repeated: 0, failed: [] };
const startedMs = performance.now();
try {
  const ways = options.way === undefined ? WAYS.slice(0, Math.ceil(options.kills / 10)) : [options.way];
  for (const [index, way] of ways.entries()) {
    const own = join(folder, way);
    const serverOfWay = index === 0 ? server : await startPostgres();
    const lab = await openCrashLab({
      way,
      customers: 8,
      pageItems: 3,
      serverUrl: serverOfWay.url(''),
      folder: own,
    });
    const undisturbed = await lab.sync('postgres', []);
    const answers = [...undisturbed.questions.values()].reduce((sum, count) => sum + count, 0);
    const share = Math.ceil(options.kills / ways.length);
    for (let seed = options.seed, left = share; left > 0; seed += 1) {
      const kills = drawKills(seed, answers, left);
      left -= kills.length;
      const engine = options.engine ?? (seed % 2 === 0 ? 'postgres' : 'embedded');
      await killAndCompare(lab, { engine, undisturbed, kills, seed }, totals);
    }
    await lab.close();
    if (serverOfWay !== server) await serverOfWay.stop();
  }
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
say(JSON.stringify({ ...totals, seconds: Math.round((performance.now() - startedMs) / 1000) }));
process.exitCode = totals.failed.length === 0 ? 0 : 1;
