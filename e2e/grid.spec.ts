import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { expect, test } from './fixtures.ts';
import { whenGridIsLive } from './when-live.ts';

test('a list is walked by keyboard alone: one stop of the Tab key, arrows within, Enter opens', async ({
  page,
  stack,
}) => {
  const last = stack.simulator.world.customers
    .map(({ displayName }) => displayName)
    .toSorted((left, right) => left.localeCompare(right, 'en'))
    .at(-1);
  await page.goto('/customers?sort=name');
  await whenGridIsLive(page);
  const grid = page.getByRole('grid');
  await grid.getByRole('rowheader').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(grid.getByRole('rowheader').nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(grid.getByRole('columnheader').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/sort=-name/);
  await expect(grid.getByRole('columnheader').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(grid.getByRole('rowheader').first()).toBeFocused();
  // Nothing else within is a stop.
  expect(await grid.locator('tbody [tabindex="0"], thead [tabindex="0"]').count()).toBe(1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(last ?? '?');
});

test('rows come as they are scrolled to, to the last, and only what is seen exists', async ({
  page,
  stack,
}) => {
  const { subscriptions } = await totalOf(stack);
  expect(subscriptions).toBeGreaterThan(50);
  const asked = page.waitForRequest(/\/api\/rows\/subscriptions\?.*offset=/);
  await page.goto('/subscriptions?sort=name&limit=20');
  await whenGridIsLive(page);
  const grid = page.getByRole('grid');
  await expect(grid).toHaveAttribute('aria-rowcount', String(subscriptions + 1));
  await grid.getByRole('rowheader').first().focus();
  await page.keyboard.press('Control+End');
  await asked;
  const lastRow = grid.locator(`tr[aria-rowindex="${subscriptions + 1}"]`);
  await expect(lastRow).toBeInViewport();
  await expect(lastRow.getByRole('link').first()).toBeAttached();
  await expect(grid.locator('tr[aria-rowindex="2"]')).toHaveCount(0);
  await page.keyboard.press('Control+Home');
  await expect(grid.locator('tr[aria-rowindex="2"]')).toBeInViewport();
});

test('what a search finds is shown before its page is there, and the page follows when typing pauses', async ({
  page,
  stack,
}) => {
  const arrives = Promise.withResolvers<void>();
  await page.goto('/customers?sort=name');
  await whenGridIsLive(page);
  await page.route(/_rsc=/, async (route) => {
    await arrives.promise;
    await route.continue();
  });
  const rows = page.getByRole('grid').locator('tbody').getByRole('row');
  const search = page.getByRole('searchbox', { name: 'Search customers' });
  await search.pressSequentially('gelateria');
  await expect(rows).toHaveCount(1);
  await expect(page.getByText(/^1 of \d+ customers$/).first()).toBeVisible();
  // A file of another view is not to be taken beside these rows.
  await expect(page.locator('[inert] a[download]').first()).toBeAttached();
  await search.fill('no such customer');
  await expect(page.getByText('No customer matches these filters')).toBeVisible();
  await search.fill('gelateria');
  await expect(rows).toHaveCount(1);
  arrives.resolve();
  await expect(page).toHaveURL(`${stack.url}/customers?q=gelateria&sort=name`);
  await expect(page.getByRole('link', { name: 'CSV' })).toHaveAttribute('href', /q=gelateria/);
  await expect(rows).toContainText('Piccolo Mondo Gelateria S.r.l.');
});

test('columns are chosen, the address keeps them, and a file of the view has no others', async ({ page }) => {
  await page.goto('/customers?q=gelateria');
  const heads = page.getByRole('grid').getByRole('columnheader');
  await expect(heads.filter({ hasText: 'Coverage' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('link', { name: 'Hide Coverage' }).click();
  await expect(heads.filter({ hasText: 'Coverage' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Show Domain' }).click();
  await expect(heads.last()).toHaveText('Domain');
  await page.reload();
  await expect(heads.last()).toHaveText('Domain');
  const download = page.waitForEvent('download');
  await page.getByRole('group', { name: 'Export' }).getByRole('link', { name: 'CSV' }).click();
  const [first, ...rows] = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n');
  expect(first).toMatch(/Domain/);
  expect(first).not.toMatch(/Coverage/);
  expect(rows.join()).toContain('Piccolo Mondo Gelateria S.r.l.');
});

test('a long list prints the rows that are drawn, on few pages, and says that there are more', async ({
  page,
  stack,
}) => {
  const { subscriptions } = await totalOf(stack);
  await page.goto('/subscriptions');
  await whenGridIsLive(page);
  // What the paper is laid out of.
  await page.evaluate(() =>
    addEventListener('beforeprint', () => {
      document.title = document.querySelector('.grid-printed')?.textContent ?? 'nothing';
    }),
  );
  await page.pdf();
  expect(await page.title()).toMatch(/^Printed: rows 1 to /);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.grid-space')).toBeHidden();
  await expect(page.getByText(new RegExp(`^Printed: rows 1 to \\d+ of ${subscriptions}\\.`))).toBeVisible();
  const frame = await page.locator('.grid-frame').boundingBox();
  const rows = await page.getByRole('grid').boundingBox();
  // Nothing empty stands where the other rows would.
  expect((frame?.height ?? Infinity) - (rows?.height ?? 0)).toBeLessThan(100);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('a list is put in order, either way round, and back undoes it', async ({ page, stack }) => {
    const names = stack.simulator.world.customers
      .map(({ displayName }) => displayName)
      .toSorted((left, right) => left.localeCompare(right, 'en'));
    await page.goto('/customers');
    await whenGridIsLive(page);
    const first = page.getByRole('grid').locator('tbody').getByRole('rowheader').first();
    const order = page.getByRole('combobox', { name: 'Sort by' });
    await expect(order.locator('option:checked')).toHaveText('Missed');
    await order.selectOption({ label: 'Customer' });
    await expect(page).toHaveURL(`${stack.url}/customers?sort=name`);
    await expect(first).toContainText(names[0] ?? '?');
    await page.getByRole('link', { name: 'Ascending; show descending' }).click();
    await expect(page).toHaveURL(`${stack.url}/customers?sort=-name`);
    await expect(first).toContainText(names.at(-1) ?? '?');
    await expect(order.locator('option:checked')).toHaveText('Customer');
    await page.goBack();
    await page.goBack();
    await expect(page).toHaveURL(`${stack.url}/customers`);
    await expect(order.locator('option:checked')).toHaveText('Missed');
  });
});

test('customers are put in order by coverage and by credit, as the API has them', async ({ page, stack }) => {
  const rows = z.object({
    items: z.array(
      z.object({
        displayName: z.string(),
        totals: z.array(z.object({ coverageAtLeast: z.string().nullable() })),
      }),
    ),
  });
  await page.goto('/customers');
  await whenGridIsLive(page);
  const grid = page.getByRole('grid');
  const first = grid.getByRole('rowheader').first();
  for (const [head, sort] of [
    [/Coverage$/, 'coverage'],
    [/Coverage$/, '-coverage'],
    [/Credit$/, '-credit'],
  ] as const) {
    await grid.getByRole('columnheader', { name: head }).getByRole('link').click();
    await expect(page).toHaveURL(`${stack.url}/customers?sort=${sort}`);
    const { items } = await stack.get(`/api/v1/customers?limit=500&sort=${sort}`, rows);
    await expect(first).toContainText(items[0]?.displayName ?? '?');
    if (sort === '-credit') continue;
    const shares = items.map(({ totals }) =>
      totals.flatMap(({ coverageAtLeast: of }) => of ?? []).map(Number),
    );
    const told = shares.filter((of) => of.length > 0).map((of) => Math.min(...of));
    const up = told.toSorted((left, right) => left - right);
    expect(told).toEqual(sort === 'coverage' ? up : up.toReversed());
    // Those without any are the last.
    expect(shares.slice(0, told.length).every((of) => of.length > 0)).toBe(true);
  }
});

test('rows chosen by the space bar are taken as a file, and no others', async ({ page }) => {
  await page.goto('/customers?sort=name');
  await whenGridIsLive(page);
  const grid = page.getByRole('grid');
  const names = await grid.getByRole('rowheader').getByRole('link').allTextContents();
  await grid.getByRole('rowheader').nth(1).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByText('2 rows chosen')).toBeVisible();
  await expect(grid.locator('tr[aria-selected="true"]')).toHaveCount(2);
  const download = page.waitForEvent('download');
  await page.locator('.grid-bulk').getByRole('button', { name: 'CSV' }).click();
  const [, ...lines] = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n');
  const taken = new Set(lines.map((line) => names.find((name) => line.includes(name))));
  expect(taken).toEqual(new Set([names[1], names[2]]));
  const whole = Number(await grid.getAttribute('aria-rowcount')) - 1;
  await page.getByRole('button', { name: `Choose all ${whole} rows` }).click();
  await expect(page.getByText(`${whole} rows chosen`)).toBeVisible();
});

test.describe('without any script', () => {
  test.use({ javaScriptEnabled: false });

  test('a list is complete HTML, page by page', async ({ page }) => {
    await page.goto('/subscriptions?sort=name&limit=30');
    const rows = page.getByRole('grid').locator('tbody').getByRole('row');
    await expect(rows).toHaveCount(30);
    const first = await rows.first().textContent();
    await page.getByRole('link', { name: 'Next page' }).click();
    await expect(page).toHaveURL(/limit=30&cursor=/);
    expect(await rows.first().textContent()).not.toBe(first);
  });
});

async function totalOf(stack: { api: (path: string) => Promise<{ body: unknown }> }) {
  const { body } = await stack.api('/api/v1/subscriptions?limit=1');
  return { subscriptions: (body as { total: number }).total };
}
