import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parsePeriod } from '#lib/core/periods.ts';
import { useFakeAzure } from '../testing/azure-suite.ts';
import type { Reply, Seen } from '../testing/fake-azure.ts';
import { openTestRoom, requireId, SUBSCRIPTION } from '../testing/test-room.ts';
import { readCustomerCosts, readQueryDimensions, type DailyCostsPage } from './read.ts';

const azure = useFakeAzure();
const ACCOUNT = '1111:2222_2019-05-31';
const SCOPE = `/providers/Microsoft.Billing/billingAccounts/${ACCOUNT}`;
const QUERY = `${SCOPE}/customers/c-1/providers/Microsoft.CostManagement/query`;
const DIMENSIONS = `${SCOPE}/customers/c-1/providers/Microsoft.CostManagement/dimensions`;
const dimensions = {
  subscriptionId: 'SubscriptionId',
  partnerEarnedCreditApplied: 'PartnerEarnedCreditApplied',
  customerTenantId: null,
  publisherType: null,
  chargeType: null,
  pricingModel: null,
};
const scope = { kind: 'customer', billingAccountName: ACCOUNT, customerId: 'c-1' } as const;

const COLUMNS = ['Cost', 'UsageDate', 'SubscriptionId', 'PartnerEarnedCreditApplied', 'Currency'];
const columns = (names: string[]) => names.map((name) => ({ name, type: 'String' }));
const table = (rows: string, nextLink: string | null = null, names = COLUMNS) => ({
  text: `{"properties":{"nextLink":${JSON.stringify(nextLink)},"columns":${JSON.stringify(columns(names))},"rows":${rows}}}`,
});

const isDaily = ({ body }: Seen): boolean => body.includes('"Daily"');

const answered = z.object({
  properties: z.object({
    columns: z.array(z.object({ name: z.string() })),
    rows: z.array(z.array(z.unknown())),
  }),
});

/** The rows of some pages without their days: what the month adds up to. */
function monthOf(pages: readonly Reply[]): Reply {
  const rows = pages.flatMap((page) => {
    const parsed = answered.safeParse('text' in page ? JSON.parse(page.text ?? '') : null);
    if (!parsed.success) return [];
    const { columns: named, rows: cells } = parsed.data.properties;
    const at = COLUMNS.map((name) => named.findIndex((one) => one.name.toLowerCase() === name.toLowerCase()));
    return cells.map((row) => at.map((index) => row[index] ?? ''));
  });
  return table(JSON.stringify(rows));
}

/** Answers about days in turn, the last one for ever. */
function answerDays(...replies: Reply[]): void {
  const month = monthOf(replies);
  azure().on('POST', QUERY, (seen) => {
    if (!isDaily(seen)) return month;
    return (replies.length > 1 ? replies.shift() : replies[0]) ?? table('[]');
  });
}
const dailyCalls = (): Seen[] => azure().calls().filter(isDaily);

function openPages(resume: string | null): AsyncIterable<DailyCostsPage> {
  const period = requireId(parsePeriod, '2026-04');
  const { caller } = openTestRoom(azure().url);
  return readCustomerCosts(caller, scope, { period, dimensions, resume });
}

async function read(resume: string | null = null): Promise<DailyCostsPage[]> {
  const pages: DailyCostsPage[] = [];
  for await (const page of openPages(resume)) pages.push(page);
  return pages;
}

