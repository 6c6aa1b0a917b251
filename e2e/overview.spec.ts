import { z } from 'zod';
import { customerList, overview } from './answers.ts';
import {
  customerAnswerIn,
  expectedAmounts,
  moneyText,
  monthsAt,
  readAmounts,
  totalsIn,
  VERDICT_WORDS,
} from './expectations.ts';
import { expect, test } from './fixtures.ts';

test('the overview adds up the money of all customers, currency by currency', async ({ page, stack }) => {
  const { closed, open } = monthsAt(stack.simulator.clock.now());
  const { customers } = stack.simulator.world;
  const expected = expectedAmounts(totalsIn(customers, closed));
  const told = await stack.get(`/api/v1/overview?period=${closed.period}`, overview);
  expect(readAmounts(told.totals)).toEqual(expected);
  const later = await stack.get(`/api/v1/overview?period=${open.period}`, overview);
  expect(readAmounts(later.totals)).toEqual(expectedAmounts(totalsIn(customers, open)));
  expect(readAmounts(later.previous.totals)).toEqual(expected);

  await page.goto(`/?period=${closed.period}`);
  expect(expected.length).toBeGreaterThan(3);
  for (const { currency, credit, missedAtMost, gross } of expected) {
    const panel = page.getByRole('region', { name: currency });
    for (const amount of [credit, missedAtMost, gross]) {
      await expect(panel).toContainText(moneyText(amount, currency));
    }
  }
});

test('the overview sets access against credit as the world was built', async ({ page, stack }) => {
  const { closed } = monthsAt(stack.simulator.clock.now());
  const told = await stack.get(`/api/v1/overview?period=${closed.period}`, overview);
  const answers = stack.simulator.world.customers.flatMap(({ subscriptions }) =>
    subscriptions.flatMap(({ expected }) => (expected === null ? [] : [expected])),
  );
  const expected = Map.groupBy(answers, ({ access, credit }) => `${access} ${credit}`);
  const cells = told.matrix.filter(({ subscriptions }) => subscriptions > 0);
  expect(new Map(cells.map((cell) => [`${cell.access} ${cell.credit}`, cell.subscriptions]))).toEqual(
    new Map([...expected].map(([key, rows]) => [key, rows.length])),
  );
  await page.goto(`/?period=${closed.period}`);
  const matrix = page.getByRole('table', { name: /^Subscriptions by access/ });
  for (const [key, rows] of expected) {
    const [access = '', credit = ''] = key.split(' ');
    const filter = `period=${closed.period}&access=${access}&credit=${credit}`;
    const link = matrix.locator(`a[href="/subscriptions?${filter}"]`);
    await expect(link).toContainText(
      `${rows.length} ${rows.length === 1 ? 'subscription' : 'subscriptions'}`,
    );
    const holders = stack.simulator.world.customers.filter(({ subscriptions }) =>
      subscriptions.some(({ expected: one }) => one !== null && rows.includes(one)),
    );
    const list = await stack.get(`/api/v1/customers?${filter}`, customerList);
    expect(new Set(list.items.map(({ tenantId }) => tenantId))).toEqual(
      new Set(holders.map(({ tenantId }) => tenantId)),
    );
    const { total } = await stack.get(`/api/v1/subscriptions?${filter}`, z.object({ total: z.number() }));
    expect(total).toBe(rows.length);
  }
});

test('every number of the overview leads to its rows', async ({ page, stack }) => {
  const { closed } = monthsAt(stack.simulator.clock.now());
  const { customers } = stack.simulator.world;
  const byVerdict = Map.groupBy(customers, (customer) => customerAnswerIn(customer, closed).verdict);
  for (const [verdict, rows] of byVerdict) {
    await page.goto(`/?period=${closed.period}`);
    const link = page
      .getByRole('navigation', { name: 'Customers by verdict' })
      .getByRole('link', { name: VERDICT_WORDS[verdict] ?? '?' })
      .filter({ hasText: String(rows.length) });
    await link.first().click();
    await expect(page).toHaveURL(`${stack.url}/customers?period=${closed.period}&verdict=${verdict}`);
    await expect(page.getByRole('grid').locator('tbody').getByRole('row')).toHaveCount(rows.length);
  }
  await page.goto(`/?period=${closed.period}`);
  const panel = page.getByRole('region', { name: 'EUR' });
  const euro = expectedAmounts(totalsIn(customers, closed)).find(({ currency }) => currency === 'EUR');
  for (const [sort, amount] of [
    ['-missed', euro?.missedAtMost],
    ['-cost', euro?.gross],
  ] as const) {
    const link = panel.getByRole('link', { name: moneyText(amount ?? 0n, 'EUR') }).first();
    await expect(link).toHaveAttribute('href', `/customers?period=${closed.period}&sort=${sort}`);
  }
});

test('the largest gap comes first, in the list and on the overview', async ({ page, stack }) => {
  const { closed } = monthsAt(stack.simulator.clock.now());
  const list = await stack.get(`/api/v1/customers?period=${closed.period}&limit=1`, customerList);
  await page.goto(`/?period=${closed.period}`);
  const gaps = page.getByRole('table', { name: 'Customers with the largest missed credit' });
  await expect(gaps.locator('tbody').getByRole('row').first()).toContainText(
    list.items[0]?.displayName ?? '?',
  );
  const missed = (totals: ReturnType<typeof expectedAmounts>): bigint =>
    totals.reduce((sum, { missedAtMost }) => sum + missedAtMost, 0n);
  const shown = await gaps.locator('tbody').getByRole('row').count();
  expect(shown).toBeGreaterThan(0);
  const [first] = stack.simulator.world.customers.filter(
    ({ displayName }) => displayName === list.items[0]?.displayName,
  );
  expect(first === undefined ? 0n : missed(expectedAmounts(totalsIn([first], closed)))).toBeGreaterThan(0n);
});

test('a person goes back one month and forward again, and the address tells which', async ({
  page,
  stack,
}) => {
  const { closed, open } = monthsAt(stack.simulator.clock.now());
  await page.goto('/');
  const picker = page.getByRole('navigation', { name: 'Period' });
  await picker.getByRole('link', { name: 'Earlier month' }).click();
  await expect(page).toHaveURL(`${stack.url}/?period=${closed.period}`);
  await picker.getByRole('link', { name: 'Later month' }).click();
  await expect(page).toHaveURL(`${stack.url}/?period=${open.period}`);
  await page.goBack();
  await expect(page).toHaveURL(`${stack.url}/?period=${closed.period}`);
});

test('what the document brought of the overview stands there again when somebody goes back to it', async ({
  page,
  stack,
}) => {
  const { closed } = monthsAt(stack.simulator.clock.now());
  const address = `/?period=${closed.period}`;
  const document = await page.goto(address);
  const matrix = page.getByRole('table', { name: /^Subscriptions by access/ });
  const words = await matrix.textContent();
  // Once as HTML, and not a second time for scripts.
  expect((await document?.text())?.split('Access predicts, credit proves').length).toBe(2);
  await page.getByRole('navigation').getByRole('link', { name: 'Customers', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
  await expect(matrix).toHaveCount(0);
  await page.goBack();
  await expect(matrix).toHaveText(words ?? '');
});
