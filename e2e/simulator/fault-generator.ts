import { z } from 'zod';
import type { Effect } from './fault-effects.ts';
import type { Call } from './http.ts';
import { fractionOf } from './worlds/seeded.ts';

/** Faults of chance that a seed can bring back. */
const CHANCES = {
  throttle: (): Effect => ({ kind: 'status', status: 429, headers: { 'retry-after': '2' } }),
  forbid: (): Effect => ({ kind: 'status', status: 403 }),
  slow: (): Effect => ({ kind: 'slow', ms: 1500 }),
  'server-error': (draw): Effect => ({
    kind: 'status',
    status: [500, 502, 503, 504][Math.floor(draw * 4)] ?? 500,
  }),
  cut: (): Effect => ({ kind: 'cut' }),
  'half-json': (): Effect => ({ kind: 'half-json' }),
  'empty-page': (): Effect => ({ kind: 'empty-page' }),
  'duplicate-page': (): Effect => ({ kind: 'duplicate-page' }),
  'missing-page': (): Effect => ({ kind: 'missing-page' }),
  'wrong-next-link': (): Effect => ({ kind: 'wrong-next-link' }),
  'foreign-next-link': (): Effect => ({ kind: 'foreign-next-link', url: 'https://foreign.example/next' }),
  'expired-token': (): Effect => ({ kind: 'status', status: 401 }),
  'clock-jump': (draw): Effect => ({ kind: 'clock-jump', ms: Math.round(draw * 7_200_000) }),
} satisfies Record<string, (draw: number) => Effect>;

export type Chance = keyof typeof CHANCES;
const isChance = (name: string): name is Chance => name in CHANCES;
export const CHANCE_NAMES = Object.keys(CHANCES).filter(isChance);

const CHANCE_OF_STATUS: ReadonlyMap<number, Chance> = new Map([
  [429, 'throttle'],
  [403, 'forbid'],
  [401, 'expired-token'],
]);

/** Which of the faults of chance an effect is; null: none of them. */
export function chanceOf(effect: Effect): Chance | null {
  if (effect.kind !== 'status') return isChance(effect.kind) ? effect.kind : null;
  return CHANCE_OF_STATUS.get(effect.status) ?? (effect.status >= 500 ? 'server-error' : null);
}

export const generatorSchema = z.strictObject({
  seed: z.int().min(0),
  /** Share of calls that a fault meets, from 0 to 1. */
  rate: z.number().min(0).max(1),
  kinds: z
    .array(z.enum(CHANCE_NAMES))
    .min(1)
    .default([...CHANCE_NAMES]),
  /** Only calls of this part of Azure. */
  api: z.string().optional(),
  /** Only calls with a token of one of these tenants, or whose path names one of these ids. */
  about: z.array(z.string().toLowerCase()).optional(),
});

export type GeneratorOptions = z.input<typeof generatorSchema>;
export type Generator = (call: Call, api: string, tenant: string | null) => Effect | null;

/** The same call at the same turn meets the same fault, whatever else is asked at that time. */
export function faultGenerator(options: GeneratorOptions): Generator {
  const { seed, rate, kinds, api: only, about } = generatorSchema.parse(options);
  const turns = new Map<string, number>();
  return (call, api, tenant) => {
    if (only !== undefined && only !== api) return null;
    if (about !== undefined && !isAbout(about, call, tenant)) return null;
    const target = `${call.method} ${call.path}?${call.query} ${call.body}`;
    const turn = turns.get(target) ?? 0;
    turns.set(target, turn + 1);
    if (fractionOf('fault', seed, target, turn) >= rate) return null;
    const kind = kinds[Math.floor(fractionOf('kind', seed, target, turn) * kinds.length)];
    return kind === undefined ? null : CHANCES[kind](fractionOf('size', seed, target, turn));
  };
}

function isAbout(ids: readonly string[], { path }: Call, tenant: string | null): boolean {
  const lower = path.toLowerCase();
  return ids.some((id) => id === tenant?.toLowerCase() || lower.includes(id));
}
