import { ARCHETYPES, DECK, type Archetype, type ArchetypeName } from './archetypes.ts';
import { drawCompany, drawWorkloads } from './names.ts';
import { randomOf, shuffled, type Random } from './seeded.ts';
import type { CostPlan, Currency } from './types.ts';
import type { WrittenCustomer } from './written.ts';

const SUBSCRIPTION_COUNTS = [1, 1, 1, 1, 2, 2, 2, 3, 4] as const;
/** Amounts of a day in the smallest unit; krona are small. */
const BASE_CENTS: Readonly<Record<Currency, readonly [number, number]>> = {
  EUR: [900, 42_000],
  USD: [1_000, 46_000],
  GBP: [800, 36_000],
  SEK: [10_000, 450_000],
};

/** Ordinary customers out of the hand-written archetypes: the same for the same seed, whatever their number. */
export function ordinaryCustomers(seed: number, count: number): WrittenCustomer[] {
  const taken = new Set<string>();
  const kinds: ArchetypeName[] = [];
  while (kinds.length < count) kinds.push(...shuffledDeck(seed, kinds.length));
  return kinds.slice(0, count).map((kind, index) => ordinaryCustomer(seed, index, kind, taken));
}

function shuffledDeck(seed: number, already: number): ArchetypeName[] {
  const cards = DECK.flatMap(([name, count]) => Array.from({ length: count }, () => name));
  return shuffled(cards, randomOf(seed, 'deck', already));
}

function ordinaryCustomer(
  seed: number,
  index: number,
  kind: ArchetypeName,
  taken: Set<string>,
): WrittenCustomer {
  const random = randomOf(seed, 'customer', index);
  const archetype: Archetype = ARCHETYPES[kind];
  const { displayName, domain, currency } = drawCompany(random, taken);
  const workloads = drawWorkloads(random, random.pick(SUBSCRIPTION_COUNTS));
  return {
    key: `seed ${seed} customer ${index}`,
    displayName,
    domain,
    billingCurrency: currency,
    costRefused: archetype.costRefused ?? false,
    setup: archetype.setup,
    subscriptions: workloads.map((workload) => ({
      displayName: workload,
      cost: drawCost(random, currency, archetype.creditedPercent),
      expected: archetype.expected,
    })),
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
