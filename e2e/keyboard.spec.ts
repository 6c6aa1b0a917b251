import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { z } from 'zod';
import { expect, test } from './fixtures.ts';
import { whenGridIsLive, whenLive } from './when-live.ts';

// Something happens in its world, which no other journey shall meet.
test.use({ stackOptions: { customers: 24 } });

const largest = z.object({ items: z.array(z.object({ subscriptionId: z.string() })) });

const MOST_STOPS = 200;

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate(
    (element) => element === document.activeElement || element.contains(document.activeElement),
  );

/** Goes on by the Tab key until it is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeAttached();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not lead to ${String(target)}`);
}

/** Opens the palette, types, and takes the first answer of that name. */
async function goBy(page: Page, text: string, name: RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Find a page, customer' })).toBeFocused();
  await page.keyboard.type(text);
  const options = page.getByRole('option');
  await expect(options.filter({ hasText: name }).first()).toBeVisible();
  for (let step = 0; step < 20; step += 1) {
    const chosen = page.getByRole('option', { selected: true });
    if (name.test((await chosen.textContent()) ?? '')) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

test('by keyboard alone somebody starts a sync and sees it end, finds who lost access since last week, and why', async ({
  page,
  stack,
}) => {
  test.setTimeout(120_000);
  const [concerned] = stack.simulator.letTimePass();
  const customer = stack.simulator.world.customers.find(({ tenantId }) => tenantId === concerned?.tenantId);
  const name = customer?.displayName ?? '?';

  await page.goto('/');
  await goBy(page, 'Start a sync', /Start a sync/);
  await expect(page.getByRole('heading', { level: 1, name: 'Sync' })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Start a sync' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'The sync is complete' })).toBeVisible({
    timeout: 60_000,
  });

  await goBy(page, 'Overview', /^Overview/);
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  const changed = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'What changed' }) });
  await expect(changed).toContainText('Access lost');
  const lost = changed.getByRole('listitem').filter({ hasText: 'Access lost' }).filter({ hasText: name });
  await tabTo(page, lost.first().getByRole('link', { name }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  const why = page
    .locator('summary')
    .filter({ hasText: /^Why: / })
    .first();
  await tabTo(page, why);
  await page.keyboard.press('Enter');
  const told = why.locator('xpath=..');
  await expect(told).toHaveAttribute('open', '');
  // The answer, and what it rests on.
  await expect(told.locator(':scope > :not(summary)').first()).toBeVisible();
  await expect(told).toContainText(/access/i);
});

test('by keyboard alone somebody exports the ten largest gaps', async ({ page, stack }) => {
  await page.goto('/');
  await goBy(page, 'Largest gaps', /Largest gaps/);
  await expect(page).toHaveURL(/\/subscriptions\?sort=-missed/);
  await whenGridIsLive(page);
  const grid = page.getByRole('grid');
  const names = await grid.getByRole('rowheader').getByRole('link').allTextContents();
  await tabTo(page, grid);
  await page.keyboard.press('Control+Home');
  for (let row = 0; row < 10; row += 1) {
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
  }
  await expect(grid.locator('tr[aria-selected="true"]')).toHaveCount(10);
  await tabTo(page, page.locator('.grid-bulk').getByRole('button', { name: 'CSV' }));
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n').slice(1);
  expect(lines).toHaveLength(10);
  const { items } = await stack.get('/api/v1/subscriptions?sort=-missed&limit=10', largest);
  expect(
    items.map(({ subscriptionId }) => lines.filter((line) => line.includes(subscriptionId)).length),
  ).toEqual(items.map(() => 1));
  expect(names.slice(0, 10).every((name) => lines.some((line) => line.includes(name)))).toBe(true);
});

test('by keyboard alone somebody reads whether a role earns, faster than the search answers', async ({
  page,
}) => {
  await page.goto('/');
  await whenLive(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Sup');
  await expect(page.getByRole('option').first()).toBeVisible();
  const arrives = Promise.withResolvers<void>();
  await page.route('**/api/v1/search*', async (route) => {
    await arrives.promise;
    await route.continue();
  });
  await page.keyboard.type('port Request Contributor');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Find a page, customer' })).toBeFocused();
  arrives.resolve();
  await expect(page).toHaveURL(/\/roles/);
  const row = page.getByRole('row').filter({ hasText: 'Support Request Contributor' }).first();
  await expect(row).toContainText('Earns');
});

test('a question mark tells what the keys do, not where somebody types; Escape closes it and menus', async ({
  page,
}) => {
  await page.goto('/customers');
  await whenGridIsLive(page);
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const cell = page.getByRole('grid').getByRole('rowheader').first();
  await cell.focus();
  await page.keyboard.press('?');
  await expect(dialog).toContainText('Ctrl K');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(cell).toBeFocused();
  const columns = page.getByRole('button', { name: 'Columns' });
  await columns.focus();
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('link', { name: 'Hide Coverage' }));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'Hide Coverage' })).toBeHidden();
  await expect(columns).toBeFocused();
  await page.keyboard.press('/');
  await page.keyboard.press('?');
  await expect(page.getByRole('searchbox')).toHaveValue('?');
  await expect(dialog).toHaveCount(0);
});
