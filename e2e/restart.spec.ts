import { expectedAmounts, monthsAt, totalsIn } from './expectations.ts';
import { customerList } from '#lib/queries/schemas/customers.ts';
import { eventually } from './eventually.ts';
import { expect, test } from './fixtures.ts';
import type { CallRecord } from './simulator/calls.ts';
import type { Call } from './simulator/http.ts';
import type { Stack } from './stack.ts';
import { worldWithWideCustomer } from './wide-customer.ts';
import { expectWorld } from './world-check.ts';

const WIDE = 'Nordlys Fiskeri A/S';

/** How often each question for cost was answered, by the step that asks it: a customer's month. */
const answered = new Map<string, Map<string, number>>();

const MONTH_ASKED = /"from":"(\d{4}-\d\d)/;

function noteAnswer({ api, outcome }: CallRecord, { path, query, body }: Call): void {
  if (api !== 'cost-query' || outcome !== 200) return;
  const step = `${path} ${MONTH_ASKED.exec(body)?.[1] ?? '?'}`;
  const questions = answered.get(step) ?? new Map<string, number>();
  const question = `${query} ${body}`;
  questions.set(question, (questions.get(question) ?? 0) + 1);
  answered.set(step, questions);
}

/** Steps of which a page was asked for again, and how many times in all. */
const repeated = (): [step: string, times: number][] =>
  [...answered].flatMap(([step, questions]): [string, number][] => {
    const times = [...questions.values()].reduce((sum, count) => sum + count - 1, 0);
    return times === 0 ? [] : [[step, times]];
  });

test.use({
  stackOptions: {
    synced: false,
    costWays: { everywhere: ['query-customer'], at: new Map() },
    world: worldWithWideCustomer(WIDE, 12),
    onAnswer: noteAnswer,
  },
});

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
  const before = answered.size;
  await stack.restart();
  const run = await stack.whenRunEnds(id);
  expect(run.status).toBe('complete');
  expect(new Set(run.steps.map(({ status }) => status))).toEqual(new Set(['done', 'forbidden']));
  await expectWorld(stack, closed);
  await expectWorld(stack, open);
  // What was stored before the kill is not asked for again, but for the page that a step had under way.
  expect(before).toBeGreaterThan(0);
  expect(repeated().filter(([, times]) => times > 1)).toEqual([]);

  await page.goto(`/?period=${closed.period}`);
  for (const { currency } of expectedAmounts(totalsIn(customers, closed))) {
    await expect(page.getByRole('region', { name: currency })).toBeVisible();
  }
});

test('an assumed rate of credit that was changed holds at the next start, for amounts and for the order of lists', async ({
  stack,
}) => {
  const { closed } = monthsAt(stack.simulator.clock.now());
  const path = `/api/v1/customers?limit=500&sort=-credit&period=${closed.period}`;
  const before = await stack.get(path, customerList);
  await stack.kill('SIGTERM');
  await stack.restart({ CREDIT_RATE: '0.4' });
  expect(stack.output()).toContain('months were put in order by another rate');
  const after = await stack.get(path, customerList);
  // Cost queries tell no credit: each is reckoned by the rate, and larger now.
  expect(
    after.totals
      .map(({ credit }) => Number(credit))
      .every((credit, index) => credit > Number(before.totals[index]?.credit)),
  ).toBe(true);
  await stack.kill('SIGTERM');
  await stack.restart({ CREDIT_RATE: '0.4' });
  expect(stack.output()).not.toContain('months were put in order by another rate');
});
