import { CHANCE_NAMES, type Chance, type GeneratorOptions } from '../simulator/fault-generator.ts';
import { fractionOf } from '../simulator/worlds/seeded.ts';
import type { World } from '../simulator/worlds/types.ts';
import type { CostWay } from '../simulator/cost-ways.ts';

/** One way of reading cost each: a fault then ends in no cost, and not in cost by another way. */
const LAB_WAYS: readonly CostWay[] = ['report-profile', 'query-customer', 'query-profile', 'export'];
const GROUPS = 2;

export type LabSetup = {
  way: CostWay;
  /** Which of the world's customers, counted from 0: each lab has its own, and meets what the others do not. */
  customers: readonly number[];
  /** With other processes, of which there are none: as on a PostgreSQL that several servers share. */
  sharesBudgets: boolean;
};

/** Few customers, so that there is time for many runs; of all labs together the whole hand-written world. */
const CUSTOMERS_OF_A_LAB = 2;

export const LABS: readonly LabSetup[] = LAB_WAYS.flatMap((way, index) =>
  Array.from({ length: GROUPS }, (_, group) => {
    const first = (group * LAB_WAYS.length + index) * CUSTOMERS_OF_A_LAB;
    const customers = Array.from({ length: CUSTOMERS_OF_A_LAB }, (__, next) => first + next);
    return { way, customers, sharesBudgets: index % GROUPS === group && index > 1 };
  }),
);

export type Drawn = {
  seed: number;
  /** Which of LABS. */
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
  const kinds = drawKinds(draw);
  const isNarrow = one !== undefined || kinds.length < CHANCE_NAMES.length;
  // What meets few calls has to meet many of them, or it meets none.
  const rate = isNarrow ? 0.08 + draw('rate') * 0.5 : 0.01 + draw('rate') ** 2 * 0.3;
  return {
    seed,
    lab: labOf(seed),
    filled: draw('filled') < 0.5,
    generator: { seed, rate, kinds, ...about },
    tenantId: one?.tenantId ?? null,
  };
}

export const labOf = (seed: number): number => seed % LABS.length;

/** They befall only answers that lead to a further page, which is one of four. */
const OF_PAGES: readonly Chance[] = [
  'empty-page',
  'duplicate-page',
  'missing-page',
  'wrong-next-link',
  'foreign-next-link',
];

/** All kinds in two runs of five, those of pages in one of three, else one or two, so that each is met by itself too. */
function drawKinds(draw: (what: string) => number): Chance[] {
  const mixed = draw('mixed');
  if (mixed < 0.4) return [...CHANCE_NAMES];
  if (mixed < 0.72) return [...OF_PAGES];
  const at = (what: string): Chance[] =>
    CHANCE_NAMES.slice(Math.floor(draw(what) * CHANCE_NAMES.length)).slice(0, 1);
  return [...new Set([...at('first kind'), ...(draw('two kinds') < 0.5 ? at('second kind') : [])])];
}
