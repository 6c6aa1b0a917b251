import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { ACCESS_WORDS, CREDIT_WORDS, LINKED_WORDS, monthsAt } from './expectations.ts';
import { expect, test } from './fixtures.ts';
import type { Subscription } from './simulator/worlds/types.ts';
import type { Stack } from './stack.ts';

const listed = z.object({
  items: z.array(
    z.object({
      subscriptionId: z.string(),
      customer: z.object({ tenantId: z.string() }),
      linked: z.string(),
      access: z.string(),
      credit: z.string(),
    }),
  ),
  total: z.number(),
  unfilteredTotal: z.number(),
  nextCursor: z.string().nullable(),
});

function subscriptionOf(stack: Stack, customerName: string): Subscription {
  const customer = stack.simulator.world.customers.find(({ displayName }) => displayName === customerName);
  const [subscription] = customer?.subscriptions ?? [];
  if (subscription === undefined) throw new Error(`${customerName} has no subscription`);
  return subscription;
}

const closedMonth = (stack: Stack): string => monthsAt(stack.simulator.clock.now()).closed.period;

test('the list of subscriptions says of each what the world was built to have, page by page', async ({
  stack,
}) => {
  const rows: z.infer<typeof listed>['items'] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const path = `/api/v1/subscriptions?period=${closedMonth(stack)}&limit=7&sort=name${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const page: z.infer<typeof listed> = await stack.get(path, listed);
    rows.push(...page.items);
    cursor = page.nextCursor;
  }
  const told = rows.map((row) => [row.subscriptionId, row.linked, row.access, row.credit].join(' '));
  const expected = stack.simulator.world.customers.flatMap(({ subscriptions }) =>
    subscriptions.flatMap(({ subscriptionId, expected: answer }) =>
      answer === null ? [] : [[subscriptionId, answer.linked, answer.access, answer.credit].join(' ')],
    ),
  );
  expect(told.toSorted()).toEqual(expected.toSorted());
});

test('support staff find subscriptions by what is wrong with them, and the address keeps the view', async ({
  page,
  stack,
}) => {
  const rows = page.getByRole('grid').locator('tbody').getByRole('row');
  await page.goto(`/subscriptions?period=${closedMonth(stack)}`);
  await page.getByRole('combobox', { name: 'Cause' }).selectOption('wrong-partner-organisation');
  await expect(page.getByText(/^1 of [\d,]+ subscriptions$/)).toBeVisible();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Armazém e expedição');
  await page.reload();
  await expect(rows).toContainText('Vasconcelos & Filhos, Lda.');
  await page.goBack();
  await expect(rows).not.toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Search subscriptions' }).fill('no such subscription');
  await expect(page.getByText('No subscription matches these filters')).toBeVisible();
  await page.getByRole('link', { name: 'Clear filters' }).click();
  await expect(rows).not.toHaveCount(0);
});

test('a filter chosen before the page can react is applied as soon as it can', async ({ page, stack }) => {
  const arrived = Promise.withResolvers<void>();
  await page.route('**/_next/static/**/*.js', async (route) => {
    await arrived.promise;
    await route.continue();
  });
  await page.goto(`/subscriptions?period=${closedMonth(stack)}`, { waitUntil: 'commit' });
  await page.getByRole('combobox', { name: 'Cause' }).selectOption('wrong-partner-organisation');
  arrived.resolve();
  await expect(page.getByText(/^1 of [\d,]+ subscriptions$/)).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Cause' })).toHaveValue('wrong-partner-organisation');
});

test('an account manager goes from the list to one subscription and on to its customer', async ({
  page,
  stack,
}) => {
  await page.goto(`/subscriptions?period=${closedMonth(stack)}&q=freight+platform`);
  await page.getByRole('link', { name: 'Kestrel freight platform' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kestrel freight platform');
  await page.getByRole('main').getByRole('link', { name: 'Kestrel Rail Logistics' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kestrel Rail Logistics');
});

test('a subscription tells how it is linked, which ways lead in, and what that rests on', async ({
  page,
  stack,
}) => {
  const { subscriptionId, tenantId, expected } = subscriptionOf(stack, 'Kestrel Rail Logistics');
  await page.goto(`/subscriptions/${subscriptionId}?period=${closedMonth(stack)}`);
  const answers = page.getByRole('main').locator('dl').first();
  await expect(answers).toContainText(LINKED_WORDS[expected?.linked ?? ''] ?? '?');
  await expect(answers).toContainText(ACCESS_WORDS[expected?.access ?? ''] ?? '?');
  await expect(answers).toContainText(CREDIT_WORDS[expected?.credit ?? ''] ?? '?');
  const paths = page.getByRole('table', { name: /^Access paths/ });
  await expect(paths).toContainText('Support Request Contributor');
  await expect(paths).toContainText('4519872');
  await expect(paths.getByRole('time').first()).toBeVisible();
  const reads = page.getByRole('table', { name: /^Sources of this subscription/ });
  const delegations = reads.getByRole('row').filter({ hasText: 'which subscriptions and resource groups' });
  await expect(delegations).toContainText('Azure Resource Graph');
  await expect(page.getByRole('table', { name: 'Cost of the month by class' })).toContainText(
    'Received credit',
  );
  const portal = (name: string) => page.getByRole('link', { name, exact: true });
  await expect(portal('Overview of the subscription')).toHaveAttribute(
    'href',
    `https://portal.azure.com/#@${tenantId}/resource/subscriptions/${subscriptionId}/overview`,
  );
  await expect(portal('Cost analysis')).toHaveAttribute(
    'href',
    `https://portal.azure.com/@${tenantId}/#blade/Microsoft_Azure_CostManagement/Menu/open/costanalysis/scope/%2Fsubscriptions%2F${subscriptionId}`,
  );
});

