import { z } from 'zod';
import { expect, test } from './fixtures.ts';

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
  await expect(page.getByText('Saved.')).toBeVisible();

  await page.goto('/customers');
  await page.getByRole('combobox', { name: 'Owner' }).selectOption({ label: 'Owned by me' });
  await expect(page).toHaveURL(/owner=me/);
  await expect(page.getByRole('link', { name: chosen.displayName })).toBeVisible();
  await expect(page.getByText('owner: Marguerite Delorme')).toHaveCount(1);

  const [marguerite] = (await stack.get('/api/v1/settings/people', people)).items.filter(
    ({ name }) => name === 'Marguerite Delorme',
  );
  const owned = await stack.get(`/api/v1/customers?owner=${marguerite?.personId}`, customers);
  expect(owned.items.map(({ tenantId }) => tenantId)).toEqual([chosen.tenantId]);
  expect((await stack.get('/api/v1/customers?owner=none', customers)).total).toBe(all.total - 1);
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
