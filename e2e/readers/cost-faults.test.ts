import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AzureFailure } from '#lib/azure/failure.ts';
import type { CostScope } from '#lib/core/cost-plan.ts';
import { COST_WAYS, type CostWay } from '#lib/core/facts.ts';
import type { GeneratorOptions } from '../simulator/fault-generator.ts';
import { openCostReaders, sumsBy, type CostReaders, type OwnedCost } from './cost-readers.ts';

let readers: CostReaders;
beforeAll(async () => {
  readers = await openCostReaders(12);
});
afterAll(() => readers.close());
beforeEach(() => readers.simulator.faults.clear());

const SEEDS = [1, 2, 3, 4, 5];
const SCOPES = 2;

const byCurrency = (row: OwnedCost): string => `${row.currency} ${row.costClass === 'EARNED'}`;

/** Its sums, or the kind of failure that says it did not end as whole. */
async function outcomeOf(way: CostWay, scope: CostScope): Promise<Record<string, string> | string> {
  try {
    return sumsBy(await readers.read(way, scope), byCurrency);
  } catch (error) {
    if (error instanceof AzureFailure) return error.kind;
    throw error;
  }
}

/** Of the first scopes that have any cost. */
async function rightSums(way: CostWay): Promise<Map<CostScope, Record<string, string>>> {
  const right = new Map<CostScope, Record<string, string>>();
  for (const scope of readers.scopesOf(way)) {
    const outcome = await outcomeOf(way, scope);
    if (typeof outcome !== 'string' && Object.keys(outcome).length > 0) right.set(scope, outcome);
    if (right.size === SCOPES) break;
  }
  return right;
}

const CHANCES: Record<string, Omit<GeneratorOptions, 'seed'>> = {
  'faults of all kinds': { rate: 0.12 },
  'links that lead astray': { rate: 0.1, kinds: ['missing-page', 'duplicate-page', 'wrong-next-link'] },
  // Two empty answers that agree are for the guard of the sync, which holds them against what it knows.
  'pages that come empty': { rate: 0.15, kinds: ['empty-page'] },
};

describe.each(Object.entries(CHANCES))('reading cost in front of %s', (_name, chances) => {
  it.each([...COST_WAYS])(
    '%s ends with the right sums or with a failure that has a name, never with others',
    async (way) => {
      const right = await rightSums(way);
      let whole = 0;
      for (const seed of SEEDS) {
        readers.simulator.faults.clear();
        readers.simulator.faults.generate({ seed, ...chances });
        for (const [scope, sums] of right) {
          const outcome = await outcomeOf(way, scope);
          if (typeof outcome === 'string') continue;
          expect(outcome, `seed ${seed}`).toEqual(sums);
          whole += 1;
        }
      }
      expect(whole).toBeGreaterThan(0);
    },
    240_000,
  );
});