test('a subscription with narrow access names the resource groups inside and outside, with their cost', async ({
  page,
  stack,
}) => {
  const { subscriptionId } = subscriptionOf(stack, 'Stadtwerke Hohenfels GmbH');
  await page.goto(`/subscriptions/${subscriptionId}?period=${closedMonth(stack)}`);
  const groups = page.getByRole('table', { name: /^Resource groups/ });
  const web = groups.getByRole('row').filter({ hasText: 'rg-web' });
  await expect(web).toContainText('Covered');
  await expect(web).not.toContainText('Not covered');
  const outside = groups.getByRole('row').filter({ hasText: 'Not covered' });
  await expect(outside.first()).toContainText('€');
});

test('what could not be read of a subscription is named with the missing right, and nothing there is green', async ({
  page,
  stack,
}) => {
  const { subscriptionId } = subscriptionOf(stack, 'Atelier Montrouge SAS');
  await page.goto(`/subscriptions/${subscriptionId}?period=${closedMonth(stack)}`);
  const reads = page.getByRole('table', { name: /^Sources of this subscription/ });
  await expect(reads.getByText(/^Missing right:/).first()).toBeVisible();
  const answers = page.getByRole('main').locator('dl').first();
  await expect(answers.getByText('Unknown', { exact: true })).toHaveCount(3);
  await expect(page.getByRole('heading', { name: /^No cost was read/ })).toBeVisible();
});

test('the facts that support staff copy judge to the same verdict elsewhere', async ({
  page,
  stack,
  context,
}, testInfo) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { subscriptionId, expected } = subscriptionOf(stack, 'Stadtwerke Hohenfels GmbH');
  await page.goto(`/subscriptions/${subscriptionId}?period=${closedMonth(stack)}`);
  await page.getByRole('button', { name: 'Copy facts as JSON' }).click();
  await expect(page.getByRole('button', { name: 'Copied', exact: true })).toBeVisible();
  const file = testInfo.outputPath('facts.json');
  await writeFile(file, await page.evaluate(() => navigator.clipboard.readText()));
  const judge = join(import.meta.dirname, '../scripts/judge.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [judge, file]);
  expect(JSON.parse(stdout)).toMatchObject({
    verdict: expected?.verdict,
    cause: expected?.cause,
    access: expected?.access,
  });
});
