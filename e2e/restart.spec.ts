import { expectedAmounts, monthsAt, totalsIn } from './expectations.ts';
import { eventually } from './eventually.ts';
import { expect, test } from './fixtures.ts';
import { startStack, type Stack } from './stack.ts';
import { worldWithWideCustomer } from './wide-customer.ts';
import { expectWorld } from './world-check.ts';

const WIDE = 'Nordlys Fiskeri A/S';

/** Costs of all twelve customers may be under way, and each asks for one page again. */
const REPEATED_AT_MOST = 12;

const OPTIONS = {
  costWays: { everywhere: ['query-customer'], at: new Map() },
  world: worldWithWideCustomer(WIDE, 12),
} as const;

/** What a sync of the same Azure asks that nobody disturbs. */
async function costAnswersOfOneSync(): Promise<number> {
  const stack = await startStack(OPTIONS);
  try {
    await stack.syncToEnd();
    return costAnswers(stack);
  } finally {
    await stack.close();
  }
}

test.use({ stackOptions: { synced: false, ...OPTIONS } });

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
  test.setTimeout(180_000);
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
  expect(before).toBeGreaterThan(0);
  const undisturbed = await costAnswersOfOneSync();
  expect(costAnswers(stack)).toBeGreaterThanOrEqual(undisturbed);
  expect(costAnswers(stack)).toBeLessThanOrEqual(undisturbed + REPEATED_AT_MOST);

  await page.goto(`/?period=${closed.period}`);
  for (const { currency } of expectedAmounts(totalsIn(customers, closed))) {
    await expect(page.getByRole('region', { name: currency })).toBeVisible();
  }
});
