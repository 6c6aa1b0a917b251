import { monthsAt } from './expectations.ts';
import { expect, test } from './fixtures.ts';
import { expectWorld } from './world-check.ts';

test.use({ stackOptions: { postgres: true, customers: 14 } });

test('on PostgreSQL the same world gets the same answers', async ({ page, stack }) => {
  const { closed, open } = monthsAt(stack.simulator.clock.now());
  await expectWorld(stack, closed);
  await expectWorld(stack, open);
  await page.goto('/customers');
  await expect(page.getByRole('grid').locator('tbody').getByRole('row')).toHaveCount(14);
});

test('a restarted server answers from what PostgreSQL holds', async ({ stack }) => {
  await stack.kill('SIGTERM');
  await stack.restart();
  await expectWorld(stack, monthsAt(stack.simulator.clock.now()).closed);
});
