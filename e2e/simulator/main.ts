import { parseArgs } from 'node:util';
import { z } from 'zod';
import { clockFrom, realClock } from './clock.ts';
import { startSimulator, type Simulator, type SimulatorOptions } from './server.ts';
import { LIMITS } from './throttle.ts';

const USAGE =
  'usage: npm run simulator -- --port N --customers N --seed N [--dir DIR] [--limits azure|relaxed|off] [--latency MS] [--now ISO]';

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const argumentsSchema = z.object({
  port: whole(0, 65_535).default(4433),
  customers: whole(0, 100_000).default(40),
  seed: whole(0, Number.MAX_SAFE_INTEGER).default(1),
  dir: z.string().min(1).default('.data/simulator'),
  limits: z.enum(LIMITS).default('azure'),
  latency: whole(0, 600_000).default(0),
  now: z.iso.datetime({ offset: true }).optional(),
});

function readOptions(): SimulatorOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { port: text, customers: text, seed: text, dir: text, limits: text, latency: text, now: text },
  });
  const { now, latency, ...options } = argumentsSchema.parse(values);
  const clock = now === undefined ? realClock : clockFrom(Date.parse(now));
  return { ...options, clock, latencyMs: latency };
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