describe('reading daily costs', () => {
  it('asks for one month by day, subscription and credit', async () => {
    answerDays(table('[]'));
    await read();
    const [call] = dailyCalls();
    expect(call?.path).toBe(QUERY);
    expect(Object.fromEntries(call?.query ?? [])).toEqual({ 'api-version': '2023-11-01', $top: '5000' });
    expect(JSON.parse(call?.body ?? '')).toEqual({
      type: 'ActualCost',
      timeframe: 'Custom',
      timePeriod: { from: '2026-04-01T00:00:00.000Z', to: '2026-04-30T23:59:59.000Z' },
      dataset: {
        granularity: 'Daily',
        aggregation: {
          totalCost: { name: 'Cost', function: 'Sum' },
          totalCostUSD: { name: 'CostUSD', function: 'Sum' },
        },
        grouping: [
          { type: 'Dimension', name: 'SubscriptionId' },
          { type: 'Dimension', name: 'PartnerEarnedCreditApplied' },
        ],
      },
    });
  });

  it('finds columns by name and keeps every digit', async () => {
    const names = ['Currency', 'partnerearnedcreditapplied', 'usagedate', 'SUBSCRIPTIONID', 'cost'];
    answerDays(
      table(`[["EUR","True",20260402,"${SUBSCRIPTION}",0.1000000000000000055511151231257827]]`, null, names),
    );
    const [page] = await read();
    expect(page?.rows.map((row) => ({ ...row, net: row.net.toFixed() }))).toEqual([
      {
        netUsd: null,
        subscriptionId: SUBSCRIPTION,
        day: '2026-04-02',
        currency: 'EUR',
        net: '0.1000000000000000055511151231257827',
        costClass: 'EARNED',
        credit: null,
      },
    ]);
  });

  it("takes Microsoft's own dollars where the column is there", async () => {
    const names = [
      'Cost',
      'CostUSD',
      'UsageDate',
      'SubscriptionId',
      'PartnerEarnedCreditApplied',
      'Currency',
    ];
    answerDays(table(`[[10,10.91,20260401,"${SUBSCRIPTION}","1","EUR"]]`, null, names));
    const [page] = await read();
    expect(page?.rows[0]?.netUsd?.toFixed()).toBe('10.91');
  });

  it('keeps refunds, currencies and unknown credit apart', async () => {
    answerDays(
      table(`[[-1.5,20260401,"${SUBSCRIPTION}","","USD"],[2,20260401,"${SUBSCRIPTION}","0","CHF"]]`),
    );
    const [page] = await read();
    expect(page?.rows).toMatchObject([
      { currency: 'USD', costClass: 'CREDIT_UNKNOWN' },
      { currency: 'CHF', costClass: 'UNCLASSIFIED' },
    ]);
    expect(page?.rows[0]?.net.toFixed()).toBe('-1.5');
  });

  it('follows nextLink by posting the same body, page by page', async () => {
    const row = `[[1,20260401,"${SUBSCRIPTION}","1","USD"]]`;
    const next = `${azure().url}${QUERY}?api-version=2021-10-01&$skiptoken=AQAAAA%3D%3D`;
    answerDays(table(row, next), table(`[[1,20260402,"${SUBSCRIPTION}","1","USD"]]`));
    const pages = await read();
    expect(pages.map((page) => page.next)).toEqual([expect.stringContaining(next), null]);
    const [first, second] = dailyCalls();
    expect(second?.query.get('$skiptoken')).toBe('AQAAAA==');
    expect(JSON.parse(second?.body ?? '')).toEqual(JSON.parse(first?.body ?? ''));
    expect(second?.headers['content-type']).toContain('application/json');
  });

  it('ends where a page comes a second time under another link', async () => {
    const row = `[[1,20260401,"${SUBSCRIPTION}","1","USD"]]`;
    const next = `${azure().url}${QUERY}?api-version=2021-10-01&$skiptoken=AQAAAA%3D%3D`;
    answerDays(table(row, next), table(row));
    await expect(read()).rejects.toMatchObject({ kind: 'malformed', message: 'rows: a page came twice' });
  });

  describe('that stopped after a page', () => {
    const page = (amount: number, day: number, next: string | null = null) =>
      table(`[[${amount},2026040${day},"${SUBSCRIPTION}","1","USD"]]`, next);
    const linkTo = (token: string) => `${azure().url}${QUERY}?$skiptoken=${token}`;
    /** Where a reading of a month stands of which this was answered first, and this is all there is. */
    async function stopAfter(first: Reply, whole: Reply[], ...rest: Reply[]): Promise<string> {
      const month = monthOf(whole);
      const days = [first, ...rest];
      azure().on('POST', QUERY, (seen) => (isDaily(seen) ? (days.shift() ?? table('[]')) : month));
      for await (const { next } of openPages(null)) return next ?? '';
      throw new Error('no page came');
    }

    it('goes on where it stood', async () => {
      const [first, second] = [page(1, 1, linkTo('two')), page(2, 2)];
      const place = await stopAfter(first, [first, second], second);
      expect((await read(place)).map(({ next }) => next)).toEqual([null]);
      expect(dailyCalls().map(({ query }) => query.get('$skiptoken'))).toEqual([null, 'two']);
    });

    it.each<[string, () => Reply[], string]>([
      ['a page is left out', () => [page(3, 3)], 'the days do not add up to the month in USD'],
      ['the rest is left out', () => [{ status: 204 }], 'the days do not add up to the month in USD'],
      ['a page before it comes again', () => [page(1, 1, linkTo('three'))], 'a page came twice'],
    ])('does not end as whole where %s', async (_name, rest, message) => {
      const first = page(1, 1, linkTo('two'));
      const place = await stopAfter(first, [first, page(2, 2), page(3, 3)], ...rest());
      await expect(read(place)).rejects.toMatchObject({ kind: 'malformed', message: `rows: ${message}` });
    });

    it('refuses to go on at a host that is not Azure', async () => {
      const first = page(1, 1, 'https://elsewhere.example/query?$skiptoken=two');
      const place = await stopAfter(first, [first]);
      await expect(read(place)).rejects.toMatchObject({ kind: 'foreign-host' });
      expect(dailyCalls()).toHaveLength(1);
    });
  });

  describe.each([
    ['one is answered empty', table('[]')],
    ['all are left out', { status: 204 }],
    [
      'one comes twice',
      table(`[[100,20260401,"${SUBSCRIPTION}","1","USD"],[100,20260401,"${SUBSCRIPTION}","1","USD"]]`),
    ],
  ])('whose pages are not the month: %s', (_name, reply) => {
    it('does not end as whole', async () => {
      const month = monthOf([table(`[[100,20260401,"${SUBSCRIPTION}","1","USD"]]`)]);
      azure().on('POST', QUERY, (seen) => (isDaily(seen) ? reply : month));
      await expect(read()).rejects.toMatchObject({
        kind: 'malformed',
        message: 'rows: the days do not add up to the month in USD',
      });
    });
  });

  describe('of an open month', () => {
    const amount = (net: number) => table(`[[${net},20260401,"${SUBSCRIPTION}","1","USD"]]`);
    /** The month as it is told before its days and, where it is asked for again, after them. */
    function answerMonth(before: number, days: number, after: number): void {
      const told = [monthOf([amount(before)]), monthOf([amount(after)])];
      azure().on('POST', QUERY, (seen) =>
        isDaily(seen) ? amount(days) : ((told.length > 1 ? told.shift() : told[0]) ?? table('[]')),
      );
    }

    it.each([
      ['grows before its days are read', 100, 130, 130],
      ['grows while they are', 100, 115, 130],
      ['grows by a refund', -10, -15, -20],
    ])('bears that it %s', async (_name, before, days, after) => {
      answerMonth(before, days, after);
      expect(await read()).toHaveLength(1);
    });

    it.each([
      ['little of it is lost', 100, 99, 100],
      ['it grows and more comes twice', 100, 131, 130],
      ['it grows and little is lost', 100, 99, 130],
      ['its total, asked for again, lacks as much', 100, 60, 60],
      ['all is lost, and of the total too', 100, 0, 0],
    ])('does not end as whole where %s', async (_name, before, days, after) => {
      answerMonth(before, days, after);
      await expect(read()).rejects.toMatchObject({
        message: 'rows: the days do not add up to the month in USD',
      });
    });

    it('is asked for its total once where its days add up to it', async () => {
      answerMonth(100, 100, 130);
      await read();
      expect(
        azure()
          .calls()
          .filter((seen) => !isDaily(seen)),
      ).toHaveLength(1);
    });
  });

  it('has no rows when Azure answers 204', async () => {
    answerDays({ status: 204 });
    expect(await read()).toEqual([]);
  });

  it('keeps charges that belong to no subscription', async () => {
    answerDays(table('[[5,20260401,"","0","USD"]]'));
    expect(await read()).toMatchObject([{ rows: [{ subscriptionId: null, day: '2026-04-01' }] }]);
  });

  it.each([
    [
      'a column is missing',
      table('[]', null, ['Cost', 'UsageDate', 'SubscriptionId', 'Currency']),
      'columns: no PartnerEarnedCreditApplied',
    ],
    ['an amount is no number', table(`[["a lot",20260401,"${SUBSCRIPTION}","0","USD"]]`), 'rows[0].Cost'],
    ['a day does not exist', table(`[[1,20260431,"${SUBSCRIPTION}","0","USD"]]`), 'rows[0].UsageDate'],
    ['there are no columns', { json: { properties: { rows: [] } } }, 'properties.columns'],
  ])('is malformed when %s', async (_name, reply, place) => {
    answerDays(reply);
    await expect(read()).rejects.toMatchObject({
      kind: 'malformed',
      source: 'cost-query',
      message: expect.stringContaining(place),
    });
  });
});

