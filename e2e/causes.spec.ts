import { monthsAt } from './expectations.ts';
import { expect, test } from '@playwright/test';
import type { WorldName } from './simulator/worlds/world.ts';
import { startStack, type Stack } from './stack.ts';
import { expectDetail, expectRows } from './world-check.ts';

/** Worlds that hold, together with the demo's, a customer for each of the 48 causes. */
const WORLDS: readonly WorldName[] = [
  'causes',
  'indirect-provider',
  'indirect-reseller',
  'no-billing',
  'late-data',
];

for (const worldName of WORLDS) {
  test.describe(`of the world ${worldName}`, () => {
    test.describe.configure({ mode: 'serial' });
    let stack: Stack;
    test.beforeAll(async () => {
      test.setTimeout(120_000);
      stack = await startStack({ worldName, customers: 100 });
      expect((await stack.syncToEnd()).status).toBe('complete');
    });
    test.afterAll(() => stack.close());

    test('each subscription has the linked, access, credit, verdict and cause that were written for it by hand', async () => {
      const { closed } = monthsAt(stack.simulator.clock.now());
      const { customers } = stack.simulator.world;
      expect(customers.length).toBeGreaterThan(0);
      for (const customer of customers) {
        await test.step(customer.displayName, () => expectDetail(stack, customer, closed));
      }
    });

    test('each customer has its verdict, cause and money, in the closed month and in the open one', async () => {
      const { open, closed } = monthsAt(stack.simulator.clock.now());
      await expectRows(stack, closed);
      await expectRows(stack, open);
    });
  });
}
