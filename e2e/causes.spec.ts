import { causesTold, expectDetail, expectRows } from './world-check.ts';
import { CAUSES } from '#lib/core/causes.ts';
import { monthsAt } from './expectations.ts';
import { expect, test, type Page } from '@playwright/test';
import { tellAll } from './telling.ts';
import type { WorldName } from './simulator/worlds/world.ts';
import { madeStore } from './made-stores.ts';
import { startStack, type Stack } from './stack.ts';

/** Worlds that hold a customer for each of the 48 causes. */
const WORLDS: readonly WorldName[] = [
  'causes',
  'indirect-provider',
  'indirect-reseller',
  'no-billing',
  'late-data',
];

/** Of which worlds the API named which causes, in the closed month and the open one. */
const told = new Map<WorldName, ReadonlySet<string>>();

/** Causes of which only a person can tell, as pages call them. */
const TITLES: Readonly<Record<string, string>> = {
  'enrolment-moved-organisation': 'Enrolment moved',
  'offset-by-azure-credit': 'Paid by Azure credit',
  'single-linked-member': 'One linked member only',
};

/** Closed months stay as they were judged, so what a person tells shows in the newest that has a settled day. */
async function expectTold(stack: Stack, page: Page): Promise<void> {
  test.setTimeout(120_000);
  const { open, closed } = monthsAt(stack.simulator.clock.now());
  const month = open.hasSettledDay ? open : closed;
  const silent = stack.simulator.world.customers.filter(({ subscriptions }) =>
    subscriptions.some(({ once }) => once !== null),
  );
  const before = await causesTold(stack, silent, month);
  const after = await tellAll(stack, silent, month);
  for (const customer of after) await expectDetail(stack, customer, month);
  const added = [...(await causesTold(stack, silent, month))].filter((cause) => !before.has(cause));
  expect(added.sort()).toEqual(Object.keys(TITLES));
  for (const { subscriptionId, expected } of after.flatMap(({ subscriptions }) => subscriptions)) {
    await page.goto(`${stack.url}/subscriptions/${subscriptionId}?period=${month.period}`);
    const words = (expected?.alsoCauses ?? []).flatMap((cause) => TITLES[cause] ?? []);
    expect(words.length).toBeGreaterThan(0);
    for (const title of words) await expect(page.getByRole('main')).toContainText(title);
  }
}

for (const worldName of WORLDS) {
  test.describe(`of the world ${worldName}`, () => {
    test.describe.configure({ mode: 'serial' });
    let stack: Stack;
    test.beforeAll(async () => {
      test.setTimeout(120_000);
      stack = await startStack({ worldName, customers: 100, store: madeStore('empty') });
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

    if (worldName === 'causes') {
      test('what no call of Azure tells is said once a person told it, on the page as well', ({ page }) =>
        expectTold(stack, page));
    }

    test('its causes are kept for the count', async () => {
      const { open, closed } = monthsAt(stack.simulator.clock.now());
      const { customers } = stack.simulator.world;
      const named = [open, closed].map((month) => causesTold(stack, customers, month));
      told.set(worldName, new Set((await Promise.all(named)).flatMap((causes) => [...causes])));
    });
  });
}

test('all 48 causes were told of some subscription of these worlds by the API, and no other', () => {
  // After a failure the rest runs in a process that does not know what was told before it.
  expect([...told.keys()]).toEqual(WORLDS);
  const named = new Set([...told.values()].flatMap((causes) => [...causes]));
  expect(CAUSES.filter((cause) => !named.has(cause))).toEqual([]);
  expect(named.size).toBe(48);
});
