import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGivenFiles, totalOf, type GivenFiles } from './testing/given-files.ts';
import { novemberDays, ratedCsv, type RatedLine } from './testing/rated-usage-csv.ts';

let files: GivenFiles;
beforeAll(async () => {
  files = await openGivenFiles();
});
afterAll(() => files.close());

const LINES = novemberDays(20);
const withLine = (at: number, line: RatedLine): string =>
  ratedCsv(LINES.map((one, index) => (index === at ? { ...one, ...line } : one)));
const withText = (at: number, change: (line: string) => string): string =>
  ratedCsv(LINES)
    .split('\n')
    .map((line, index) => (index === at + 1 ? change(line) : line))
    .join('\n');

describe('a line that cannot be read', () => {
  it.each<[string, string, string]>([
    ['a day that does not exist', withLine(4, { UsageDate: '2026-11-31' }), 'UsageDate is no date'],
    ['a year that is far away', withLine(4, { UsageDate: '0026-11-05' }), 'UsageDate is no date'],
    ['no amount', withLine(4, { BillingPreTaxTotal: '=1+1' }), 'BillingPreTaxTotal is no amount'],
    ['no amount in dollars', withLine(4, { PricingPreTaxTotal: 'n/a' }), 'PricingPreTaxTotal is no amount'],
    ['no currency', withLine(4, { BillingCurrency: '€' }), 'BillingCurrency is no currency'],
    ['no customer', withLine(4, { CustomerId: 'Fabrikam' }), 'CustomerId is no id of a customer'],
    ['no subscription', withLine(4, { EntitlementId: 'web' }), 'EntitlementId is no id of a subscription'],
    ['too few cells', withText(4, (line) => line.slice(0, 90)), 'cells where the first line names'],
    ['too many cells', withText(4, (line) => `${line},x`), 'cells where the first line names'],
    [
      'a quote that is not closed',
      withText(4, (line) => line.replace('Fabrikam', '"Fabrikam')),
      'a quote is not closed',
    ],
    [
      'text behind a quote',
      withText(4, (line) => line.replace('Fabrikam', '"Fab"rikam')),
      'behind a closing quote',
    ],
  ])('is put aside with its number for %s, and all others count', async (_name, content, reason) => {
    const { file, batches, rejects } = await files.read(content);
    expect(rejects).toMatchObject([{ file: '', line: 6, reason: expect.stringContaining(reason) }]);
    expect(file).toMatchObject({ rejected: 1, months: [{ lines: 19 }] });
    expect(totalOf({ batches })).toBe('161.5');
  });

  it('of another encoding than the others is put aside', async () => {
    const text = withLine(4, { CustomerName: 'Ærø' });
    const foreign = Buffer.from(withLine(7, { CustomerName: 'Ærø' }).split('\n')[8] ?? '', 'latin1');
    const lines = text.split('\n');
    const mixed = Buffer.concat([
      Buffer.from(`${lines.slice(0, 8).join('\n')}\n`),
      foreign,
      Buffer.from(`\n${lines.slice(9).join('\n')}`),
    ]);
    const { file, rejects } = await files.read(mixed);
    expect(file.rejected).toBe(1);
    expect(rejects).toMatchObject([{ line: 9, reason: expect.stringContaining('UTF-8') }]);
  });

  it('is numbered as an editor numbers it, however many lines a cell has', async () => {
    const content = withLine(4, { BillingPreTaxTotal: 'x' }).replace('Fabrikam', '"Fabri\nkam"');
    expect((await files.read(content)).rejects).toMatchObject([{ line: 7 }]);
  });

  it('is told with its file where there are several', async () => {
    const parts = { 'a.csv': ratedCsv(LINES), 'b.csv': withLine(4, { BillingPreTaxTotal: 'x' }) };
    const { file, rejects } = await files.read(parts);
    expect(rejects).toMatchObject([{ file: 'b.csv', line: 6 }]);
    expect(file.months).toMatchObject([{ lines: 39 }]);
  });

  it('of JSON is put aside by its number', async () => {
    const item = (net: string) =>
      `{"CustomerId":"cccccccc-0000-4000-8000-000000000001","EntitlementId":"","UsageDate":"2026-11-01","BillingCurrency":"EUR","BillingPreTaxTotal":${net}}`;
    const lines = [
      item('1'),
      item('2').slice(0, 40),
      item('"x"'),
      ...[3, 4, 5].map((net) => item(String(net))),
    ];
    const { rejects, batches } = await files.read(`${lines.join('\n')}\n`);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'it is not a whole item of JSON'],
      [3, 'billingpretaxtotal is no amount'],
    ]);
    expect(totalOf({ batches })).toBe('13');
  });
});

describe('a file of which too much cannot be read', () => {
  it('is refused, with the first of its lines, and nothing is kept', async () => {
    const half = ratedCsv(
      LINES.map((line, at) => (at % 2 === 0 ? { ...line, BillingPreTaxTotal: '' } : line)),
    );
    const before = await readdir(files.dir);
    await expect(files.read(half)).rejects.toMatchObject({
      message: expect.stringMatching(
        /10 of 20 lines cannot be read.*Line 2: BillingPreTaxTotal is no amount/,
      ),
    });
    const left = (await readdir(files.dir)).filter((name) => !before.includes(name));
    expect(left.filter((name) => name.startsWith('kept'))).toEqual([]);
  });
});

describe('a file of several months', () => {
  const october = Array.from({ length: 31 }, (_one, day) => ({
    UsageDate: `2026-10-${String(day + 1).padStart(2, '0')}`,
  }));

  it('is of each of them where it has most of their days', async () => {
    const { file } = await files.read(ratedCsv([...LINES, ...october]));
    expect(file.months).toMatchObject([
      { period: '2026-10', lines: 31, lastDay: '2026-10-31' },
      { period: '2026-11', lines: 20, lastDay: '2026-11-20' },
    ]);
    expect(file.rejected).toBe(0);
  });

  it('is of one where of the other it has late lines only, which are put aside', async () => {
    const { file, batches, rejects } = await files.read(
      ratedCsv([{ UsageDate: '2026-09-30' }, ...october, { UsageDate: '2026-09-29' }]),
    );
    expect(file).toMatchObject({ rejected: 2, months: [{ period: '2026-10', lines: 31 }] });
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'it is of 2026-09, of which this file has 2 days only'],
      [34, 'it is of 2026-09, of which this file has 2 days only'],
    ]);
    expect(totalOf({ batches })).toBe('263.5');
  });

  it('is refused where it has few days of each', async () => {
    const content = ratedCsv([{ UsageDate: '2026-10-20' }, { UsageDate: '2026-11-20' }]);
    await expect(files.read(content)).rejects.toMatchObject({
      message: expect.stringContaining('mixes several months (2026-10, 2026-11)'),
    });
  });
});
