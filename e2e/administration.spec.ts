import type { Locator, Page } from '@playwright/test';
import { z } from 'zod';
import { eventually } from './eventually.ts';
import { faultsIn } from './examine.ts';
import { expect, test } from './fixtures.ts';
import { SIGN_IN_PROGRAMS } from './simulator/worlds/sign-in.ts';
import type { Stack } from './stack.ts';
import { whenLive } from './when-live.ts';

test.use({ stackOptions: { customers: 6, signIn: 'people' } });

const people = z.object({ items: z.array(z.object({ personId: z.string(), name: z.string() })) });
const customers = z.object({
  items: z.array(
    z.object({
      tenantId: z.string(),
      displayName: z.string(),
      owner: z.object({ personId: z.string(), name: z.string().nullable() }).nullable(),
    }),
  ),
  total: z.number(),
});

const findings = z.object({
  items: z.array(
    z.looseObject({ id: z.string(), owner: z.object({ name: z.string().nullable() }).nullable() }),
  ),
});

test('an administrator names the owner of a customer, and everybody finds the customer by the owner', async ({
  page,
  stack,
}) => {
  await page.goto('/customers');
  await page.getByRole('button', { name: /Marguerite Delorme/ }).click();
  await expect(page).toHaveURL(/\/customers$/);
  const all = await stack.get('/api/v1/customers?sort=name', customers);
  const chosen = all.items[0];
  if (chosen === undefined) throw new Error('the world has no customer');
  expect(chosen.owner).toBeNull();

  await page.goto(`/customers/${chosen.tenantId}`);
  await page.getByRole('combobox', { name: 'Owner' }).selectOption({ label: 'Marguerite Delorme' });
  await page.getByRole('button', { name: 'Save owner' }).click();
  await expect(page.getByRole('status').filter({ hasText: /saved/i })).toBeVisible();

  await page.goto('/customers');
  await page.getByRole('combobox', { name: 'Owner' }).selectOption({ label: 'Owned by me' });
  await expect(page).toHaveURL(/owner=me/);
  await expect(page.getByRole('link', { name: chosen.displayName })).toBeVisible();
  await expect(page.getByRole('grid').getByRole('gridcell', { name: 'Marguerite Delorme' })).toHaveCount(1);

  const [marguerite] = (await stack.get('/api/v1/settings/people', people)).items.filter(
    ({ name }) => name === 'Marguerite Delorme',
  );
  const owned = await stack.get(`/api/v1/customers?owner=${marguerite?.personId}`, customers);
  expect(owned.items.map(({ tenantId }) => tenantId)).toEqual([chosen.tenantId]);
  expect((await stack.get('/api/v1/customers?owner=none', customers)).total).toBe(all.total - 1);
});

const countOwnedBy = async (stack: Stack, name: string): Promise<number> =>
  (await stack.get('/api/v1/findings?limit=500', findings)).items.filter(({ owner }) => owner?.name === name)
    .length;

test('an administrator gives several findings an owner together, and takes it back', async ({
  page,
  stack,
}) => {
  await page.goto('/gaps?state=open');
  await page.getByRole('button', { name: /Marguerite Delorme/ }).click();
  await whenLive(page);
  const boxes = page.getByRole('checkbox', { name: /^Choose / });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  const form = page.locator('form#decide');
  await expect(form.getByRole('status')).toHaveText('2 rows chosen');
  await page.getByRole('button', { name: 'Apply to the chosen ones' }).click();
  await expect(form.getByRole('alert')).toHaveText('Nothing is decided yet. Choose a state or an owner.');
  await form.getByLabel('Owner').selectOption({ label: 'Marguerite Delorme' });
  await page.getByRole('button', { name: 'Apply to the chosen ones' }).click();
  const told = page.getByRole('status').filter({ hasText: '2 findings were changed.' });
  await expect(told).toBeVisible();
  await expect(page.getByRole('gridcell', { name: 'Marguerite Delorme' })).toHaveCount(2);
  await expect(boxes.nth(0)).not.toBeChecked();
  expect(await countOwnedBy(stack, 'Marguerite Delorme')).toBe(2);
  await told.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('2 findings are as they were before.')).toBeVisible();
  await expect(page.getByRole('gridcell', { name: 'Marguerite Delorme' })).toHaveCount(0);
  expect(await countOwnedBy(stack, 'Marguerite Delorme')).toBe(0);
  await expect(page.getByRole('button', { name: 'Put this message away' })).toBeFocused();
});

