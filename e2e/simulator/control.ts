import { z } from 'zod';
import type { Calls } from './calls.ts';
import { changeWorld } from './change-world.ts';
import type { Clock } from './clock.ts';
import { generatorSchema } from './fault-generator.ts';
import { faultSchema, type Faults } from './faults.ts';
import { json, type Answer, type Call } from './http.ts';
import type { Simulation } from './simulation.ts';

const CALLS = '/_simulator/calls';
const RECORDS = '/_simulator/calls/records';
const FAULTS = '/_simulator/faults';
const CLOCK = '/_simulator/clock';
/** Something happens at the customers' (worlds/later.ts). */
const LATER = '/_simulator/later';

type Controlled = { calls: Calls; faults: Faults; clock: Clock; simulation: Simulation };

/** What another process may ask of the simulator itself; null: the call is for Azure. */
export function answerControl(call: Call, { calls, faults, clock, simulation }: Controlled): Answer | null {
  if (!call.path.startsWith('/_simulator/')) return null;
  if (call.path === CALLS) return answerCalls(call, calls);
  if (call.path === FAULTS) return answerFaults(call, faults);
  if (call.path === RECORDS) return json(calls.list());
  if (call.path === CLOCK) return answerClock(call, clock);
  if (call.path === LATER && call.method === 'POST') return answerLater(simulation);
  return { status: 404, body: { message: `use ${CALLS}, ${RECORDS}, ${FAULTS}, ${CLOCK} or ${LATER}` } };
}

const answerLater = (simulation: Simulation): Answer =>
  json(changeWorld(simulation).map(({ subscriptionId }) => subscriptionId));

function answerCalls({ method }: Call, calls: Calls): Answer {
  if (method === 'DELETE') calls.reset();
  return json(calls.counts());
}

function answerFaults({ method, body }: Call, faults: Faults): Answer {
  if (method === 'DELETE') faults.clear();
  if (method !== 'POST') return json(faults.list());
  const held = parseJson(body);
  const generator = generatorSchema.safeParse(held);
  if (generator.success) faults.generate(generator.data);
  else {
    const parsed = faultSchema.safeParse(held);
    if (!parsed.success) return { status: 400, body: { message: z.prettifyError(parsed.error) } };
    faults.add(parsed.data);
  }
  return json(faults.list());
}

const clockSchema = z.strictObject({
  now: z.iso.datetime({ offset: true }).optional(),
  /** How many seconds pass in one of the world outside. */
  speed: z.number().positive().max(100_000).optional(),
});

function answerClock({ method, body }: Call, clock: Clock): Answer {
  const told = () => json({ now: new Date(clock.now()).toISOString() });
  if (method !== 'POST') return told();
  if (clock.set === undefined) return { status: 409, body: { message: 'this clock cannot be set' } };
  const parsed = clockSchema.safeParse(parseJson(body));
  if (!parsed.success) return { status: 400, body: { message: z.prettifyError(parsed.error) } };
  const { now, speed } = parsed.data;
  clock.set({
    ...(now === undefined ? {} : { now: Date.parse(now) }),
    ...(speed === undefined ? {} : { speed }),
  });
  return told();
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
