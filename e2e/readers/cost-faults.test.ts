import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AzureFailure } from '#lib/azure/failure.ts';
import type { CostScope } from '#lib/core/cost-plan.ts';
import { COST_WAYS, type CostWay } from '#lib/core/facts.ts';
import { openCostReaders, sumsBy, type CostReaders, type OwnedCost } from './cost-readers.ts';

let readers: CostReaders;
beforeAll(async () => {
  readers = await openCostReaders(12);
});
afterAll(() => readers.close());
beforeEach(() => readers.simulator.faults.clear());

const SEEDS = [1, 2, 3, 4, 5, 6];
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

describe('reading cost while Azure is at fault', () => {
  it.each([...COST_WAYS])(
    '%s ends with the right sums or with a failure that has a name, never with others',
    async (way) => {
      const scopes = readers.scopesOf(way).slice(0, SCOPES);
      const right = new Map<CostScope, Record<string, string> | string>();
      for (const scope of scopes) right.set(scope, await outcomeOf(way, scope));
      const failures: string[] = [];
      let whole = 0;
      for (const seed of SEEDS) {
        readers.simulator.faults.clear();
        readers.simulator.faults.generate({ seed, rate: 0.12 });
        for (const scope of scopes) {
          const outcome = await outcomeOf(way, scope);
          if (typeof outcome === 'string') failures.push(outcome);
          else {
            expect(outcome, `seed ${seed}`).toEqual(right.get(scope));
            whole += 1;
          }
        }
      }
      expect(failures.length + whole).toBe(SEEDS.length * scopes.length);
      expect(whole).toBeGreaterThan(0);
    },
    240_000,
  );
});
