import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startPostgres } from '#lib/db/testing/postgres-server.ts';
import { fractionOf } from '../simulator/worlds/seeded.ts';
import { COST_WAYS, type CostWay } from '../simulator/cost-ways.ts';
import {
  openCrashLab,
  openStores,
  type CrashLab,
  type Engine,
  type Kill,
  type LabStores,
  type Synced,
} from './crash-lab.ts';
import { judgeCrash } from './judge-crash.ts';

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
/** A way has its own simulated Azure and its own undisturbed sync, which few kills are not worth. */
const KILLS_OF_A_WAY = 10;
const WAYS: readonly CostWay[] = [
  'query-customer',
  'export',
  'report-customer',
  'query-profile',
  'report-profile',
];
const LATER_AT_MOST_MS = 150;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

type Totals = {
  kills: number;
  syncs: number;
  repeated: number;
  failed: string[];
  byWay: Record<string, number>;
};

/** Some moments of one sync; what is left of a sync gets shorter with each, so that later kills meet it too. */
function drawKills(seed: number, answers: number, most: number): Kill[] {
  const draw = (what: string, index = 0): number => fractionOf(what, seed, index);
  const count = 1 + Math.floor(draw('kills') * Math.min(most, KILLS_OF_A_SYNC));
  return Array.from({ length: Math.min(count, most) }, (_, index) => ({
    answers: 1 + Math.floor(draw('kill', index) * (answers / count)),
    laterMs: draw('at once', index) < 0.5 ? 0 : Math.round(draw('later', index) * LATER_AT_MOST_MS),
  }));
}

type Case = { lab: CrashLab; way: CostWay; engine: Engine; undisturbed: Synced; kills: Kill[]; seed: number };

/** How many kills came before the end of the sync. */
async function killAndCompare(
  { lab, way, engine, undisturbed, kills, seed }: Case,
  totals: Totals,
): Promise<number> {
  const killed = await lab.sync(engine, kills);
  const { problems, repeated } = judgeCrash(undisturbed, killed);
  const made = killed.processes.length - 1;
  const name = `${way} ${engine}`;
  totals.kills += made;
  totals.byWay[name] = (totals.byWay[name] ?? 0) + made;
  totals.syncs += 1;
  totals.repeated += repeated;
  if (problems.length === 0) return made;
  totals.failed.push(`${way} ${engine} ${seed}`);
  const moments = kills.map(({ answers, laterMs }) => `${answers} answers and ${laterMs} ms`).join(', ');
  say(`seed ${seed} of ${way} on ${engine}, killed after ${moments}:`);
  for (const problem of problems) say(`  ${problem.replaceAll('\n', '\n  ')}`);
  return made;
}

async function killInWay(way: CostWay, share: number, stores: LabStores): Promise<void> {
  const own = join(folder, way);
  const lab = await openCrashLab({ way, customers: CUSTOMERS, pageItems: 3, stores, folder: own });
  const undisturbed = await lab.sync('postgres', []);
  const [{ questions } = { questions: new Map<string, number>() }] = undisturbed.processes;
  const answers = [...questions.values()].reduce((sum, count) => sum + count, 0);
  for (let seed = options.seed, left = share; left > 0; seed += 1) {
    const kills = drawKills(seed, answers, left);
    const engine = options.engine ?? (seed % 2 === 0 ? 'postgres' : 'embedded');
    left -= Math.max(1, await killAndCompare({ lab, way, engine, undisturbed, kills, seed }, totals));
  }
  await lab.close();
}

const CUSTOMERS = 5;
const folder = await mkdtemp(join(tmpdir(), 'pecboard-crashes-'));
const server = await startPostgres();
const totals: Totals = { kills: 0, syncs: 0, repeated: 0, failed: [], byWay: {} };
const startedMs = performance.now();
try {
  const count = Math.min(WAYS.length, Math.ceil(options.kills / KILLS_OF_A_WAY));
  const ways = options.way === undefined ? WAYS.slice(0, count) : [options.way];
  const stores = await openStores(server.url(''), folder);
  for (const way of ways) await killInWay(way, Math.ceil(options.kills / ways.length), stores);
  await stores.close();
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
say(JSON.stringify({ ...totals, seconds: Math.round((performance.now() - startedMs) / 1000) }));
process.exitCode = totals.failed.length === 0 ? 0 : 1;