/** Opens the menu of views, and gives what it shows. */
async function openViews(page: Page): Promise<Locator> {
  await whenLive(page);
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  return page.locator('[popover]:popover-open');
}

test('a view is kept and shared, opened by somebody else, forgotten, and kept again', async ({
  page,
  browser,
  stack,
}) => {
  await page.goto('/customers?sort=name');
  await page.getByRole('button', { name: /Marguerite Delorme/ }).click();
  await page.route('**/api/v1/views', (route) => route.fulfill({ status: 204 }), { times: 1 });
  const views = await openViews(page);
  await expect(views.getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(await faultsIn(page, '[popover]:popover-open')).toEqual([]);
  await views.getByRole('button', { name: 'Try again' }).click();
  await expect(views).toContainText('No view is kept for this page yet.');
  await views.getByRole('textbox', { name: 'Name of this view' }).fill('By name');
  await views.getByRole('checkbox', { name: 'Everybody can open it' }).check();
  await views.getByRole('button', { name: 'Keep this view' }).click();
  await expect(views.getByRole('link', { name: 'By name' })).toBeVisible();
  expect(await faultsIn(page, '[popover]:popover-open')).toEqual([]);

  const other = await browser.newPage({ baseURL: stack.url });
  await other.goto('/customers');
  await other.getByRole('button', { name: /Ravi Subramaniam/ }).click();
  const shared = await openViews(other);
  await expect(shared.getByRole('button', { name: 'Forget the view By name' })).toHaveCount(0);
  await shared.getByRole('link', { name: 'By name' }).click();
  await expect(other).toHaveURL(`${stack.url}/customers?sort=name`);
  await expect(shared).toHaveCount(0);
  await other.close();

  await views.getByRole('button', { name: 'Forget the view By name' }).click();
  await expect(views).toContainText('No view is kept for this page yet.');
  await page
    .getByRole('status')
    .filter({ hasText: 'The view By name is forgotten.' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(page.getByText('The view By name is kept again.')).toBeVisible();
  const kept = await openViews(page);
  await expect(kept.getByRole('link', { name: 'By name' })).toBeVisible();
});

test.describe('whoever is no administrator', () => {
  test('sees the owner of a customer, and may not name one', async ({ page, stack }) => {
    const [customer] = (await stack.get('/api/v1/customers', customers)).items;
    await page.goto(`/customers/${customer?.tenantId}`);
    await page.getByRole('button', { name: /Ravi Subramaniam/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: customer?.displayName ?? '' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save owner' })).toHaveCount(0);
    const token = await stack.tokenOf('Pec.Support');
    const refused = await stack.api(`/api/v1/customers/${customer?.tenantId}/owner`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ personId: null }),
    });
    expect(refused.status).toBe(403);
  });
});

const entries = z.object({
  items: z.array(
    z.object({
      action: z.string(),
      outcome: z.string(),
      target: z.string().nullable(),
      actor: z.object({ name: z.string() }),
    }),
  ),
});

const send = (stack: Stack, method: string, path: string, body: object | string, token?: string) =>
  stack.api(path, {
    method,
    headers: {
      'content-type': typeof body === 'string' ? 'text/csv' : 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const subscriptions = z.object({ items: z.array(z.object({ subscriptionId: z.string() })) });

test('whatever somebody changes, takes away or is refused stands in the audit and in its export', async ({
  stack,
}) => {
  const { tenantId, partnerIds } = stack.simulator.description;
  const personId = `${tenantId}/11111111-1111-4111-8111-111111111111`;
  const [customer] = (await stack.get('/api/v1/customers', customers)).items;
  const [subscription] = (await stack.get('/api/v1/subscriptions?limit=1', subscriptions)).items;
  const [finding] = (await stack.get('/api/v1/findings?limit=1', findings)).items;
  const owner = `/api/v1/customers/${customer?.tenantId}/owner`;
  const identity = { tenantId, principalId: '22222222-2222-4222-8222-222222222222' };
  const attested = {
    ...identity,
    partnerId: partnerIds[0],
    evidence: 'a picture of the portal',
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  };
  const settings = { attestationDays: 300, ownLinkDays: 31, heavyLinkSubscriptions: 10 };
  const person = { personId, name: 'Nadia', seesAll: false, tenantIds: [customer?.tenantId] };
  const viewer = SIGN_IN_PROGRAMS.find(({ role }) => role === 'Pec.Viewer')?.appId;
  const steps: readonly (readonly [
    status: number,
    answer: Promise<{ status: number }>,
    found: readonly string[],
  ])[] = [
    [204, send(stack, 'PUT', '/api/v1/settings', settings), ['settings', 'done', 'attestationDays']],
    [204, send(stack, 'PUT', '/api/v1/settings/people', person), ['people', 'done', personId]],
    [
      204,
      send(stack, 'POST', '/api/v1/links/attestations', attested),
      ['link-attestation', 'done', `${tenantId}/${identity.principalId}`],
    ],
    [
      200,
      send(stack, 'PATCH', `/api/v1/findings/${finding?.id}`, { note: 'seen' }),
      ['finding', 'done', finding?.id ?? ''],
    ],
    [
      202,
      send(stack, 'POST', '/api/v1/imports?name=costs.csv', 'nothing,known\n1,2\n'),
      ['import', 'failed', 'costs.csv'],
    ],
    [
      200,
      stack.api(`/api/v1/subscriptions/${subscription?.subscriptionId}/facts`),
      ['export', 'done', subscription?.subscriptionId ?? ''],
    ],
    [
      202,
      send(stack, 'POST', `/api/v1/customers/${customer?.tenantId}/refresh`, {}),
      ['sync', 'done', customer?.tenantId ?? ''],
    ],
    [
      403,
      send(stack, 'PUT', '/api/v1/settings', settings, await stack.tokenOf('Pec.Support')),
      ['refusal', 'refused', 'role-required'],
    ],
    [
      403,
      stack.api('/audit', { headers: { authorization: `Bearer ${await stack.tokenOf('Pec.Viewer')}` } }),
      ['refusal', 'refused', 'role-required'],
    ],
  ];
  for (const [status, answer, found] of steps) expect((await answer).status, found.join(' ')).toBe(status);
  expect((await send(stack, 'PUT', owner, { personId })).status).toBe(204);
  expect((await send(stack, 'DELETE', '/api/v1/settings/people/sessions', { personId })).status).toBe(204);
  const items = await eventually('the refused file to stand in the audit', async () => {
    const audit = await stack.get('/api/v1/audit?limit=500', entries);
    const isThere = audit.items.some(({ action, outcome }) => action === 'import' && outcome === 'failed');
    return isThere ? audit.items : null;
  });
  const said = items.map(({ action, outcome, target }) => [action, outcome, target].join(' '));
  expect(said).toEqual(expect.arrayContaining(steps.map(([, , found]) => found.join(' '))));
  expect(said).toContain(`owner done ${customer?.tenantId}`);
  const ofViewer = items.filter(({ action, actor }) => action === 'refusal' && actor.name === viewer);
  expect(ofViewer.length, 'a page asks several times, and is refused once').toBe(1);
  const { body, type } = await stack.api('/api/v1/audit/export');
  expect(type).toContain('text/csv');
  for (const { target } of items) expect(body).toContain(target ?? '');
});

test('an administrator changes a setting, which holds at once, and others may not open the page', async ({
  page,
  stack,
}) => {
  await page.goto('/settings');
  await page.getByRole('button', { name: /Marguerite Delorme/ }).click();
  await whenLive(page);
  const days = page.getByRole('spinbutton', { name: 'An attested link counts for at most' });
  await days.fill('20');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByRole('status').filter({ hasText: /saved/i })).toBeVisible();
  await expect(page.getByText('Marguerite Delorme changed it on')).toBeVisible();
  await page.reload();
  await expect(days).toHaveValue('20');
  await page.goto('/links?state=unknown');
  await page.getByText('Record an attestation').first().click();
  const longest = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await expect(page.getByLabel('Counts until').first()).toHaveAttribute('max', longest);
  for (const role of ['Pec.Viewer', 'Pec.Support']) {
    const headers = { authorization: `Bearer ${await stack.tokenOf(role)}` };
    expect((await stack.api('/settings', { headers })).status, role).toBe(403);
  }
});
