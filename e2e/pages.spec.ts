import { expect, test } from './fixtures.ts';
import type { Stack } from './stack.ts';
import { whenLive } from './when-live.ts';

const NOBODY = '00000000-0000-4000-8000-000000000000';

const everyPage = (stack: Stack): string[] => [
  '/',
  '/customers',
  // The hand-written customer of two currencies has the longest name and the most to show.
  `/customers/${stack.simulator.world.customers[11]?.tenantId ?? ''}`,
  '/subscriptions',
  // The hand-written subscription of which one resource group only is delegated.
  `/subscriptions/${stack.simulator.world.customers[5]?.subscriptions[0]?.subscriptionId ?? ''}`,
  '/costs',
  '/links',
  '/roles',
  '/sync',
];

test('each page says that Azure is simulated, has one heading, and tells how old its data is', async ({
  page,
  stack,
}) => {
  for (const path of everyPage(stack)) {
    await page.goto(path);
    await expect(page.getByRole('complementary', { name: 'Environment' })).toContainText('Simulated Azure');
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    const age = page.getByText('Oldest data:').first();
    await expect(age).toContainText(/just now|min ago/);
    await expect(page).toHaveTitle(/ · Pecboard$/);
  }
});

test('a person chooses dark, and the next page and a reload stay dark', async ({ page }) => {
  const background = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const light = await background();
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await background()).not.toBe(light);
  const dark = await background();
  await page.goto('/customers');
  expect(await background()).toBe(dark);
  await page.reload();
  expect(await background()).toBe(dark);
  await page.getByRole('radio', { name: 'As the system' }).check({ force: true });
  expect(await background()).toBe(light);
});

test('on a telephone no page is wider than the screen', async ({ page, stack }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of everyPage(stack)) {
    await page.goto(path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(390);
  }
});

test('on a telephone every part of a page is there before anybody scrolls, also after a link', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const waiting = () =>
    page
      .locator('.when-seen')
      .evaluateAll(
        (parts) => parts.filter((part) => getComputedStyle(part).contentVisibility !== 'visible').length,
      );
  await page.goto('/');
  expect(await page.locator('.when-seen').count()).toBeGreaterThan(4);
  await expect.poll(waiting).toBe(0);
  await page
    .getByRole('table', { name: 'Customers with the largest missed credit' })
    .getByRole('link')
    .first()
    .click();
  await expect(page).toHaveURL(/\/customers\//);
  expect(await page.locator('.when-seen').count()).toBeGreaterThan(4);
  await expect.poll(waiting).toBe(0);
});

test('with the keyboard alone a person skips to the content and goes through the pages in order', async ({
  page,
}) => {
  await page.goto('/customers');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Find anything' })).toBeFocused();
  await page.keyboard.press('Tab');
  const names = [
    'Overview',
    'Customers',
    'Subscriptions',
    'Gaps',
    'Costs',
    'Links',
    'Roles',
    'Imports',
    'Sync',
  ];
  for (const name of names) {
    await expect(page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name })).toBeFocused();
    await page.keyboard.press('Tab');
  }
  await page.goto('/customers');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  const isInside = await page.evaluate(() => document.activeElement?.closest('main') !== null);
  expect(isInside).toBe(true);
});

test('when a part is drawn anew the keyboard stays where it was, and open what was opened', async ({
  page,
}) => {
  await page.goto('/');
  await whenLive(page);
  // Leads to nothing of this name afterwards: it may not take the focus from what has it later.
  await page.getByRole('link', { name: 'Earlier month' }).click();
  await expect(page).toHaveURL(/period=/);
  const tables = page.getByRole('main').locator('summary').filter({ hasText: 'by month as a table' });
  const second = tables.nth(1);
  await second.focus();
  await page.keyboard.press('Enter');
  await expect(second.locator('xpath=..')).toHaveAttribute('open', '');
  await second.evaluate((summary) => summary.setAttribute('data-before', ''));
  // As what is read anew comes: without a hand on the page.
  await page.getByRole('link', { name: 'Later month' }).dispatchEvent('click');
  await expect(page).toHaveURL(/period=/);
  await expect(page.locator('[data-before]')).toHaveCount(0);
  await expect(second).toBeFocused();
  await expect(second.locator('xpath=..')).toHaveAttribute('open', '');
  await expect(tables.first().locator('xpath=..')).not.toHaveAttribute('open', '');
});

test('whoever chooses a view by the keyboard stays at its link', async ({ page }) => {
  await page.goto('/customers');
  await whenLive(page);
  const verdicts = page.getByRole('navigation', { name: 'Verdict', exact: true });
  const link = verdicts.getByRole('link', { name: /^Partly/ });
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(link).toHaveAttribute('aria-current', 'true');
  await expect(link).toBeFocused();
});

