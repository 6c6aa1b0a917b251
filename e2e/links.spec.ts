import { expect, test } from './fixtures.ts';

test('support staff see which identities are linked, to what, and how that is known', async ({ page }) => {
  await page.goto('/links');
  const table = page.getByRole('grid', { name: /^Identities in use/ });
  const linked = table.getByRole('row').filter({ hasText: 'Partner link (Halvorsen)' }).first();
  await expect(linked).toContainText('Linked');
  await expect(linked).toContainText('4519872, yours');
  await expect(linked).toContainText(/Read with its (own token|link credential)/);
  await expect(linked).toContainText(/just now|min ago/);
});

test('one identity that carries many subscriptions alone is warned of', async ({ page }) => {
  await page.goto('/links');
  await expect(page.getByText(/carries \d+ of [\d,]+ subscriptions alone/)).toBeVisible();
  await expect(
    page
      .getByRole('grid')
      .getByText(/\d+ on it alone/)
      .first(),
  ).toBeVisible();
});

test('an identity whose link cannot be read is unknown, with what to do about it', async ({
  page,
  stack,
}) => {
  await page.goto('/links');
  await page
    .getByRole('navigation', { name: 'State of the link' })
    .getByRole('link', { name: /^Unknown/ })
    .click();
  await expect(page).toHaveURL(`${stack.url}/links?state=unknown`);
  const rows = page.getByRole('grid').locator('tbody').getByRole('row');
  await expect(rows.first()).toContainText(/LINK_CREDENTIALS_FILE|Check my link|cannot be linked/);
  await expect(rows.filter({ has: page.getByText('Linked', { exact: true }) })).toHaveCount(0);
});

test('an identity of another organisation is told apart, and found by its partner ID', async ({ page }) => {
  await page.goto('/links');
  const other = page.getByRole('grid').getByRole('row').filter({ hasText: 'not among yours' });
  await expect(other.first()).toContainText('change the link');
  await page.getByRole('searchbox', { name: 'Search identities' }).fill('4519872');
  await expect(page.getByText(/^\d+ of \d+ identities$/)).toBeVisible();
  await expect(other).toHaveCount(0);
});
