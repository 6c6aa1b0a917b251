import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseAmount, parseCurrency, parseUsageDate } from '#lib/azure/costs/cells.ts';
import { readCostPages, type CostQuery } from '#lib/azure/costs/query.ts';
import { readExportedCosts } from '#lib/azure/costs/exports.ts';
import { readQueryDimensions } from '#lib/azure/costs/read.ts';
import { readCostReport } from '#lib/azure/costs/report.ts';
import { exportPage, type CostTable } from '#lib/azure/costs/wire.ts';
import { requireStorageUrl } from '#lib/azure/storage/address.ts';
import { bytesOf, serveBlobs, STORAGE_ACCOUNT } from '#lib/azure/storage/testing/fake-blobs.ts';
import { useFakeAzure } from '#lib/azure/testing/azure-suite.ts';
import { openTestRoom, requireId, settingsFor, type TestRoom } from '#lib/azure/testing/test-room.ts';
import type { CostScope } from '#lib/core/cost-plan.ts';
import { parseFlag, parseRate } from '#lib/core/cost-values.ts';
import { parsePeriod } from '#lib/core/periods.ts';
import { pathOf, readExample, readRecording } from './recordings.ts';

const azure = useFakeAzure();
const open = (): TestRoom => openTestRoom(azure().url);

describe('costs', () => {
  const queryOf = (path: string): CostQuery => ({
    scope: path.slice(1).replace(/\/providers\/Microsoft\.CostManagement\/query$/i, ''),
    definition: { type: 'ActualCost', timeframe: 'MonthToDate', dataset: {} },
    resume: null,
  });
  async function replay(path: string, ...bodies: unknown[]): Promise<CostTable[]> {
    azure().on('POST', path, ...bodies.map((body) => ({ json: body })));
    const pages: CostTable[] = [];
    for await (const page of readCostPages(open().caller, queryOf(path))) pages.push(page);
    return pages;
  }
  const PARSERS = { usagedate: parseUsageDate, currency: parseCurrency, pretaxcost: parseAmount } as const;
  const isKnown = (name: string): name is keyof typeof PARSERS => name in PARSERS;

  it.each([
    ['costmanagement/query-usage-mtd-daily.json', 1],
    ['costmanagement/query-types-and-timeframes.json', 15],
    ['costmanagement/query-aggregation.json', 1],
    ['costmanagement/query-aggregation-custom-timeframe.json', 1],
    ['costmanagement/c7n-test_cost_resource.json', 1],
    ['costmanagement/c7n-test_cost_resource_group.json', 1],
  ])('understands every date, amount and currency of %s', async (name, count) => {
    const interactions = readRecording(name);
    expect(interactions).toHaveLength(count);
    for (const { request, response } of interactions) {
      const [table, ...others] = await replay(pathOf(request.url), response.body);
      expect(others).toEqual([]);
      expect(table?.properties.rows.length).toBeGreaterThan(0);
      for (const row of table?.properties.rows ?? []) {
        table?.properties.columns.forEach((column, at) => {
          const key = column.name.toLowerCase();
          const cell = row[at] ?? null;
          if (isKnown(key)) expect(PARSERS[key](cell), `${column.name} ${String(cell)}`).not.toBeNull();
        });
      }
    }
  });

  it('keeps the recorded amounts to the last digit', async () => {
    const [call] = readRecording('costmanagement/query-aggregation.json');
    const [table] = await replay(pathOf(call?.request.url ?? ''), call?.response.body);
    expect(table?.properties.columns.map(({ name }) => name)).toEqual([
      'PreTaxCost',
      'UsageDate',
      'Currency',
    ]);
    expect(table?.properties.rows[0]).toEqual(['416.613981', '20200401', 'USD']);
  });

  it.each([
    'spec-examples/query-mca-billingaccount-grouping-nextLink.json',
    'spec-examples/query-mca-customer-grouping-nextLink.json',
  ])('follows the nextLink of %s on its own host, and not to another', async (name) => {
    const { parameters, body } = readExample(name);
    const path = `/${z.string().parse(parameters['scope'])}/providers/Microsoft.CostManagement/query`;
    const text = JSON.stringify(body);
    const here: unknown = JSON.parse(text.replace('https://management.azure.com', azure().url));
    // Other rows than the page before: the same ones again would be a page that came twice.
    const last: unknown = JSON.parse(
      text
        .replace(/"nextLink":"[^"]*"/, '"nextLink":null')
        .replaceAll('JapanUnifia-Trial', 'JapanUnifia-Next'),
    );
    const pages = await replay(path, here, last);
    expect(pages).toHaveLength(2);
    expect(pages[0]?.properties.rows[0]).toEqual(['19.545363672276512', 'JapanUnifia-Trial', 'USD']);
    expect(
      azure()
        .calls()
        .map(({ query }) => query.get('$skiptoken')),
    ).toEqual([null, 'AQAAAA==']);
    await expect(replay(path, body)).rejects.toMatchObject({ kind: 'foreign-host' });
  });

  it('waits as the observed throttled answers ask', async () => {
    const observed = readRecording('costmanagement/throttled-429-observed.json');
    const path = '/subscriptions/s/providers/Microsoft.CostManagement/query';
    const throttled = observed.map(({ response: { status, headers, body } }) => ({
      status,
      headers,
      json: body,
    }));
    azure().on('POST', path, ...throttled, { status: 204 });
    const { caller, slept } = open();
    for await (const page of readCostPages(caller, queryOf(path))) throw new Error(JSON.stringify(page));
    expect(slept).toEqual([45_000, 9_000]);
  });

  it('says that the example account offers no credit dimension', async () => {
    const { parameters, body } = readExample('spec-examples/dimensions-mca-billingaccount.json');
    const account = z.string().parse(parameters['billingAccountId']);
    const scope: CostScope = { kind: 'customer', billingAccountName: account, customerId: 'c-1' };
    const path = `/providers/Microsoft.Billing/billingAccounts/${account}/customers/c-1/providers/Microsoft.CostManagement/dimensions`;
    azure().on('GET', path, { json: body });
    await expect(readQueryDimensions(open().caller, scope)).rejects.toMatchObject({
      kind: 'missing-dimension',
      message: 'the billing scope offers no dimension SubscriptionId',
    });
  });
});

