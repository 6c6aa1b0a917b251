import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selectKeptLines } from './kept-lines.ts';
import { openScanner } from './scanner.ts';
import { csvOf, CUSTOMER, PARTNER_HEADERS, SUBSCRIPTION, USAGE } from './testing/cost-csv.ts';
import {
  dailyOf,
  openGivenFiles,
  type Content,
  type GivenFiles,
  type ReadFile,
} from './testing/given-files.ts';
import { damagedColumn, parquetOf } from './testing/parquet.ts';
import { ratedCsv } from './testing/rated-usage-csv.ts';

/** Far from Greenwich: instants are of days in UTC wherever the server stands. */
process.env['TZ'] = 'America/New_York';

let files: GivenFiles;
beforeAll(async () => {
  files = await openGivenFiles();
});
afterAll(() => files.close());
const read = (content: Content): Promise<ReadFile> => files.read(content);

describe('a file of daily rated usage', () => {
  it('is known by its headers, and counts for the Azure subscription, never the commerce one', async () => {
    const { file, batches } = await read(ratedCsv([{}]));
    expect(file).toMatchObject({ kind: 'daily-rated-usage', months: [{ period: '2026-11', lines: 1 }] });
    expect([...(file.months[0]?.customers ?? [])]).toEqual([[CUSTOMER, 'Fabrikam']]);
    expect(batches[0]?.days[0]?.subscriptionId).toBe(SUBSCRIPTION);
  });

  it.each(['15', '0.15', '15%'])('tells credit by the percentage %s', async (text) => {
    expect(dailyOf(await read(ratedCsv([{ PartnerEarnedCreditPercentage: text }])))).toEqual([
      ['EARNED', '8.5', '1.5'],
    ]);
  });

  it('takes a percentage of one for one percent', async () => {
    expect(dailyOf(await read(ratedCsv([{ PartnerEarnedCreditPercentage: '1' }])))).toEqual([
      ['EARNED', '8.5', '0.08585858585858585859'],
    ]);
  });

  it('tells a negotiated price from credit', async () => {
    const line = { PartnerEarnedCreditPercentage: '0', CreditType: 'Credit Not Applied' };
    expect(dailyOf(await read(ratedCsv([line])))).toEqual([['ELIGIBLE_NOT_EARNED', '8.5', '0']]);
  });

  it('leaves credit unknown where the percentage is blank', async () => {
    expect(dailyOf(await read(ratedCsv([{ PartnerEarnedCreditPercentage: '' }])))).toEqual([
      ['CREDIT_UNKNOWN', '8.5', null],
    ]);
  });

  it('tells what Azure credit pays', async () => {
    const line = { PartnerEarnedCreditPercentage: '0', CreditType: 'Azure Credit Applied' };
    expect(dailyOf(await read(ratedCsv([line])))[0]?.[0]).toBe('OFFSET_BY_AZURE_CREDIT');
  });

  it('names a customer as its newest day does, and by other days where that names none', async () => {
    const other = 'dddddddd-0000-4000-8000-000000000002';
    const { file } = await read(
      ratedCsv([
        { CustomerName: 'Zebra', UsageDate: '11/03/2026' },
        { CustomerName: 'Fabrikam', UsageDate: '11/05/2026' },
        { CustomerName: '', UsageDate: '11/05/2026' },
        { CustomerId: other, CustomerName: 'Contoso', UsageDate: '11/03/2026' },
        { CustomerId: other, CustomerName: '', UsageDate: '11/04/2026' },
      ]),
    );
    expect([...(file.months[0]?.customers ?? [])]).toEqual([
      [CUSTOMER, 'Fabrikam'],
      [other, 'Contoso'],
    ]);
  });

  it('takes amounts in dollars from the pricing currency only where that is the dollar', async () => {
    const both = [{}, { PricingCurrency: 'GBP', UsageDate: '11/04/2026' }];
    const { batches } = await read(ratedCsv(both));
    const usd = batches.flatMap(({ days }) => days).flatMap(({ netUsd }) => netUsd);
    expect(usd).toEqual(['9.35', null]);
  });
});

