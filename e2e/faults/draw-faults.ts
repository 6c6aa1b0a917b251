import { CHANCE_NAMES, type Chance, type GeneratorOptions } from '../simulator/fault-generator.ts';
import { fractionOf } from '../simulator/worlds/seeded.ts';
import type { World } from '../simulator/worlds/types.ts';
import type { CostWay } from '../simulator/cost-ways.ts';

/** One way of reading cost each: a fault then ends in no cost, and not in cost by another way. */
export const LAB_WAYS: readonly CostWay[] = ['report-profile', 'query-customer', 'query-profile', 'export'];

export type Drawn = {
  seed: number;
  /** Which of LAB_WAYS. */
  lab: number;
  /** Whether a sync without faults has filled the store before. */
  filled: boolean;
  generator: GeneratorOptions;
  /** Only calls of this customer meet faults; null: any may. */
  tenantId: string | null;
};

const SHARE_OF_ONE_CUSTOMER = 0.3;

/** What a run of this seed meets: everything of it comes from the seed alone. */
export function drawFaults(seed: number, world: Pick<World, 'customers'>): Drawn {
  const draw = (what: string): number => fractionOf('fault run', seed, what);
  const pick = <Item>(items: readonly Item[], what: string): Item | undefined =>
    items[Math.floor(draw(what) * items.length)];
  const one = draw('whose') < SHARE_OF_ONE_CUSTOMER ? pick(world.customers, 'customer') : undefined;
  const about =
    one === undefined
      ? {}
      : { about: [one.tenantId, ...one.subscriptions.map((held) => held.subscriptionId)] };
  const rate = one === undefined ? 0.005 + draw('rate') ** 2 * 0.2 : 0.1 + draw('rate') * 0.6;
  return {
    seed,
    lab: labOf(seed),
    filled: draw('filled') < 0.5,
    generator: { seed, rate, kinds: drawKinds(draw), ...about },
    tenantId: one?.tenantId ?? null,
  };
}

export const labOf = (seed: number): number => seed % LAB_WAYS.length;

/** All kinds in every second run, else one or two, so that each is met by itself too. */
function drawKinds(draw: (what: string) => number): Chance[] {
  if (draw('mixed') < 0.5) return [...CHANCE_NAMES];
  const at = (what: string): Chance[] =>
    CHANCE_NAMES.slice(Math.floor(draw(what) * CHANCE_NAMES.length)).slice(0, 1);
  return [...new Set([...at('first kind'), ...(draw('two kinds') < 0.5 ? at('second kind') : [])])];
}