describe('the dimensions of a billing scope', () => {
  const offer = (...categories: string[]) => ({
    json: { value: categories.map((category) => ({ properties: { category, groupingEnabled: true } })) },
  });
  const readDimensions = () => readQueryDimensions(openTestRoom(azure().url).caller, scope);

  it('are spelled as the scope spells them', async () => {
    azure().on(
      'GET',
      DIMENSIONS,
      offer('ResourceGroup', 'subscriptionid', 'PartnerEarnedCreditapplied', 'publishertype'),
    );
    expect(await readDimensions()).toEqual({
      ...dimensions,
      subscriptionId: 'subscriptionid',
      partnerEarnedCreditApplied: 'PartnerEarnedCreditapplied',
      publisherType: 'publishertype',
    });
    expect(azure().calls()[0]?.query.get('api-version')).toBe('2023-11-01');
  });

  it('that cannot be grouped by are none', async () => {
    const { json } = offer('SubscriptionId', 'PartnerEarnedCreditApplied');
    const closed = { properties: { category: 'PricingModel', groupingEnabled: false } };
    azure().on('GET', DIMENSIONS, { json: { value: [...json.value, closed] } });
    expect(await readDimensions()).toEqual(dimensions);
  });

  it.each([
    ['no credit dimension', offer('SubscriptionId')],
    ['nothing', { status: 204 }],
  ])('are missing by name when the scope offers %s', async (_name, reply) => {
    azure().on('GET', DIMENSIONS, reply);
    await expect(readDimensions()).rejects.toMatchObject({
      kind: 'missing-dimension',
      source: 'cost-dimensions',
    });
  });
});
