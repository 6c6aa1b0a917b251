import { expect, test } from '@playwright/test';
import { monthsAt } from './expectations.ts';
import type { CostWay } from './simulator/cost-ways.ts';
import { madeStore } from './made-stores.ts';
import { startStack, type Stack } from './stack.ts';
import { expectRows } from './world-check.ts';

/** Azure permits one way of reading cost at a time; the rest of the plan has to be found out by trying. */
const WAYS: readonly CostWay[] = ['export', 'report-customer', 'query-profile', 'query-customer'];

/** Profiles whose files a night holds against a query each; where it is refused, the way is known to be closed from then on. */
const SAMPLED: Partial<Record<CostWay, number>> = { export: 2 };

/** Those that were written by hand, and none besides: each of them is a report to wait for. */
const CUSTOMERS = 14;

for (const way of WAYS) {
  test.describe(`where cost can be read by ${way} alone`, () => {
    let stack: Stack;
    test.beforeAll(async () => {
      test.setTimeout(120_000);
      stack = await startStack({
        customers: CUSTOMERS,
        costWays: { everywhere: [way], at: new Map() },
        store: madeStore('empty'),
      });
    });
    test.afterAll(() => stack.close());

    test('the first sync is complete, and verdicts and money are those that were written by hand', async () => {
      test.setTimeout(120_000);
      const run = await stack.syncToEnd();
      expect(run.status).toBe('complete');
      const { closed, open } = monthsAt(stack.simulator.clock.now());
      await expectRows(stack, closed);
      await expectRows(stack, open);
    });

    test('the second sync no longer asks by ways that were refused', async () => {
      test.setTimeout(120_000);
      stack.simulator.resetCalls();
      await stack.syncToEnd();
      const refused = ['cost-report', 'cost-query', 'cost-exports'].map(
        (api) => stack.simulator.calls()[api]?.['403'] ?? 0,
      );
      expect(refused).toEqual([0, SAMPLED[way] ?? 0, 0]);
    });
  });
}
