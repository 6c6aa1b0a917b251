import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Clock } from '../simulator/clock.ts';
import type { Description } from '../simulator/description.ts';
import { openFastClock, type FastClock } from '../simulator/virtual-clock.ts';
import type { CostTruth } from './made-costs.ts';

/** What the process that keeps the clock and the one that follows it tell each other. */
const toFollower = z.union([
  z.strictObject({ kind: z.literal('jump'), skippedMs: z.number() }),
  z.strictObject({ kind: z.literal('wake'), id: z.number() }),
  z.strictObject({ kind: z.literal('counts') }),
  z.strictObject({ kind: z.literal('end') }),
]);
const toKeeper = z.union([
  z.strictObject({ kind: z.literal('jumped'), skippedMs: z.number() }),
  z.strictObject({ kind: z.literal('sleep'), id: z.number(), ms: z.number() }),
  z.strictObject({ kind: z.literal('ready'), description: z.unknown(), caPem: z.string() }),
  z.strictObject({
    kind: z.literal('counts'),
    answers: z.unknown(),
    asked: z.unknown(),
    costs: z.unknown(),
  }),
]);

type ToFollower = z.infer<typeof toFollower>;
export type ToKeeper = z.infer<typeof toKeeper>;

const send = (message: ToKeeper): void => void process.send?.(message);

/** The clock of a process that follows its parent's: it sleeps there, and jumps when told to. */
export function followClock(startMs: number, on: { counts: () => void; end: () => void }): Clock {
  let skippedMs = 0;
  let sleeps = 0;
  const sleepers = new Map<number, () => void>();
  process.on('message', (message) => {
    const told = toFollower.parse(message);
    if (told.kind === 'wake') {
      sleepers.get(told.id)?.();
      sleepers.delete(told.id);
    } else if (told.kind === 'jump') {
      ({ skippedMs } = told);
      send({ kind: 'jumped', skippedMs });
    } else on[told.kind]();
  });
  return {
    now: () => Math.round(startMs + skippedMs),
    sleep: (ms) =>
      new Promise((resolve) => {
        const id = (sleeps += 1);
        sleepers.set(id, resolve);
        send({ kind: 'sleep', id, ms });
      }),
  };
}

export type CallCounts = Record<string, Record<string, number>>;
/** Calls answered well by what limits them, as the simulator saw them. */
export type Asked = {
  scopes: Record<string, number>;
  byApi: Record<string, number>;
  /** Different ones by identity, tenant and audience, those that were refused included. */
  tokens: number;
  /** Calls that no real host of Microsoft's would get. */
  discoveries: number;
};

export type LinkedSimulator = {
  clock: FastClock;
  description: Description;
  caPem: string;
  counts: () => Promise<{ answers: CallCounts; asked: Asked; costs: CostTruth }>;
  stop: () => Promise<void>;
};

/** Starts the simulator in a process of its own that follows this process's fast clock, on which only waits take time. */
export async function startLinkedSimulator(options: object): Promise<LinkedSimulator> {
  const startMs = Date.now();
  const file = fileURLToPath(new URL('./linked-simulator.ts', import.meta.url));
  const child = fork(file, [JSON.stringify({ ...options, startMs })], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let jumped: (() => void) | null = null;
  const clock = openFastClock({
    startMs,
    workTakesTime: false,
    quietMs: 3,
    onJump: (skippedMs) =>
      new Promise((resolve) => {
        jumped = resolve;
        tell(child, { kind: 'jump', skippedMs });
      }),
  });
  const heard = listen(child, (told) => {
    if (told.kind === 'jumped') jumped?.();
    // While it sleeps nothing is done for the call that waits.
    if (told.kind !== 'sleep') return;
    clock.working(-1);
    void clock.sleep(told.ms).then(() => {
      clock.working(1);
      tell(child, { kind: 'wake', id: told.id });
    });
  });
  const { description, caPem } = await heard('ready');
  return {
    clock,
    // Both are what the simulator's own process writes.
    description: description as Description,
    caPem,
    async counts() {
      const answer = heard('counts');
      tell(child, { kind: 'counts' });
      const { answers, asked, costs } = await answer;
      return { answers: answers as CallCounts, asked: asked as Asked, costs: costs as CostTruth };
    },
    async stop() {
      const ended = once(child, 'exit');
      tell(child, { kind: 'end' });
      await ended;
    },
  };
}

const tell = (child: ChildProcess, message: ToFollower): void => void child.send(message);

/** Waits for the next message of a kind; all of them are heard by `onEach`. */
function listen(child: ChildProcess, onEach: (told: ToKeeper) => void) {
  const waiting = new Map<string, (told: ToKeeper) => void>();
  child.on('message', (message) => {
    const told = toKeeper.parse(message);
    onEach(told);
    waiting.get(told.kind)?.(told);
    waiting.delete(told.kind);
  });
  return <Kind extends ToKeeper['kind']>(kind: Kind): Promise<Extract<ToKeeper, { kind: Kind }>> =>
    new Promise((resolve) => {
      // Messages are handed to the waiter of their own kind.
      waiting.set(kind, (told) => resolve(told as Extract<ToKeeper, { kind: Kind }>));
    });
}
