import type { BrowserContext, Page } from '@playwright/test';
import { z } from 'zod';
import { started } from './answers.ts';
import { signInByEntra } from './sign-in-by-entra.ts';
import type { Stack } from './stack.ts';
import { expect, test } from './trusted-browser.ts';
import { whenGridIsLive, whenLive } from './when-live.ts';

// Whatever a page asks by itself is refused once the session has ended.
test.use({ stackOptions: { customers: 8, signIn: 'entra' }, provokedErrors: /status of 401/ });

const JSON_TYPE = { 'content-type': 'application/json' };
/** Of a whole run, or of what changed in it. */
const running = z.looseObject({ status: z.string() });
const people = z.object({ items: z.array(z.object({ personId: z.string(), name: z.string() })) });

/** What an administrator does on the page of people. */
async function endSessionsOf(stack: Stack, name: string): Promise<void> {
  const { items } = await stack.get('/api/v1/settings/people', people);
  const personId = items.find((person) => person.name === name)?.personId;
  const ended = await stack.api('/api/v1/settings/people/sessions', {
    method: 'DELETE',
    headers: JSON_TYPE,
    body: JSON.stringify({ personId }),
  });
  expect(ended.status).toBe(204);
}

const cookieOf = async (context: BrowserContext, { url }: Stack): Promise<string> =>
  (await context.cookies(url)).map(({ name, value }) => `${name}=${value}`).join('; ');

const signInAgain = async (page: Page): Promise<void> => {
  // The page says it, and what was sent may say it too.
  await expect(page.getByRole('alert').filter({ hasText: 'Your session has ended' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Sign in again' }).click();
};

test('live events go on while the session does, and end with it; so do exports', async ({
  page,
  context,
  stack,
}) => {
  await signInByEntra(page, 'Marguerite Delorme', '/audit');
  const headers = { cookie: await cookieOf(context, stack) };
  // Azure asks to wait, which keeps the run going for longer than the session.
  stack.simulator.faults.add({
    api: 'cost-report',
    method: 'POST',
    count: 1,
    effect: { kind: 'status', status: 429, headers: { 'retry-after': '5' } },
  });
  const { body } = await stack.api('/api/v1/sync/runs', { method: 'POST' });
  const { id } = started.parse(body);
  const events = await fetch(`${stack.url}/api/v1/sync/runs/${id}/events`, { headers });
  const told: string[] = [];
  for await (const chunk of events.body ?? []) {
    told.push(Buffer.from(chunk).toString());
    if (told.length === 3) await endSessionsOf(stack, 'Marguerite Delorme');
  }
  expect(told.length).toBeGreaterThanOrEqual(3);
  const last = running.parse(JSON.parse(told.at(-1)?.split('data: ')[1] ?? ''));
  expect(last.status, 'the stream ended before the run').toBe('running');
  for (const path of [`/api/v1/sync/runs/${id}/events`, '/api/v1/audit/export', '/api/v1/audit']) {
    expect((await fetch(stack.url + path, { headers })).status, path).toBe(401);
  }
  expect((await stack.whenRunEnds(id)).status).toBe('complete');
});

test.describe('whoever was filling in a form when the session ended', () => {
  test('signs in again, finds the form as it was, and sends it', async ({ page, stack }) => {
    await signInByEntra(page, 'Ravi Subramaniam', '/links?state=unknown');
    const row = page.getByRole('row').filter({ hasText: 'Record an attestation' }).first();
    await row.locator('summary').click();
    const form = row.getByRole('form', { name: 'Record an attestation' });
    const other = (await form.getByLabel('Linked to').locator('option').allTextContents()).at(-1) ?? '';
    await form.getByLabel('Linked to').selectOption(other);
    await form.getByLabel('What it rests on').fill('A picture of the portal, ticket 4711');
    await endSessionsOf(stack, 'Ravi Subramaniam');
    await form.getByRole('button', { name: 'Record' }).click();
    await signInAgain(page);
    await expect(page).toHaveURL(`${stack.url}/links?state=unknown`);
    await expect(form.getByLabel('What it rests on')).toHaveValue('A picture of the portal, ticket 4711');
    await expect(form.getByLabel('Linked to')).toHaveValue(other);
    await form.getByRole('button', { name: 'Record' }).click();
    await expect(page.getByRole('status').filter({ hasText: /^Recorded: / })).toBeVisible();
  });

  test('and what was recorded of one identity is in no form of the next', async ({ page, stack }) => {
    await signInByEntra(page, 'Ravi Subramaniam', '/links?state=unknown');
    await whenGridIsLive(page);
    const row = page.getByRole('row').filter({ hasText: 'Record an attestation' }).first();
    const identities: string[] = [];
    for (const evidence of ['Seen on the screen of Ada', 'Told by letter, 4 March']) {
      const form = row.getByRole('form', { name: 'Record an attestation' });
      await expect(form).toBeHidden();
      identities.push((await row.locator('code').first().textContent()) ?? '');
      await row.locator('summary').click();
      await expect(form.getByLabel('What it rests on')).toHaveValue('');
      await form.getByLabel('What it rests on').fill(evidence);
      await form.getByRole('button', { name: 'Record' }).click();
      await expect(row).not.toContainText(identities.at(-1) ?? '?');
    }
    const links = z.object({
      items: z.array(z.object({ principalId: z.string(), evidence: z.string().nullable() })),
    });
    const { items } = await stack.get('/api/v1/links?state=attested&limit=500', links);
    const told = identities.map((id) => items.find(({ principalId }) => principalId === id)?.evidence);
    expect(told).toEqual(['Seen on the screen of Ada', 'Told by letter, 4 March']);
  });

  test('a form that needs no script is not sent into nothing either', async ({ page, stack }) => {
    const findings = z.object({ items: z.array(z.object({ id: z.string() })) });
    const [finding] = (await stack.get('/api/v1/findings?limit=1', findings)).items;
    await signInByEntra(page, 'Ravi Subramaniam', `/gaps/${finding?.id}`);
    await whenLive(page);
    await page.getByRole('textbox', { name: /note/i }).fill('Half a thought');
    await endSessionsOf(stack, 'Ravi Subramaniam');
    await page.getByRole('button', { name: /^Save/ }).click();
    await signInAgain(page);
    await expect(page.getByRole('textbox', { name: /note/i })).toHaveValue('Half a thought');
    await page.getByRole('button', { name: /^Save/ }).click();
    await expect(page).toHaveURL(`${stack.url}/gaps/${finding?.id}`);
    await expect
      .poll(() => stack.get(`/api/v1/findings/${finding?.id}`, z.looseObject({ note: z.string() })))
      .toMatchObject({
        note: 'Half a thought',
      });
  });
});
