import type { Page } from '@playwright/test';
import { expect, test } from './trusted-browser.ts';
import { whenLive } from './when-live.ts';

test.use({ stackOptions: { customers: 8, signIn: 'entra', synced: false } });

async function signIn(page: Page, name: string, to = '/customers?sort=name'): Promise<void> {
  await page.goto(to);
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
  await page.getByRole('button', { name }).click();
}

const session = (page: Page) => page.request.get('/api/v1/session');

test('somebody signs in with Entra and comes back to the view that was asked for', async ({
  page,
  context,
  stack,
}) => {
  await signIn(page, 'Marguerite Delorme');
  await expect(page).toHaveURL(`${stack.url}/customers?sort=name`);
  await expect(page.getByText('Marguerite Delorme').first()).toBeVisible();
  await expect(page.getByText('Administrator', { exact: true }).first()).toBeVisible();
  const cookie = (await context.cookies(stack.url)).find(({ name }) => name === 'pecboard-session');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
});

test('dashboards do not load MSAL', async ({ page }) => {
  await signIn(page, 'Marguerite Delorme', '/sync');
  await expect(page.getByText('Marguerite Delorme').first()).toBeVisible();
  const scripts: string[] = [];
  page.on('response', (answer) => {
    if (answer.url().endsWith('.js')) scripts.push(answer.url());
  });
  await page.goto('/roles');
  const texts = await Promise.all(scripts.map(async (url) => (await page.request.get(url)).text()));
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((text) => text.includes('acquireTokenSilent')).length).toBe(0);
});

test('signing out ends the session here and at Entra, so that a copy of the cookie is worth nothing', async ({
  page,
  context,
  stack,
}) => {
  await signIn(page, 'Ravi Subramaniam', '/roles');
  await expect(page).toHaveURL(`${stack.url}/roles`);
  const cookies = await context.cookies(stack.url);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in with Microsoft' })).toBeVisible();
  await context.addCookies(cookies);
  expect((await session(page)).status()).toBe(401);
  await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
  await expect(page.getByRole('heading', { name: 'Pick an account' })).toBeVisible();
});

test.describe('people who are not let in', () => {
  test.use({ provokedErrors: /status of 403/ });
  for (const [who, name, words] of [
    ['of another organisation', 'Jonas Keane', 'organisation is not one of those'],
    ['without a role', 'Owen Carrick', 'no role of Pecboard was given'],
    ['who are guests', 'Lena Hartwig', 'Guests are not let in'],
  ] as const) {
    test(`people ${who} are told why`, async ({ page }) => {
      await signIn(page, name);
      await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
      expect((await session(page)).status()).toBe(401);
    });
  }
});

test('a session that ended in mid-work leads back to the same view after a sign-in', async ({
  page,
  stack,
}) => {
  await signIn(page, 'Marguerite Delorme', '/audit?action=sign-in');
  await expect(page.getByRole('heading', { name: 'Audit' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const headers = { origin: stack.url };
  expect((await page.request.delete('/api/v1/session', { headers })).status()).toBe(204);
  await page.goto('/audit?action=sign-out');
  await expect(page).toHaveURL(/\/sign-in\?to=%2Faudit%3Faction%3Dsign-out/);
  await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
  // Entra still knows who it is.
  await expect(page).toHaveURL(`${stack.url}/audit?action=sign-out`);
  await expect(page.getByRole('grid')).toContainText('Marguerite Delorme');
});

test('a session is renewed in the background before it ends, under a new id', async ({
  page,
  context,
  stack,
}) => {
  await page.clock.install();
  await signIn(page, 'Ingrid Solheim', '/roles');
  await expect(page.getByText('Ingrid Solheim').first()).toBeVisible();
  const cookieNow = async () =>
    (await context.cookies(stack.url)).find(({ name }) => name === 'pecboard-session')?.value;
  const before = await cookieNow();
  const renewed = page.waitForResponse(
    (answer) => answer.url().endsWith('/api/v1/session') && answer.request().method() === 'PUT',
  );
  await expect(page).toHaveURL(`${stack.url}/roles`);
  await whenLive(page);
  await page.clock.fastForward('56:00');
  expect((await renewed).status()).toBe(201);
  expect(await cookieNow()).not.toBe(before);
  expect((await session(page)).status()).toBe(200);
});

test.describe('where the renewal fails', () => {
  test.use({ provokedErrors: /status of 4\d\d|ERR_FAILED|Failed to load/ });
  test('people are asked to sign in again, and nothing they typed is lost', async ({ page, stack }) => {
    await page.clock.install();
    await signIn(page, 'Marguerite Delorme', '/roles');
    await expect(page.getByText('Marguerite Delorme').first()).toBeVisible();
    await page.route('**/oauth2/v2.0/token*', (route) => route.abort());
    await expect(page).toHaveURL(`${stack.url}/roles`);
    await whenLive(page);
    await page.clock.fastForward('56:00');
    await expect(page.getByText(/Your session ends at/)).toBeVisible({ timeout: 30_000 });
    await page.unroute('**/oauth2/v2.0/token*');
    const search = page.getByRole('searchbox');
    await search.evaluate((field: HTMLInputElement) => {
      field.value = 'half a wor';
    });
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await expect(page).toHaveURL(`${stack.url}/roles`);
    await expect(search).toHaveValue('half a wor');
  });
});

test('a viewer is told that the audit is not for them, and who starts runs and gives files', async ({
  page,
}) => {
  await signIn(page, 'Ingrid Solheim', '/roles');
  await expect(page.getByText('Ingrid Solheim').first()).toBeVisible();
  await page.goto('/sync');
  await expect(page.getByText('Support staff and administrators start')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start a sync' })).toHaveCount(0);
  await page.goto('/imports');
  await expect(page.getByText('Support staff and administrators give files')).toBeVisible();
  await whenLive(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Check my');
  await expect(page.getByRole('option', { name: /Check my link/ })).toBeVisible();
  await expect(page.getByRole('option', { name: /Settings|Audit|Start a sync/ })).toHaveCount(0);
  const answer = await page.request.get('/audit');
  expect(answer.status()).toBe(403);
  expect(await answer.text()).toContain('Your role does not open this page');
});
