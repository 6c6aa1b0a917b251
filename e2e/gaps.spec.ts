import type { Page } from '@playwright/test';
import { auditList } from '#lib/queries/schemas/audit.ts';
import { findingDetail, findingList, type Finding } from '#lib/queries/schemas/findings.ts';
import { answerIn, monthsAt, type Month } from './expectations.ts';
import { expect, test } from './fixtures.ts';
import type { Expected } from './simulator/worlds/types.ts';
import type { Stack } from './stack.ts';

test.use({ stackOptions: { worldName: 'causes', customers: 40 } });

const findingsOf = async (stack: Stack, query = ''): Promise<Finding[]> =>
  (await stack.get(`/api/v1/findings?limit=500${query}`, findingList)).items;

/** Verdicts with which somebody can do something; contradictions count whatever the verdict. */
const ASKING = new Set(['not-earning', 'partial', 'unverified', 'unknown']);
const CONTRADICTIONS = new Set([
  'access-good-cost-uncredited',
  'aobo-intact-cost-uncredited',
  'credited-by-unseen-access',
]);

/** A subscription that is too young to judge in the open month is what it was in the month before. */
function leadIn(expected: Expected, { open, closed }: { open: Month; closed: Month }) {
  const now = answerIn(expected, open);
  return now.verdict === 'pending' ? answerIn(expected, closed) : now;
}

test('each subscription that asks for something has one finding of its cause, and no other has one', async ({
  stack,
}) => {
  const months = monthsAt(stack.simulator.clock.now());
  const expected = stack.simulator.world.customers.flatMap(({ displayName, subscriptions }) =>
    subscriptions.flatMap((subscription) => {
      if (subscription.expected === null) return [];
      const { verdict, cause } = leadIn(subscription.expected, months);
      const asks = cause !== 'earning' && (ASKING.has(verdict) || CONTRADICTIONS.has(cause));
      return asks ? [`${displayName} / ${subscription.displayName}: ${cause}`] : [];
    }),
  );
  const found = (await findingsOf(stack)).map(
    ({ customerName, subscriptionName, cause }) => `${customerName} / ${subscriptionName}: ${cause}`,
  );
  expect(found.toSorted()).toEqual(expected.toSorted());
});

test('what the causes missed adds up to what their findings missed, in each currency', async ({ stack }) => {
  const list = await stack.get('/api/v1/findings?limit=500', findingList);
  const microsOf = (text: string): number => Math.round(Number(text) * 1_000_000);
  const sumOf = (rows: readonly { missed: readonly { currency: string; missedAtMost: string }[] }[]) => {
    const sums = new Map<string, number>();
    for (const { currency, missedAtMost } of rows.flatMap(({ missed }) => missed)) {
      sums.set(currency, (sums.get(currency) ?? 0) + microsOf(missedAtMost));
    }
    return sums;
  };
  expect(sumOf(list.groups)).toEqual(sumOf(list.items));
  expect(sumOf([{ missed: list.totals }])).toEqual(sumOf(list.items));
});

/** Words of the cause, and what has to be among its steps or copied commands. */
const TRIED: readonly [cause: string, words: string, step: RegExp, command: string | null][] = [
  ['sold-without-access', 'Sold without access', /Agree with the customer/, 'ARM template'],
  ['linked-in-customer-tenant-only', 'Linked in the customer tenant only', /managing tenant/, 'Azure CLI'],
  ['linked-in-partner-tenant-only', 'Linked in your tenant only', /customer tenant/, 'Azure CLI'],
  ['no-linked-group-member', 'No linked member in the group', /linked member/, 'PowerShell'],
  ['just-in-time-only', 'Just-in-time only', /permanent role/, 'Azure CLI'],
  ['delegation-broken', 'Delegation broken', /deploy it again/, 'Bicep file'],
  ['delegated-to-another-tenant', 'Delegated to another tenant', /template below/, 'Bicep file'],
  ['global-partner-id', 'Global partner ID linked', /change the link/, 'Azure CLI'],
  ['time-bound-membership', 'Membership with an end', /permanent/, null],
  ['access-good-cost-uncredited', 'Access good, no credit', /open a case/, null],
];

async function openWorst(page: Page, words: string, finding: Finding): Promise<void> {
  await page.goto('/gaps');
  await expect(page.getByRole('link', { name: words, exact: true })).toBeVisible();
  await page.getByRole('link', { name: finding.subscriptionName, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: words })).toBeVisible();
}

for (const [cause, words, step, command] of TRIED) {
  test(`support staff get from Gaps to what puts right: ${words}`, async ({ page, context, stack }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: stack.url });
    const [finding] = await findingsOf(stack, `&cause=${cause}`);
    if (finding === undefined) throw new Error(`no finding of ${cause}`);
    await openWorst(page, words, finding);
    const steps = page.getByRole('list', { name: 'Steps' }).getByRole('listitem');
    await expect(steps.filter({ hasText: step }).first()).toBeVisible();
    await expect(page.getByText(/\(\w+ unknown\)/)).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'On what it rests' })).toBeVisible();
    if (command === null) return;
    await page.getByRole('button', { name: `Copy ${command}` }).click();
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const { commands } = finding.remedy ?? { commands: [] };
    expect(commands.map(({ text }) => text)).toContain(copied);
    const { managingTenant } = stack.simulator.world;
    expect(copied).toMatch(new RegExp(`${managingTenant.tenantId}|${finding.tenantId}`));
  });
}