test('an account manager finds customers by name, verdict and cause, and the address keeps the view', async ({
  page,
  stack,
}) => {
  const rows = page.getByRole('grid').locator('tbody').getByRole('row');
  await page.goto('/customers');
  await page.getByRole('searchbox', { name: 'Search customers' }).fill('gelateria');
  await expect(page).toHaveURL(`${stack.url}/customers?q=gelateria`);
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Piccolo Mondo Gelateria S.r.l.');
  await page.getByRole('searchbox', { name: 'Search customers' }).fill('no such customer');
  await expect(page.getByText('No customer matches these filters')).toBeVisible();
  await page.getByRole('link', { name: 'Clear filters' }).click();
  await expect(rows).toHaveCount(stack.simulator.world.customers.length);

  await page.getByRole('combobox', { name: 'Main cause' }).selectOption('wrong-partner-organisation');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Vasconcelos & Filhos, Lda.');
  await page.reload();
  await expect(rows).toHaveCount(1);
});

test('an account manager filters by verdict, and back undoes the last step', async ({ page, stack }) => {
  const rows = page.getByRole('grid').locator('tbody').getByRole('row');
  await page.goto('/customers');
  const verdicts = page.getByRole('navigation', { name: 'Verdict', exact: true });
  await verdicts.getByRole('link', { name: /^Partly/ }).click();
  await expect(page).toHaveURL(`${stack.url}/customers?verdict=partial`);
  await expect(rows.filter({ hasText: 'Stadtwerke Hohenfels GmbH' })).toHaveCount(1);
  await expect(rows.filter({ hasText: 'Kestrel Rail Logistics' })).toHaveCount(0);
  await page.goBack();
  await expect(rows).toHaveCount(stack.simulator.world.customers.length);
});

test('an account manager sorts by name, and a second time the other way round', async ({ page, stack }) => {
  const names = stack.simulator.world.customers
    .map(({ displayName }) => displayName)
    .toSorted((left, right) => left.localeCompare(right, 'en'));
  const first = page.getByRole('grid').locator('tbody').getByRole('row').first();
  await page.goto('/customers');
  const header = page.getByRole('columnheader', { name: 'Customer' });
  await header.getByRole('link').click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await expect(first).toContainText(names[0] ?? '?');
  await header.getByRole('link').click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await expect(first).toContainText(names.at(-1) ?? '?');
});

test('support staff open the evidence of a subscription and read path, role and link', async ({
  page,
  stack,
}) => {
  const linked = stack.simulator.world.customers.find(
    ({ displayName }) => displayName === 'Kestrel Rail Logistics',
  );
  await page.goto(`/customers/${linked?.tenantId ?? ''}`);
  await page.getByText(/^Why: /).click();
  const evidence = page.getByRole('table', { name: /access/i }).last();
  await expect(evidence).toContainText('Support Request Contributor');
  await expect(evidence).toContainText('Partner link (Halvorsen)');
  await expect(evidence).toContainText('4519872');
});

test.describe('addresses that lead nowhere', () => {
  test.use({ provokedErrors: /status of 404/ });

  test('what a wrong address may be is told in the language of whoever reads it', async ({
    page,
    context,
    stack,
  }) => {
    await context.addCookies([{ name: 'pecboard-language', value: 'nl', url: stack.url }]);
    for (const [path, told] of [
      ['/customers?limit=0', 'limit: moet 1 of meer zijn'],
      ['/customers?limit=many', 'limit: moet een geheel getal zijn'],
      ['/customers?cursor=nonsense', 'cursor: is geen plaats in deze lijst'],
      ['/customers?owner=me,you', 'owner: mag zijn: me, none, een persoon, als TENANT_ID/OBJECT_ID'],
      ['/costs?groupBy=colour', 'groupBy: mag een of meer van deze zijn'],
      ['/costs?groupBy=day,service', 'groupBy: day, service kunnen niet samen'],
      ['/customers?period=a&period=b', 'period: moet één keer worden opgegeven'],
    ] as const) {
      await page.goto(path);
      await expect(page.getByRole('main').getByRole('listitem'), path).toContainText(told);
    }
  });

  test('an unknown customer or page is answered 404, within the navigation', async ({ page }) => {
    for (const [path, title] of [
      [`/customers/${NOBODY}`, 'Customer not found'],
      ['/customers/not-a-guid', 'Customer not found'],
      [`/subscriptions/${NOBODY}`, 'Subscription not found'],
      ['/nowhere/at/all', 'Page not found'],
    ] as const) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
    }
  });

  test('an address with a wrong filter names it and offers the page without', async ({ page, stack }) => {
    for (const [path, name, home] of [
      ['/?period=2026-13', 'period', '/'],
      ['/customers?verdict=green', 'verdict', '/customers'],
      ['/customers?colour=red', 'colour', '/customers'],
      ['/customers?cursor=nonsense', 'cursor', '/customers'],
      ['/subscriptions?linked=perhaps', 'linked', '/subscriptions'],
      ['/costs?groupBy=day,service', 'groupBy', '/costs'],
      ['/links?state=loose', 'state', '/links'],
      ['/roles?earns=maybe', 'earns', '/roles'],
    ] as const) {
      await page.goto(path);
      await expect(page.getByText('This address has a wrong filter')).toBeVisible();
      await expect(page.getByRole('main').locator('code')).toHaveText(name);
      await page.getByRole('link', { name: 'Show without filters' }).click();
      await expect(page).toHaveURL(`${stack.url}${home}`);
    }
  });
});
