import { faultsIn } from './examine.ts';
import { expect, test } from './fixtures.ts';

test.use({ stackOptions: { customers: 14 } });

test('support staff read one customer from Azure anew and see its new answer', async ({ page, stack }) => {
  const customer = stack.simulator.world.customers.find(
    ({ displayName }) => displayName === 'Kestrel Rail Logistics',
  );
  const path = `/customers/${customer?.tenantId ?? ''}`;
  await page.goto(path);
  const before = (await stack.api('/api/v1/sync/runs')).body;
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText('Read just now.')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeEnabled();
  expect((await stack.api('/api/v1/sync/runs')).body).not.toEqual(before);
  const reads = page.getByRole('main');
  await expect(reads).toContainText(/just now/);
});

test('a refresh that Azure refuses says so, on the next page too and not as something done, and keeps what is held', async ({
  page,
  stack,
}) => {
  const customer = stack.simulator.world.customers.find(
    ({ displayName }) => displayName === 'Brambleford Dairy Cooperative',
  );
  await page.goto(`/customers/${customer?.tenantId ?? ''}`);
  const verdict = page.getByRole('main').getByText('Earning', { exact: true }).first();
  await expect(verdict).toBeVisible();
  stack.simulator.faults.add({ api: 'managed-services', effect: { kind: 'status', status: 403 } });
  try {
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.getByRole('button', { name: 'Refresh' })).toBeEnabled({ timeout: 60_000 });
    await expect(page.getByText(/did not succeed/)).toBeVisible();
    expect(await faultsIn(page)).toEqual([]);
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Costs' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Costs');
    const message = page
      .getByRole('status')
      .filter({ hasText: /^The sync (failed|has ended|is complete, but)/ });
    await expect(message.locator('.icon').first()).toHaveClass(/\btext-(miss|part)\b/);
    await page.goto('/sync');
    await expect(page.getByText(/Forbidden|Refused/).first()).toBeVisible();
    expect(await faultsIn(page)).toEqual([]);
  } finally {
    stack.simulator.faults.clear();
  }
});
