import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseAmount, parseCurrency, parseUsageDate } from '#lib/azure/costs/cells.ts';
import { readCostPages, type CostQuery } from '#lib/azure/costs/query.ts';
import { readCostDimensions } from '#lib/azure/costs/read.ts';
import type { CostTable } from '#lib/azure/costs/wire.ts';
import { useFakeAzure } from '#lib/azure/testing/azure-suite.ts';
import { openTestRoom, type TestRoom } from '#lib/azure/testing/test-room.ts';
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
    const last: unknown = JSON.parse(text.replace(/"nextLink":"[^"]*"/, '"nextLink":null'));
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
    const path = `/providers/Microsoft.Billing/billingAccounts/${account}/providers/Microsoft.CostManagement/dimensions`;
    azure().on('GET', path, { json: body });
    await expect(readCostDimensions(open().caller, account)).rejects.toMatchObject({
      kind: 'missing-dimension',
      message: 'the billing account offers no dimension SubscriptionId',
    });
  });
});
