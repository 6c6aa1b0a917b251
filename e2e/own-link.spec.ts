import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expect, test } from './trusted-browser.ts';
import { whenLive } from './when-live.ts';

test.use({ stackOptions: { customers: 3, signIn: 'entra', synced: false } });

async function openOwnLink(page: Page, name: string): Promise<void> {
  await page.goto('/links/me');
  await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
  await page.getByRole('button', { name }).click();
  await expect(page.getByRole('heading', { name: 'Your partner link' })).toBeVisible();
  // The buttons work once their script is there.
  await whenLive(page);
}

test('a person checks, sets, changes and removes their own link, each confirmed and audited', async ({
  page,
  stack,
}) => {
  await openOwnLink(page, 'Ingrid Solheim');
  const [first = '', second = ''] = stack.simulator.description.partnerIds;
  const said = page.getByRole('main').getByRole('status');
  const asked = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Check my link' }).click();
  await expect(said).toHaveText('You are not linked to any partner ID.');
  await page.getByLabel('Partner ID').selectOption(first);
  await page.getByRole('button', { name: 'Link me' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Link me' })).toBeFocused();
  await page.getByRole('button', { name: 'Link me' }).click();
  await asked.getByRole('button', { name: 'Leave it as it is' }).click();
  await expect(said).toHaveText('You are not linked to any partner ID.');
  await page.getByRole('button', { name: 'Link me' }).click();
  await asked.getByRole('button', { name: 'Link me' }).click();
  await expect(said).toContainText(`You are linked to ${first}`);
  await page.getByLabel('Partner ID').selectOption(second);
  await page.getByRole('button', { name: 'Link me' }).click();
  await asked.getByRole('button', { name: 'Link me' }).click();
  await expect(said).toContainText(`You are linked to ${second}`);
  await page.getByRole('button', { name: 'Remove my link' }).click();
  await asked.getByRole('button', { name: 'Remove my link' }).click();
  await expect(said).toHaveText('You are not linked to any partner ID.');
  const audit = await stack.get(
    '/api/v1/audit?q=Ingrid',
    z.object({ items: z.array(z.object({ action: z.string(), detail: z.record(z.string(), z.unknown()) })) }),
  );
  const changes = audit.items
    .filter(({ action }) => action.startsWith('link-'))
    .map(({ action, detail }) => [action, detail]);
  expect(changes).toEqual([
    ['link-removal', { before: second, after: null }],
    ['link-change', { before: first, after: second }],
    ['link-change', { before: null, after: first }],
    ['link-check', { before: null, after: null }],
  ]);
});

test.describe('where Entra refuses', () => {
  test.use({ provokedErrors: /status of 4\d\d|ERR_FAILED/ });

  test('a person who has not consented reads Entra’s own words', async ({ page }) => {
    await openOwnLink(page, 'Beatriz Nogueira');
    await page.getByRole('button', { name: 'Check my link' }).click();
    const alert = page.getByRole('main').getByRole('alert');
    await expect(alert).toContainText('Your consent is missing');
    await expect(alert).toContainText('AADSTS65001');
  });

  test('a person whom the server does not answer is told so, and can ask again', async ({ page }) => {
    await openOwnLink(page, 'Ingrid Solheim');
    await page.route('**/api/v1/links/me/check', (route) => route.abort(), { times: 1 });
    await page.getByRole('button', { name: 'Check my link' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText('The server did not answer.');
    await page.getByRole('button', { name: 'Check my link' }).click();
    await expect(page.getByRole('main').getByRole('status')).toContainText('You are not linked');
  });

  test('a tenant that does not know the person is refused in Entra’s own words', async ({ page, stack }) => {
    await openOwnLink(page, 'Marguerite Delorme');
    await page.getByLabel(/^Tenant/).fill(stack.simulator.world.customers[1]?.tenantId ?? '');
    await page.getByRole('button', { name: 'Check my link' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText('AADSTS50020');
  });
});

test('in a customer’s tenant where the person is a guest, the link of the guest is read', async ({
  page,
  stack,
}) => {
  await openOwnLink(page, 'Marguerite Delorme');
  await page.getByLabel(/^Tenant/).fill(stack.simulator.world.customers[0]?.tenantId ?? '');
  await page.getByRole('button', { name: 'Check my link' }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText(
    'You are not linked to any partner ID.',
  );
});

test('an attested link needs evidence and an end, is audited, and can be withdrawn and restored', async ({
  stack,
}) => {
  const send = (method: string, body: object, token: string | null = null) =>
    stack.api('/api/v1/links/attestations', {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
  const { tenantId, partnerIds } = stack.simulator.description;
  const identity = { tenantId, principalId: '11111111-1111-4111-8111-111111111111' };
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  const whole = {
    ...identity,
    partnerId: partnerIds[0],
    evidence: 'Screenshot of the portal, ticket 4711',
    expiresAt: tomorrow,
  };
  expect((await send('POST', { ...whole, evidence: 'yes' })).status).toBe(400);
  expect((await send('POST', { ...whole, expiresAt: '2020-01-01T00:00:00.000Z' })).status).toBe(422);
  expect((await send('POST', whole, await stack.tokenOf('Pec.Viewer'))).status).toBe(403);
  expect((await send('POST', whole)).status).toBe(204);
  const withdrawn = await send('DELETE', identity);
  expect(withdrawn.status).toBe(200);
  expect((await send('DELETE', identity)).status).toBe(404);
  const restored = { ...identity, ...z.object({ withdrawnAt: z.string() }).parse(withdrawn.body) };
  const restore = () =>
    stack.api('/api/v1/links/attestations/restore', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(restored),
    });
  expect((await restore()).status).toBe(204);
  expect((await restore()).status).toBe(409);
  const { items } = await stack.get(
    '/api/v1/audit?action=link-attestation',
    z.object({ items: z.array(z.looseObject({})) }),
  );
  expect(items).toHaveLength(3);
});
