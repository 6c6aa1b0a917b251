import { parseArgs } from 'node:util';
import { z } from 'zod';
import { clockFrom, settableClock } from './clock.ts';
import { COST_WAYS, parseCostWays, USUAL_WAYS } from './cost-ways.ts';
import { startSimulator, type Simulator, type SimulatorOptions } from './server.ts';
import { LIMITS } from './throttle.ts';
import { WORLD_NAMES } from './worlds/world.ts';

const USAGE =
  'usage: npm run simulator -- --port N --customers N --seed N [--subscriptions-each N] [--dir DIR] [--limits azure|relaxed|off] [--latency MS] [--now ISO] [--world NAME] [--cost-ways WAY,WAY]';

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const costWays = z.string().transform((text, context) => {
  const ways = parseCostWays(text);
  if (ways !== null) return ways;
  context.addIssue(`is to hold some of ${COST_WAYS.join(', ')}`);
  return z.NEVER;
});

const argumentsSchema = z.object({
  port: whole(0, 65_535).default(4433),
  customers: whole(0, 100_000).default(40),
  seed: whole(0, Number.MAX_SAFE_INTEGER).default(1),
  dir: z.string().min(1).default('.data/simulator'),
  limits: z.enum(LIMITS).default('azure'),
  latency: whole(0, 600_000).optional(),
  'subscriptions-each': z.coerce.number().min(1).max(1000).optional(),
  world: z.enum(WORLD_NAMES).default('demo'),
  now: z.iso.datetime({ offset: true }).optional(),
  'cost-ways': costWays.default(USUAL_WAYS),
});

function readOptions(): SimulatorOptions {
  const text = { type: 'string' } as const;
  const names = Object.keys(argumentsSchema.shape);
  const { values } = parseArgs({ options: Object.fromEntries(names.map((name) => [name, text])) });
  const {
    now,
    latency,
    world,
    'subscriptions-each': subscriptionsEach,
    'cost-ways': everywhere,
    ...options
  } = argumentsSchema.parse(values);
  const clock = now === undefined ? settableClock() : clockFrom(Date.parse(now));
  // Azure's limits come with Azure's pace, unless another one is asked for.
  const pace = { latencyMs: latency ?? 0, usualLatency: latency === undefined && options.limits === 'azure' };
  const size = subscriptionsEach === undefined ? {} : { subscriptionsEach };
  return { ...options, ...pace, ...size, clock, worldName: world, costWays: { everywhere, at: new Map() } };
}

function readOptionsOrExit(): SimulatorOptions {
  try {
    return readOptions();
  } catch (error) {
    const problem = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    process.stderr.write(`${problem}\n${USAGE}\n`);
    process.exit(2);
  }
}

async function startOrExit(options: SimulatorOptions): Promise<Simulator> {
  try {
    return await startSimulator(options);
  } catch (error) {
    process.stderr.write(`the simulator could not start: ${String(error)}\n`);
    process.exit(1);
  }
}

const simulator = await startOrExit(readOptionsOrExit());
process.stdout.write(`${JSON.stringify(simulator.description)}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void simulator.close().then(() => process.exit(0)));
}
