import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { costImport, costImportList, importStarted } from '#lib/queries/schemas/imports.ts';
import { overview } from '#lib/queries/schemas/overview.ts';
import { eventually } from './eventually.ts';
import { faultsIn } from './examine.ts';
import { expect, test } from './fixtures.ts';
import type { Stack } from './stack.ts';

/** No Azure at all: what a newcomer has before anyone consented to anything. */
test.use({
  stackOptions: {
    synced: false,
    customers: 4,
    env: {
      AZURE_TENANT_ID: '',
      AZURE_CLIENT_ID: '',
      AZURE_CLIENT_SECRET: '',
      LINK_CREDENTIALS_FILE: '',
    },
  },
});
test.describe.configure({ mode: 'serial' });

const CUSTOMER = '4c1d1a9e-7a55-4c8e-9a1b-0d7f1a2b3c4d';
const SUBSCRIPTION = '6f6f0d3e-12f5-4a54-8d3b-2f4f0b1c2d3e';
const HEADERS =
  'CustomerId,CustomerName,SubscriptionId,EntitlementId,UsageDate,ProductName,MeterCategory,ResourceGroup,ResourceURI,PublisherName,ChargeType,UnitPrice,Quantity,EffectiveUnitPrice,BillingPreTaxTotal,BillingCurrency,PricingPreTaxTotal,PricingCurrency,CreditType,PartnerEarnedCreditPercentage';
const line = (day: string, net: string, isCredited: boolean): string =>
  `${CUSTOMER},=Fabrikam,${CUSTOMER},${SUBSCRIPTION},2026-09-${day},Disks,Storage,web,/subscriptions/${SUBSCRIPTION}/resourceGroups/web,Microsoft,new,1,10,1,${net},EUR,${net},USD,${isCredited ? 'Partner Earned Credit Applied,15' : 'Credit Not Applied,0'}`;

async function fileIn(stack: Stack, name: string, lines: readonly string[]): Promise<string> {
  const path = join(stack.dataDir, '..', name);
  await writeFile(path, [HEADERS, ...lines].join('\n'));
  return path;
}
const usage = (stack: Stack): Promise<string> =>
  fileIn(stack, 'september.csv', [line('05', '85', true), line('06', '100', false)]);

const importsOf = async (stack: Stack) => (await stack.get('/api/v1/imports', costImportList)).items;
const give = async (page: Page, path: string): Promise<void> => {
  await page.goto('/imports');
  await page.getByLabel('Choose files').setInputFiles(path);
};

test('somebody without Azure drops a file, reads coverage, and exports the gaps', async ({ page, stack }) => {
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: 'import one' }).click();
  await page.getByLabel('Choose files').setInputFiles(await usage(stack));
  await expect(
    page.getByText('Daily rated usage of September 2026: 2 lines of 1 customer, €185.00 in all.'),
  ).toBeVisible();
  await expect(page.getByText('The month of all its customers comes from this file.')).toBeVisible();

  const { totals } = await stack.get('/api/v1/overview?period=2026-09', overview);
  // 85 is 100 before its credit of 15; the other 100 were eligible too.
  expect(totals).toMatchObject([{ currency: 'EUR', credit: '15', missed: '15', coverage: '0.5' }]);
  await page.goto('/?period=2026-09');
  await expect(page.getByText('50 %').first()).toBeVisible();
  await expect(page.getByText('Known from files alone')).toBeVisible();

  // Nothing of Azure was read, so nothing of it is claimed.
  await page.goto('/links');
  await expect(page.getByText('Azure is not connected')).toBeVisible();
  await page.goto('/imports');
  await page.getByRole('main').getByRole('link', { name: 'Gaps' }).click();
  await expect(page.getByText('Known from files alone')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('group', { name: 'Export' }).getByRole('link', { name: 'CSV' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  // Net, gross, credit, missed, missed at most, eligible, coverage.
  expect(text).toContain(',EUR,185,200,15,15,15,200,0.5');
  // A name that a spreadsheet would run is made text.
  expect(text).toContain(`"'=Fabrikam"`);
});

test('a wrong file is refused with what to do, and nothing changes', async ({ page, stack }) => {
  const before = await stack.get('/api/v1/overview?period=2026-09', overview);
  const path = join(stack.dataDir, '..', 'holidays.csv');
  await writeFile(path, 'who,when\nAda,july\n');
  await give(page, path);
  await expect(page.getByText(/Refused\. No known file of cost/)).toBeVisible();
  expect((await stack.get('/api/v1/overview?period=2026-09', overview)).totals).toEqual(before.totals);
});

test('an import cancelled half-way leaves nothing', async ({ page, stack }) => {
  const before = (await importsOf(stack)).filter(({ kind }) => kind !== null).map(({ id }) => id);
  const many = Array.from({ length: 250_000 }, (_, index) => line('07', `1.${index}`, false));
  await give(page, await fileIn(stack, 'large.csv', many));
  await page.getByRole('button', { name: 'Cancel large.csv' }).click();
  await expect(page.getByText('Cancelled. Nothing of it was kept.')).toBeVisible();
  const after = (await importsOf(stack)).filter(({ kind }) => kind !== null).map(({ id }) => id);
  expect(after).toEqual(before);
});

test('an import is undone after a second question, and its figures go', async ({ page, stack }) => {
  await page.goto('/imports');
  await page.getByRole('button', { name: 'Undo the import of september.csv' }).click();
  expect(await faultsIn(page, 'dialog[open]')).toEqual([]);
  await page.getByRole('button', { name: 'Undo the import', exact: true }).click();
  await expect(page.getByText('september.csv')).toHaveCount(0);
  expect((await importsOf(stack)).filter(({ kind }) => kind !== null)).toEqual([]);
  expect((await stack.get('/api/v1/overview?period=2026-09', overview)).totals).toEqual([]);
});

test('a server that is killed in the middle of an import imports the file when it starts again', async ({
  page,
  stack,
}) => {
  test.setTimeout(120_000);
  const many = Array.from({ length: 60_000 }, (_, index) => line('08', `1.${index}`, false));
  const given = await stack.api('/api/v1/imports?name=killed.csv', {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: [HEADERS, ...many].join('\n'),
  });
  const { id } = importStarted.parse(given.body);
  expect((await stack.get(`/api/v1/imports/${id}`, costImport)).state).not.toBe('done');
  await stack.kill('SIGKILL');
  await stack.restart();
  await eventually('the import to be done', async () => {
    const { state } = await stack.get(`/api/v1/imports/${id}`, costImport);
    return state === 'done' ? true : null;
  });
  expect(await stack.get(`/api/v1/imports/${id}`, costImport)).toMatchObject({ rows: many.length });
  await page.goto('/imports');
  await expect(page.getByText('killed.csv')).toHaveCount(1);
});