test('where the customer is asked for access, Microsoft’s rule stands beside it', async ({ page, stack }) => {
  const [finding] = await findingsOf(stack, '&cause=sold-without-access');
  await page.goto(`/gaps/${finding?.id}`);
  await expect(page.getByText('Microsoft forbids pressing customers')).toBeVisible();
});

test('templates and the case for Microsoft are files', async ({ page, stack }) => {
  const [broken] = await findingsOf(stack, '&cause=delegation-broken');
  await page.goto(`/gaps/${broken?.id}`);
  const [template] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download delegation.json' }).click(),
  ]);
  expect(template.suggestedFilename()).toBe('delegation.json');
  const [uncredited] = await findingsOf(stack, '&cause=access-good-cost-uncredited');
  const file = await stack.api(`/api/v1/findings/${uncredited?.id}/files/support-case.json`);
  expect(file.body).toMatchObject({ subscriptionId: uncredited?.subscriptionId });
  expect((await stack.api(`/api/v1/findings/${uncredited?.id}/files/delegation.json`)).status).toBe(404);
  const { items } = await stack.get('/api/v1/audit?action=export&limit=10', auditList);
  expect(items.map(({ target, detail }) => [target, detail['what']])).toEqual([
    [uncredited?.id, 'support-case.json'],
    [broken?.id, 'delegation.json'],
  ]);
});

test.describe('without any script', () => {
  test.use({ javaScriptEnabled: false });

  test('state, owner and note of a finding are set, and stay when Azure is read again', async ({
    page,
    stack,
  }) => {
    const [finding] = await findingsOf(stack, '&cause=no-linked-group-member');
    await page.goto(`/gaps/${finding?.id}`);
    await page.getByRole('combobox', { name: 'State' }).selectOption('Waiting');
    await page.getByRole('textbox', { name: 'Note' }).fill('Asked on Monday');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Set to waiting; Note: Asked on Monday')).toBeVisible();
    expect((await stack.syncToEnd()).status).toBe('complete');
    await page.goto('/gaps?state=waiting');
    const row = page.getByRole('row').filter({ hasText: finding?.subscriptionName ?? '?' });
    await expect(row).toContainText('Asked on Monday');
    const detail = await stack.get(`/api/v1/findings/${finding?.id}`, findingDetail);
    expect(detail.history.map(({ kind }) => kind)).toEqual(['changed', 'opened']);
  });

  test('several findings are set together', async ({ page, stack }) => {
    const names = (await findingsOf(stack, '&state=open')).slice(0, 2).map((row) => row.subscriptionName);
    await page.goto('/gaps?state=open');
    for (const name of names) await page.getByRole('checkbox', { name: `Choose ${name}` }).check();
    await page.getByLabel('State of the chosen ones').selectOption('Accepted');
    await page.getByRole('button', { name: 'Apply to the chosen ones' }).click();
    await expect(page).toHaveURL(`${stack.url}/gaps?state=open`);
    await page.goto('/gaps?state=accepted');
    for (const name of names) await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
  });
});

test('findings by cause are walked, chosen and opened by keys alone', async ({ page }) => {
  await page.goto('/gaps');
  const grid = page.getByRole('grid');
  const stop = grid.locator('[tabindex="0"]');
  await expect(stop).toHaveCount(1);
  await stop.focus();
  const focused = page.locator(':focus');
  await page.keyboard.press('ArrowDown');
  await expect(focused).toHaveRole('rowheader');
  await page.keyboard.press('Space');
  const first = grid
    .getByRole('row')
    .filter({ has: page.getByRole('checkbox') })
    .first();
  await expect(first.getByRole('checkbox')).toBeChecked();
  await page.keyboard.press('End');
  await expect(first.getByRole('gridcell').last()).toBeFocused();
  await page.keyboard.press('Control+Home');
  await expect(focused).toHaveRole('columnheader');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(stop).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/gaps\/[0-9a-f-]+$/);
});

test('a second sync of the same Azure changes nothing: no finding, no history, no timeline', async ({
  stack,
}) => {
  const shown = async () =>
    (await findingsOf(stack)).map(({ judgedAt: _at, evidence: _evidence, remedy: _remedy, ...row }) => row);
  const before = await shown();
  expect((await stack.syncToEnd()).status).toBe('complete');
  expect(await shown()).toEqual(before);
  expect((await stack.api('/api/v1/changes')).body).toMatchObject({ total: 0, items: [] });
});

test('filters stand in the address; what matches nothing says how to go on', async ({ page }) => {
  await page.goto('/gaps?q=Ostrava');
  await expect(page.getByRole('status')).toHaveText(/^1 of \d+ findings$/);
  await page.goto('/gaps?q=nobody-has-this-name');
  await expect(page.getByRole('heading', { name: 'No finding matches these filters' })).toBeVisible();
  await page.goto('/gaps?state=splendid');
  await expect(page.getByRole('main')).toContainText('may be: open, in-progress');
});

test('grouped by cause, the oldest findings stand first where that is asked for', async ({ page, stack }) => {
  const { items } = await stack.get('/api/v1/findings?limit=500&state=active&sort=since', findingList);
  await page.goto('/gaps');
  await page.getByRole('columnheader', { name: 'Since' }).getByRole('link').click();
  await expect(page).toHaveURL(`${stack.url}/gaps?sort=since`);
  await expect(page.locator('tbody').first()).toHaveAttribute('id', items[0]?.cause ?? '?');
});
