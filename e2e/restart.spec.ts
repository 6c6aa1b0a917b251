import { expectedAmounts, monthsAt, totalsIn } from './expectations.ts';
import { eventually } from './eventually.ts';
import { expect, test } from './fixtures.ts';
import type { Stack } from './stack.ts';
import { worldWithWideCustomer } from './wide-customer.ts';
import { expectWorld } from './world-check.ts';

const WIDE = 'Nordlys Fiskeri A/S';

test.use({ stackOptions: { synced: false, world: worldWithWideCustomer(WIDE, 12) } });

/** Two other customers' costs are read at the same time; their answers may die with the server unstored. */
const UNDER_WAY_BESIDE = 2;

const costAnswers = (stack: Stack): number => stack.simulator.calls()['cost-query']?.['200'] ?? 0;

/** Starts a sync and kills the server when Azure has been asked for the second page of the wide customer's costs. */
async function killBetweenPages(stack: Stack): Promise<string> {
  const wide = stack.simulator.world.customers.find(({ displayName }) => displayName === WIDE);
  stack.simulator.faults.add({
    api: 'cost-query',
    path: `${wide?.tenantId ?? '?'}.*skiptoken`,
    effect: { kind: 'hang' },
  });
  const id = await stack.startSync();
  await eventually('the second page to be asked for', () =>
    Promise.resolve(stack.simulator.calls()['cost-query']?.['hang'] === undefined ? null : true),
  );
  await stack.kill('SIGKILL');
  stack.simulator.faults.clear();
  return id;
}

test('a sync that died with the server is finished by the next one, with the same answers and no cost counted twice', async ({
  page,
  stack,
}) => {
  const { closed, open } = monthsAt(stack.simulator.clock.now());
  const { customers } = stack.simulator.world;
  const id = await killBetweenPages(stack);
  const before = costAnswers(stack);
  await stack.restart();
  const run = await stack.whenRunEnds(id);
  expect(run.status).toBe('complete');
  expect(new Set(run.steps.map(({ status }) => status))).toEqual(new Set(['done', 'forbidden']));
  await expectWorld(stack, closed);
  await expectWorld(stack, open);
  // What was stored before the kill is not asked for again.
  const rows = (days: number): number =>
    (customers.find(({ displayName }) => displayName === WIDE)?.subscriptions.length ?? 0) * 2 * days;
  const months = [open, closed].filter(({ days }) => days.length > 0);
  const pages = months.reduce((sum, { days }) => sum + Math.ceil(rows(days.length) / 1000), 0);
  expect(pages).toBeGreaterThan(months.length);
  expect(before).toBeGreaterThan(0);
  const others = customers.filter(
    ({ displayName, costRefused, subscriptions }) =>
      displayName !== WIDE && !costRefused && subscriptions.some(({ cost }) => cost.kind !== 'none'),
  );
  const needed = pages + others.length * months.length;
  expect(costAnswers(stack)).toBeGreaterThanOrEqual(needed);
  expect(costAnswers(stack)).toBeLessThanOrEqual(needed + UNDER_WAY_BESIDE);

  await page.goto(`/?period=${closed.period}`);
  for (const { currency } of expectedAmounts(totalsIn(customers, closed))) {
    await expect(page.getByRole('region', { name: currency })).toBeVisible();
  }
});