describe('forms of a file', () => {
  const details = csvOf([{ ...USAGE, partnerEarnedCreditApplied: '1', partnerEarnedCreditRate: '0.15' }]);
  it.each<[string, () => Promise<string | Buffer>]>([
    ['text', async () => details],
    ['with a byte order mark', async () => `\uFEFF${details}`],
    ['in UTF-16', async () => Buffer.from(`\uFEFF${details}`, 'utf16le')],
    ['compressed', async () => gzipSync(details)],
    ['with headers in lower case', async () => details.replace(/^.*/, (line) => line.toLowerCase())],
    ['Parquet', () => parquetOf(details, 'texts')],
    ['Parquet of numbers', () => parquetOf(details, 'doubles')],
  ])('%s: the same sums', async (_name, content) => {
    const found = await read(await content());
    expect(found.file.kind).toBe('cost-details');
    expect(dailyOf(found).map(([costClass, net]) => [costClass, net])).toEqual([['EARNED', '10']]);
  });

  it('Parquet stays as it came; whatever the form, kept lines are read again in our columns', async () => {
    const dated = details.replace('11/03/2026', '2026-11-03');
    const parquet = await parquetOf(dated, 'texts');
    // A mark that nobody sees makes the third be read line by line.
    const marked = dated.replace(',RG-Web', ',RG-\u200BWeb');
    expect(marked).not.toBe(dated);
    const lines: unknown[][] = [];
    for (const content of [dated, parquet, marked]) {
      const { folder } = await read(content);
      const { connection, close } = await openScanner(join(files.dir, 'kept.spill'));
      const select = await selectKeptLines(connection, folder);
      lines.push(
        (
          await connection.runAndReadAll(
            `select * exclude ("traits") replace ("day"::date as "day") from (${select})`,
          )
        ).getRowsJson(),
      );
      await close();
      if (content === parquet) expect(await readFile(join(folder, 'lines-0.parquet'))).toEqual(parquet);
    }
    expect(lines[0]).toHaveLength(1);
    expect(lines[1]).toEqual(lines[0]);
    expect(lines[2]).toEqual(lines[0]);
  });

  it('Parquet of decimals and instants has amounts to the last digit and days in UTC, line by line too', async () => {
    const lines = [{}, {}, { BillingPreTaxTotal: '-1234.567890123456789' }];
    const faulty = { BillingCurrency: 'E' };
    for (const given of [lines, [...lines, faulty]]) {
      const { file, batches } = await read(await parquetOf(ratedCsv(given), 'decimals'));
      expect(file.rejected).toBe(given.length - lines.length);
      const days = batches.flatMap((batch) => batch.days);
      expect(days.map(({ values, net }) => [values, net])).toEqual([
        [['2026-11-03'], ['-1217.567890123456789']],
      ]);
    }
  });

  it('a folder of which one part says nothing of credit: that of its lines is unknown, that of the others stays', async () => {
    const earned = { ...USAGE, partnerEarnedCreditApplied: '1', partnerEarnedCreditRate: '0.15' };
    const silent = PARTNER_HEADERS.filter((header) => !header.startsWith('partnerEarned'));
    const found = await read({
      'part_0.csv': csvOf([{ ...earned, costInBillingCurrency: '8.5' }]),
      'part_1.csv': csvOf([{ ...earned, costInBillingCurrency: '3' }], silent),
    });
    expect(dailyOf(found).sort()).toEqual([
      ['CREDIT_UNKNOWN', '3', null],
      ['EARNED', '8.5', '1.5'],
    ]);
  });

  it('a folder whose parts have other columns: the same word in one of them is not that in another', async () => {
    const spot = csvOf([{ ...USAGE, PricingModel: 'Spot' }]);
    const found = await read({
      'part_0.csv': spot,
      'part_1.csv': spot.replace('PricingModel', 'benefitType'),
    });
    expect(dailyOf(found).sort()).toEqual([
      ['ELIGIBLE_NOT_EARNED', '10', '0'],
      ['INELIGIBLE_SPOT', '10', '0'],
    ]);
  });

  it('semicolons and decimal commas', async () => {
    const line = { BillingPreTaxTotal: '8,5', UnitPrice: '0,1' };
    expect(dailyOf(await read(ratedCsv([line], ';')))).toEqual([['EARNED', '8.5', '1.5']]);
  });

  it('a FOCUS export with the columns for partners', async () => {
    const headers =
      'BilledCost,BillingCurrency,ChargePeriodStart,SubAccountId,x_CustomerId,x_CustomerName,PublisherName,ChargeCategory,x_PartnerCreditApplied,x_PartnerCreditRate';
    const line = `8.5,EUR,2026-11-03T00:00:00Z,/subscriptions/${SUBSCRIPTION},${CUSTOMER},Fabrikam,Microsoft,Usage,True,0.15`;
    const found = await read(`${headers}\n${line}`);
    expect(found.file.kind).toBe('focus');
    expect(dailyOf(found)).toEqual([['EARNED', '8.5', '1.5']]);
  });
});

