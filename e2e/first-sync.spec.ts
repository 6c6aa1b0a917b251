import { PAGE_RULES } from '#lib/auth/route-rules.ts';
import { problem, runList } from './answers.ts';
import { faultsIn, faultsInLight } from './examine.ts';
import { monthsAt } from './expectations.ts';
import { expect, test } from './fixtures.ts';
import { whenLive } from './when-live.ts';
import { expectWorld } from './world-check.ts';

test.use({ stackOptions: { synced: false, customers: 12 } });

test('before the first sync every page says that nothing was read, and claims nothing', async ({ page }) => {
  for (const path of ['/', '/customers']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: 'Nothing has been read yet' })).toBeVisible();
    await expect(page.getByRole('table')).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Go to Sync' })).toHaveAttribute('href', '/sync');
  }
  await page.goto('/roles');
  await expect(page.getByText('Where you use these roles is not known yet')).toBeVisible();
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '123');
  await page.goto('/');
  const connected = page.locator('#setup');
  await expect(connected.locator('details[open]')).toContainText('Run the first sync');
  await expect(connected.locator('li').filter({ hasText: 'Connect your tenant' })).toContainText('Connected');
  await page.goto('/sync');
  await expect(page.getByRole('button', { name: 'Start the first sync' })).toBeVisible();
  await expect(page.locator('#setup')).toContainText('Read the partner billing account');
});

test('before the first sync every page can be read and used by everyone', async ({ page }) => {
  test.setTimeout(120_000);
  const faults: string[] = [];
  const ofRoles = PAGE_RULES.filter(({ path, needs }) => needs.startsWith('Pec.') && !path.includes(':'));
  for (const { path } of ofRoles) {
    await page.goto(path);
    await whenLive(page);
    // The others are made of the same parts.
    const found = await (path === '/' ? faultsIn(page) : faultsInLight(page));
    faults.push(...found.map((fault) => `${path}: ${fault}`));
  }
  expect(faults).toEqual([]);
});

test('a person starts the first sync, watches it to its end on the same page, and finds the overview filled', async ({
  page,
  stack,
}) => {
  // One wait that Azure asks for keeps the run in sight for as long as it lasts.
  stack.simulator.faults.add({
    api: 'cost-report',
    method: 'POST',
    count: 1,
    effect: { kind: 'status', status: 429, headers: { 'retry-after': '3' } },
  });
  await page.goto('/sync');
  await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
  await page.getByRole('button', { name: 'Start the first sync' }).click();
  const now = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Now' }) });
  await expect(now.getByText(/^Running/)).toBeVisible();

  const second = await stack.api('/api/v1/sync/runs', { method: 'POST' });
  expect(second.status).toBe(409);
  expect(problem.parse(second.body).code).toBe('sync-running');

  await expect(now.getByText(/Azure asked to wait \d+ s/).first()).toBeVisible();
  const latest = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Latest run' }) });
  await expect(latest.getByText(/^Complete/)).toBeVisible({ timeout: 30_000 });
  await expect(latest).toContainText('waited for Azure’s limits');
  await expect(page.locator('body')).toHaveAttribute('data-same-page', '');
  await expect(page.getByRole('button', { name: 'Start a sync' })).toBeEnabled();
  expect((await stack.get('/api/v1/sync/runs', runList)).total).toBe(1);

  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByRole('region', { name: 'EUR' })).toBeVisible();
  await expectWorld(stack, monthsAt(stack.simulator.clock.now()).closed);
});
