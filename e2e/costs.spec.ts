import { z } from 'zod';
import { expectedAmounts, moneyText, monthsAt, totalsIn } from './expectations.ts';
import { expect, test } from './fixtures.ts';
import type { Stack } from './stack.ts';
import { whenLive } from './when-live.ts';

const closedMonth = (stack: Stack) => monthsAt(stack.simulator.clock.now()).closed;

const answer = z.object({
  items: z.array(z.object({ currency: z.string(), net: z.string(), gross: z.string() })),
  totals: z.array(z.object({ currency: z.string(), net: z.string(), gross: z.string() })),
  notGrouped: z.array(z.object({ currency: z.string(), net: z.string(), gross: z.string() })),
  nextCursor: z.string().nullable(),
});

const MICROS = 6;
const micros = (text: string): bigint => {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const value = BigInt(whole) * 10n ** BigInt(MICROS) + BigInt(fraction.padEnd(MICROS, '0').slice(0, MICROS));
  return text.startsWith('-') ? -value : value;
};

function sumsOf(rows: readonly { currency: string; net: string }[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { currency, net } of rows) sums.set(currency, (sums.get(currency) ?? 0n) + micros(net));
  return new Map([...sums].sort(([left], [right]) => left.localeCompare(right)));
}

test('however cost is grouped, it adds up to what the world was billed, currency by currency', async ({
  stack,
}) => {
  const month = closedMonth(stack);
  const expected = new Map(
    expectedAmounts(totalsIn(stack.simulator.world.customers, month)).map(({ currency, net }) => [
      currency,
      net,
    ]),
  );
  for (const groupBy of [
    'customer',
    'subscription',
    'class',
    'day',
    'credited',
    'service',
    'resourceGroup',
  ]) {
    const path = `/api/v1/costs?period=${month.period}&groupBy=${groupBy}&limit=500`;
    const { items, notGrouped, nextCursor } = await stack.get(path, answer);
    expect(nextCursor).toBeNull();
    expect(sumsOf([...items, ...notGrouped]), groupBy).toEqual(expected);
  }
});

test('finance read the cost of each currency apart, with a total of its own', async ({ page, stack }) => {
  const month = closedMonth(stack);
  const expected = expectedAmounts(totalsIn(stack.simulator.world.customers, month));
  await page.goto(`/costs?period=${month.period}`);
  const table = page.getByRole('grid', { name: /^Cost, / });
  expect(expected.length).toBeGreaterThan(2);
  for (const { currency, gross } of expected) {
    const total = table.getByRole('row').filter({ hasText: `All rows, ${currency}` });
    await expect(total).toContainText(moneyText(gross, currency));
  }
});

test('a filter says how many rows it leaves of how many', async ({ page, stack }) => {
  const { period } = closedMonth(stack);
  const counts = z.object({ total: z.number(), unfilteredTotal: z.number() });
  const asked = `period=${period}&credited=yes`;
  const { total, unfilteredTotal } = await stack.get(`/api/v1/costs?${asked}`, counts);
  expect(total).toBeLessThan(unfilteredTotal);
  await page.goto(`/costs?${asked}`);
  await expect(page.getByRole('status')).toHaveText(`${total} of ${unfilteredTotal} rows`);
  await page.goto(`/costs?period=${period}`);
  await expect(page.getByRole('status')).toHaveText(`${unfilteredTotal} rows`);
});

test('finance go from a customer to its subscriptions, from there to days, and back', async ({
  page,
  stack,
}) => {
  const month = closedMonth(stack);
  const name = 'Transatlantic Freight Forwarding and Customs Brokerage (Ireland) Ltd';
  await page.goto(`/costs?period=${month.period}`);
  await whenLive(page);
  const table = page.getByRole('grid', { name: /^Cost, / });
  await table.getByRole('link', { name }).first().click();
  await expect(page.getByText(`Customer: ${name}`)).toBeVisible();
  await expect(table.getByRole('link', { name: 'Freight Americas' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Cost by' }).getByRole('link', { name: 'Day' }).click();
  // Each day in each of two currencies; only those that are seen are drawn.
  await expect(table).toHaveAttribute('aria-rowcount', String(2 * month.days.length + 1));
  await table.getByRole('rowheader').first().focus();
  await page.keyboard.press('Control+End');
  await expect(table.locator('tbody').getByRole('row').filter({ hasText: 'US$' }).first()).toBeVisible();
  await page.goBack();
  await expect(table.getByRole('link', { name: 'Freight Europe' })).toBeVisible();
  await page.getByRole('link', { name: /^Remove the filter: Customer/ }).click();
  await expect(table.getByRole('link', { name: 'Kestrel freight platform' })).toBeVisible();
});

test('the page says by which way figures were read, and which ways Azure refused', async ({
  page,
  stack,
}) => {
  await page.goto(`/costs?period=${closedMonth(stack).period}`);
  const ways = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'How cost is read' }) });
  await expect(ways.first()).toContainText(/customers?$|customers/);
  await expect(ways.first()).toContainText(/report|query|export/i);
  await expect(page.getByRole('grid', { name: /^Cost, / })).toContainText(/report|query|export/i);
});

test('cost by class names in words what can never earn', async ({ page, stack }) => {
  await page.goto(`/costs?period=${closedMonth(stack).period}&groupBy=class`);
  const table = page.getByRole('grid', { name: /^Cost, / });
  await expect(table).toContainText('Received credit');
  await expect(table).toContainText('Eligible, no credit');
  await table.getByRole('link', { name: 'Received credit' }).first().click();
  await expect(page.getByRole('combobox', { name: 'Class' })).toHaveValue('EARNED');
});