describe('names in a file', () => {
  it('lose marks that nobody sees and that no database takes; formulas and markup stay text', async () => {
    const line = {
      CustomerName: '=HYPERLINK(1)<b>\u202Efab\u0000</b>',
      ResourceGroup: 'rg\u0000-\u2066web\u2069\u0007',
    };
    const { file, batches } = await read(ratedCsv([line]));
    expect([...(file.months[0]?.customers.values() ?? [])]).toEqual(['=HYPERLINK(1)<b>fab</b>']);
    const groups = batches.flatMap(({ names }) => names).flatMap(({ values }) => values);
    expect(groups).toContain('rg-web');
    expect(file.rejected).toBe(0);
  });
});

describe('a file that cannot be imported', () => {
  it.each(['CustomerName', 'BillingPreTaxTotal'])('Parquet of which %s is damaged', async (header) => {
    const parquet = await parquetOf(ratedCsv([{}]), 'decimals');
    const kept = new Set(await readdir(files.dir));
    const damaged = await damagedColumn(parquet, header);
    expect(damaged).not.toEqual(parquet);
    await expect(read(damaged)).rejects.toMatchObject({
      kind: 'malformed',
      message: expect.stringMatching(/damaged/),
    });
    const left = await readdir(files.dir);
    expect(left.filter((name) => name.startsWith('kept-') && !kept.has(name))).toEqual([]);
  });

  it.each<[string, string | Buffer, RegExp]>([
    ['another kind', 'name,age\nA,1', /No known file of cost/],
    ['a reconciliation file', 'PriceAdjustmentDescription,BillableQuantity\n,1', /reconciliation/],
    ['without a needed column', ratedCsv([{}]).replace('UsageDate', 'Elsewhen'), /UsageDate/],
    [
      'of which a column has lost its name',
      ratedCsv([{}]).replace('PricingCurrency,', ''),
      /name of a column/,
    ],
    ['with two columns of one name', ratedCsv([{}]).replace('PartnerId', 'customer id'), /named customer id/],
    [
      'of a subscription',
      csvOf([USAGE], ['SubscriptionId', 'date', 'billingCurrency', 'costInBillingCurrency']),
      /customerTenantId/,
    ],
    ['of several months', ratedCsv([{}, { UsageDate: '10/31/2026' }]), /several months \(2026-10, 2026-11\)/],
    ['cut off while compressed', gzipSync(ratedCsv([{}])).subarray(0, 60), /damaged or cut off/],
    ['a damaged zip archive', Buffer.from('PK\u0003\u0004rest'), /archive is damaged/],
    ['a web page', '<!doctype html><title>Sign in</title>', /web page/],
    ['empty', '', /empty/],
    ['without lines', ratedCsv([]), /no lines/],
    [
      'of which too much cannot be read',
      ratedCsv([{}, { BillingPreTaxTotal: '1.234.5' }]),
      /1 of 2 lines.*Line 3: BillingPreTaxTotal is no amount/,
    ],
    ['a line cut off', ratedCsv([{}, {}]).slice(0, -60), /cut off in its last line, 3/],
  ])('%s: is refused with what is wrong, and nothing of it is kept', async (_name, content, words) => {
    const kept = new Set(await readdir(files.dir));
    await expect(read(content)).rejects.toMatchObject({
      kind: 'malformed',
      message: expect.stringMatching(words),
    });
    const left = await readdir(files.dir);
    expect(left.filter((name) => name.startsWith('kept-') && !kept.has(name))).toEqual([]);
  });
});
