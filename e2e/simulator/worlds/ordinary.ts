import { ARCHETYPES, DECK, type Archetype, type ArchetypeName } from './archetypes.ts';
import { drawCompany, drawWorkloads } from './names.ts';
import { fractionOf, randomOf, shuffled, type Random } from './seeded.ts';
import { charge } from './charges.ts';
import type { Charge, CostPlan, Currency, VariedCost } from './cost-types.ts';
import type { WrittenCustomer } from './written.ts';

const SUBSCRIPTION_COUNTS = [1, 1, 1, 1, 2, 2, 2, 3, 4] as const;
const USUAL_MEAN = 17 / 9;
/** Amounts of a day in the smallest unit; krona are small. */
const BASE_CENTS: Readonly<Record<Currency, readonly [number, number]>> = {
  EUR: [900, 42_000],
  USD: [1_000, 46_000],
  GBP: [800, 36_000],
  SEK: [10_000, 450_000],
};

export type OrdinaryOptions = {
  seed: number;
  count: number;
  /** Subscriptions of a customer on the average; as few as usual unless said. */
  subscriptionsEach?: number;
};

/** Ordinary customers out of the hand-written archetypes: the same for the same seed, whatever their number. */
export function ordinaryCustomers({
  seed,
  count,
  subscriptionsEach = USUAL_MEAN,
}: OrdinaryOptions): WrittenCustomer[] {
  const taken = new Set<string>();
  const kinds: ArchetypeName[] = [];
  while (kinds.length < count) kinds.push(...shuffledDeck(seed, kinds.length));
  return kinds
    .slice(0, count)
    .map((kind, index) => ordinaryCustomer({ seed, index, kind, taken, subscriptionsEach }));
}

/** No customer of a single cause shows it, so every world of more than the first customers does. */
const SHOWN_ALWAYS: ArchetypeName = 'roleNotListed';

function shuffledDeck(seed: number, already: number): ArchetypeName[] {
  const cards = DECK.flatMap(([name, count]) => Array.from({ length: count }, () => name));
  const mixed = shuffled(cards, randomOf(seed, 'deck', already));
  return [SHOWN_ALWAYS, ...mixed.toSpliced(mixed.indexOf(SHOWN_ALWAYS), 1)];
}

type Drawn = {
  seed: number;
  index: number;
  kind: ArchetypeName;
  taken: Set<string>;
  subscriptionsEach: number;
};

/** Few of most and many of some, around the average. */
function countOf(random: Random, { seed, index, subscriptionsEach }: Drawn): number {
  const drawn = (random.pick(SUBSCRIPTION_COUNTS) * subscriptionsEach) / USUAL_MEAN;
  const whole = Math.floor(drawn + 1e-9);
  return Math.max(1, whole + (fractionOf('one more', seed, index) < drawn - whole ? 1 : 0));
}

function ordinaryCustomer(asked: Drawn): WrittenCustomer {
  const { seed, index, kind, taken } = asked;
  const random = randomOf(seed, 'customer', index);
  const archetype: Archetype = ARCHETYPES[kind];
  const { displayName, domain, currency } = drawCompany(random, taken);
  const workloads = drawWorkloads(random, countOf(random, asked));
  const costs = workloads.map(() => drawCost(random, currency, archetype.creditedPercent));
  return {
    key: `seed ${seed} customer ${index}`,
    displayName,
    domain,
    billingCurrency: currency,
    costRefused: archetype.costRefused ?? false,
    setup: archetype.setup,
    subscriptions: workloads.map((workload, place) => ({
      displayName: workload,
      cost: withExtras(costs[place] ?? { kind: 'none' }, randomOf(seed, 'extras', index, place)),
      expected: archetype.expected,
    })),
    charges: ownCharges(costs[0] ?? { kind: 'none' }, randomOf(seed, 'charges', index)),
    // All subscriptions of an ordinary customer are alike, so the customer's answer is theirs.
    expected: archetype.expected,
  };
}

function drawCost(random: Random, currency: Currency, creditedPercent: number | null): CostPlan {
  if (creditedPercent === null) return { kind: 'none' };
  const [least, most] = BASE_CENTS[currency];
  // Squared: many small subscriptions, few large ones.
  const baseCents = Math.round(least + (most - least) * random.fraction() ** 2);
  return {
    kind: 'varied',
    currency,
    baseCents,
    monthlyGrowthPercent: random.whole(-1, 4),
    creditedPercent,
  };
}

type Sized = (percent: number) => string;

/** What subscriptions have beside usage that may earn, each with the share of those that have it. */
const EXTRAS: readonly (readonly [share: number, of: (sized: Sized, isCredited: boolean) => Charge[]])[] = [
  [0.14, (sized) => [charge('marketplace', sized(140), { onDay: 2 })]],
  [
    0.12,
    (sized) => [
      charge('reservation-purchase', sized(600), { onDay: 4, resourceGroup: '' }),
      charge('reservation-usage', '0'),
    ],
  ],
  [0.1, (sized) => [charge('spot', sized(12), { resourceGroup: 'rg-data' })]],
  [0.08, (sized) => [charge('savings-plan', sized(18))]],
  [0.1, (sized, isCredited) => [charge(isCredited ? 'earned' : 'eligible', `-${sized(9)}`, { onDay: 17 })]],
  [0.3, (_sized, isCredited) => [charge(isCredited ? 'zero-price-credited' : 'zero-price', '0')]],
];

function withExtras(cost: CostPlan, random: Random): CostPlan {
  if (cost.kind !== 'varied') return cost;
  const drawn = EXTRAS.flatMap(([share, of]) =>
    random.fraction() < share ? of(sizedBy(cost), cost.creditedPercent > 50) : [],
  );
  return drawn.length === 0 ? cost : { ...cost, extras: drawn };
}

/** Now and then a commitment is bought for all of a customer's subscriptions, and belongs to none. */
function ownCharges(cost: CostPlan, random: Random): Charge[] {
  if (cost.kind !== 'varied' || random.fraction() > 0.12) return [];
  return [charge('reservation-purchase', sizedBy(cost)(450), { onDay: 1, resourceGroup: '' })];
}

/** Percent of an ordinary day. */
const sizedBy =
  ({ baseCents }: VariedCost): Sized =>
  (percent) =>
    (Math.max(1, Math.round((baseCents * percent) / 100)) / 100).toFixed(2);