describe('cost files', () => {
  const scope: CostScope = { kind: 'customer', billingAccountName: '12345:6789', customerId: '13579' };
  const BASE =
    '/providers/Microsoft.Billing/billingAccounts/12345:6789/customers/13579/providers/Microsoft.CostManagement';
  const asked = { scope, period: requireId(parsePeriod, '2020-03') };
  const listing = z.object({ value: z.array(z.unknown()) });
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recordings-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('understands every export that was recorded, whatever its age', async () => {
    const bodies = [
      'costmanagement/exports-crud-2020-06-01.json',
      'costmanagement/exports-update-timeperiod.json',
    ]
      .flatMap(readRecording)
      .filter(({ response, request }) => response.status < 300 && request.method !== 'DELETE')
      .map(({ response }) => response.body);
    const lists = bodies.map((body) => {
      const list = listing.safeParse(body);
      return list.success ? list.data : { value: [body] };
    });
    expect(Math.max(...lists.map(({ value }) => value.length))).toBeGreaterThan(10);
    for (const list of lists) expect(exportPage.parse(list).value).toHaveLength(list.value.length);
  });

  it('looks into the storage of recorded exports of actual cost, and says what refused', async () => {
    const [, , list] = readRecording('costmanagement/exports-crud-2020-06-01.json');
    azure().on('GET', `${BASE}/exports`, { json: list?.response.body });
    await expect(readExportedCosts(open().caller, asked, folder)).rejects.toMatchObject({
      source: 'storage',
    });
    const [, ...storage] = azure().calls();
    expect(storage.length).toBeGreaterThan(0);
    for (const { query } of storage) expect(query.get('prefix')).toMatch(/^[^/].*\/20200301$/);
  });

  it('fetches the blobs of the example report, from the storage of the public cloud', async () => {
    const { body } = readExample('spec-examples/generateCostDetailsReport-customer.json');
    const { manifest } = z
      .object({
        manifest: z.object({ blobs: z.array(z.object({ blobLink: z.string(), byteCount: z.number() })) }),
      })
      .parse(body);
    const { blobLink: link = '', byteCount = 0 } = manifest.blobs[0] ?? {};
    const text = 'a,b'.padEnd(byteCount, '1');
    const publicCloud = {
      ...settingsFor(azure().url),
      blobUrlTemplate: 'https://{account}.blob.core.windows.net',
    };
    expect(requireStorageUrl(publicCloud, link)).toBe(link);

    const { host, pathname } = new URL(link);
    const here = `${azure().url.slice('https://'.length)}/_blob/${STORAGE_ACCOUNT}`;
    azure().on('POST', `${BASE}/generateCostDetailsReport`, {
      json: JSON.parse(JSON.stringify(body).replace(host, here)),
    });
    const [container = '', ...rest] = pathname.slice(1).split('/');
    serveBlobs(azure(), container, [{ name: rest.join('/'), bytes: bytesOf(text) }]);
    const { paths } = await readCostReport(open().caller, asked, folder);
    expect(await Promise.all(paths.map((path) => readFile(path, 'utf8')))).toEqual([text]);
  });

  it.each([
    'spec-examples/usagedetails-mca-billingaccount-partner-fields.json',
    'spec-examples/usagedetails-mca-customer-partner-fields.json',
  ])('understands how %s writes credit', (name) => {
    const { body } = readExample(name);
    const line = z.object({
      properties: z.object({ partnerEarnedCreditApplied: z.string(), partnerEarnedCreditRate: z.number() }),
    });
    for (const { properties } of z.object({ value: z.array(line) }).parse(body).value) {
      expect(parseFlag(properties.partnerEarnedCreditApplied)).not.toBeNull();
      expect(parseRate(String(properties.partnerEarnedCreditRate))).not.toBeNull();
    }
  });
});
