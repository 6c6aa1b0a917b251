import {
  ACCESS_WORDS,
  answerIn,
  CREDIT_WORDS,
  customerAnswerIn,
  expectedAmounts,
  LINKED_WORDS,
  moneyText,
  monthsAt,
  totalsIn,
  VERDICT_WORDS,
} from './expectations.ts';
import { expect, test } from './fixtures.ts';
import { expectDetail, expectRows } from './world-check.ts';

test('the API names every customer with the verdict, cause and money that the world was built to have, in the closed month', async ({
  stack,
}) => expectRows(stack, monthsAt(stack.simulator.clock.now()).closed));

test('the API does so in the open month, as far as its days are old enough', async ({ stack }) =>
  expectRows(stack, monthsAt(stack.simulator.clock.now()).open));

test('the API says of every subscription whether it is linked, what access predicts and what credit proves', async ({
  stack,
}) => {
  const { closed } = monthsAt(stack.simulator.clock.now());
  for (const customer of stack.simulator.world.customers) {
    await test.step(customer.displayName, () => expectDetail(stack, customer, closed));
  }
});

test('an account manager reads verdict, cause and money of each customer in the list', async ({
  page,
  stack,
}) => {
  const { closed } = monthsAt(stack.simulator.clock.now());
  const { customers } = stack.simulator.world;
  await page.goto(`/customers?period=${closed.period}`);
  const table = page.getByRole('grid', { name: /^Customers, / });
  await expect(table.locator('tbody').getByRole('row')).toHaveCount(customers.length);
  for (const customer of customers) {
    const row = table.getByRole('row').filter({
      has: page.getByRole('link', { name: customer.displayName, exact: true }),
    });
    const { verdict } = customerAnswerIn(customer, closed);
    await expect(row.getByRole('gridcell').first()).toContainText(VERDICT_WORDS[verdict] ?? '?');
    for (const { currency, credit, gross, missedAtMost } of expectedAmounts(totalsIn([customer], closed))) {
      for (const amount of [credit, gross, missedAtMost]) {
        await expect(row).toContainText(moneyText(amount, currency));
      }
    }
  }
  const foot = table.locator('tfoot');
  for (const { currency, gross } of expectedAmounts(totalsIn(customers, closed))) {
    await expect(foot).toContainText(moneyText(gross, currency));
  }
});

/** The hand-written ones and a few more: the API's journeys above compare all of them. */
const OPENED = 16;

test('an account manager opens each customer and reads linked, access and credit of its subscriptions', async ({
  page,
  stack,
}) => {
  const { closed } = monthsAt(stack.simulator.clock.now());
  for (const customer of stack.simulator.world.customers.slice(0, OPENED)) {
    await page.goto(`/customers/${customer.tenantId}?period=${closed.period}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(customer.displayName);
    const table = page.getByRole('table', { name: 'Subscriptions of this customer' });
    const seen = customer.subscriptions.filter(({ expected }) => expected !== null);
    await expect(table).toHaveCount(seen.length === 0 ? 0 : 1);
    for (const { displayName, subscriptionId, expected } of seen) {
      if (expected === null) continue;
      const row = table.getByRole('row').filter({ hasText: subscriptionId });
      await expect(row.getByRole('rowheader')).toContainText(displayName);
      const words = [
        VERDICT_WORDS[answerIn(expected, closed).verdict],
        LINKED_WORDS[expected.linked],
        ACCESS_WORDS[expected.access],
        CREDIT_WORDS[expected.credit],
      ];
      for (const [index, word] of words.entries()) {
        await expect(row.getByRole('cell').nth(index)).toContainText(word ?? '?');
      }
    }
    for (const { currency, credit } of expectedAmounts(totalsIn([customer], closed))) {
      await expect(page.getByRole('region', { name: currency })).toContainText(moneyText(credit, currency));
    }
  }
});

test('a customer that Azure let nobody read is unknown, and its page names the right that is missing', async ({
  page,
  stack,
}) => {
  const { customers } = stack.simulator.world;
  const unread = customers.find(({ displayName }) => displayName === 'Atelier Montrouge SAS');
  await page.goto(`/customers/${unread?.tenantId ?? ''}`);
  const main = page.getByRole('main');
  await expect(main).toContainText('It is not known whether this customer earns.');
  await expect(main).toContainText("consent of the customer's tenant to this application");
  const table = main.getByRole('table', { name: 'Subscriptions of this customer' });
  await expect(table.getByRole('row').filter({ hasText: 'Atelier Montrouge' })).toContainText('Unknown');
});
