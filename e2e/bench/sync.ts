import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { withPostgres } from '../postgres.ts';
import { COST_WAYS } from '../simulator/cost-ways.ts';

const SIZES = [
  { customers: 100, subscriptions: 300 },
  { customers: 1_000, subscriptions: 5_000 },
  { customers: 10_000, subscriptions: 50_000 },
] as const;
type Size = (typeof SIZES)[number];

/** Ways of reading cost that the partner is permitted, by the plan that comes of it. */
const PLANS = {
  export: COST_WAYS,
  report: COST_WAYS.filter((way) => way !== 'export'),
  'query-profile': ['query-profile'],
  'query-customer': ['query-customer'],
} as const;
type Plan = keyof typeof PLANS;
const ENGINES = ['embedded', 'postgres'] as const;
type Engine = (typeof ENGINES)[number];

/** By the arithmetic of limits.md: 600 queries an hour, and four at least for each customer and month. */
const HOURS_A_DAY = 24;
const isBeyondTheDay = ({ customers }: Size, plan: Plan): boolean =>
  plan === 'query-customer' && (customers * 2 * 4) / 600 > HOURS_A_DAY;
const STRETCH_HOURS = 2;

type Run = { size: Size; plan: Plan; engine: Engine };

/** Runs that the words of the command line leave: a number of customers, a plan, an engine. */
function chosenRuns(words: readonly string[]): Run[] {
  const among = <Value>(all: readonly Value[], isNamed: (value: Value) => boolean): readonly Value[] => {
    const named = all.filter(isNamed);
    return named.length === 0 ? all : named;
  };
  const sizes = among(SIZES, ({ customers }) => words.includes(String(customers)));
  // The keys of the object above.
  const plans = among(Object.keys(PLANS) as Plan[], (plan) => words.includes(plan));
  const engines = among(ENGINES, (engine) => words.includes(engine));
  return sizes.flatMap((size) => plans.flatMap((plan) => engines.map((engine) => ({ size, plan, engine }))));
}

async function runOnce({ size, plan, engine }: Run): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), 'pecboard-bench-'));
  const beyond = isBeyondTheDay(size, plan);
  const options = {
    customers: size.customers,
    subscriptionsEach: size.subscriptions / size.customers,
    ways: PLANS[plan].join(','),
    folder,
    stretchHours: beyond ? STRETCH_HOURS : null,
  };
  try {
    const figures =
      engine === 'embedded'
        ? await runProcess(options, {})
        : await withPostgres((url) => runProcess(options, { DATABASE_URL: url }));
    return { ...size, plan, engine, beyondTheDay: beyond, ...figures };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runProcess(options: object, database: Record<string, string>): Promise<object> {
  const file = fileURLToPath(new URL('./sync-process.ts', import.meta.url));
  const child = spawn(process.execPath, [...process.execArgv, file, JSON.stringify(options)], {
    env: { ...process.env, ...database },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const printed = await text(child.stdout);
  const [code] = await ended;
  const last = printed.trim().split('\n').at(-1) ?? '';
  if (code !== 0) throw new Error(`a sync ended with code ${String(code)}: ${last.slice(0, 500)}`);
  // Its last line: the figures that it prints.
  return JSON.parse(last) as object;
}

/** A complete first read by each size, plan and engine; each run is a line of its own. */
export async function benchSync(words: readonly string[]): Promise<object> {
  const runs = chosenRuns(words);
  for (const run of runs) {
    process.stdout.write(`${JSON.stringify({ bench: 'sync', ...(await runOnce(run)) })}\n`);
  }
  return { runs: runs.length };
}
