import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CustomerCosts } from '#lib/core/cost-files.ts';
import { decimalText } from '#lib/core/money.ts';
import { openImport, type ImportedFile } from './imported.ts';
import { openScanner } from './scanner.ts';
import { csvOf, CUSTOMER, SUBSCRIPTION, USAGE } from './testing/cost-csv.ts';

let dir = '';
let count = 0;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'imported-'));
});
afterAll(() => rm(dir, { recursive: true }));

async function read(content: string | Buffer): Promise<{ file: ImportedFile; batches: CustomerCosts[] }> {
  count += 1;
  const path = join(dir, `given-${count}`);
  await writeFile(path, content);
  const reader = await openImport(path, join(dir, `kept-${count}`));
  try {
    const batches: CustomerCosts[] = [];
    for (const { period } of reader.file.months) {
      for await (const batch of reader.sums(period)) batches.push(batch);
    }
    return { file: reader.file, batches };
  } finally {
    await reader.close();
  }
}

/** Class, net and credit of each day's sums. */
const dailyOf = ({ batches }: { batches: readonly CustomerCosts[] }) =>
  batches
    .flatMap(({ daily }) => daily)
    .map(({ costClass, net, credit }) => [costClass, decimalText(net), credit && decimalText(credit)]);

const COMMERCE = '99999999-0000-4000-8000-000000000009';
const DAILY = {
  PartnerId: '11111111-0000-4000-8000-000000000001',
  CustomerId: CUSTOMER,
  CustomerName: 'Fabrikam',
  SubscriptionId: COMMERCE,
  EntitlementId: SUBSCRIPTION.toUpperCase(),
  UsageDate: '11/03/2026',
  PublisherName: 'Microsoft',
  ProductName: 'Virtual Machines',
  MeterCategory: 'Virtual Machines',
  ResourceGroup: 'RG-Web',
  ChargeType: 'new',
  UnitPrice: '0.1',
  Quantity: '100',
  BillingPreTaxTotal: '8.5',
  BillingCurrency: 'EUR',
  PricingPreTaxTotal: '9.35',
  PricingCurrency: 'USD',
  EffectiveUnitPrice: '0.085',
  PartnerEarnedCreditPercentage: '15',
  CreditType: 'Partner Earned Credit Applied',
  BenefitType: '',
};

type DailyLine = Partial<typeof DAILY>;

function dailyCsv(lines: readonly DailyLine[], delimiter = ','): string {
  const headers = Object.keys(DAILY);
  const cells = lines.map((line) => Object.values({ ...DAILY, ...line }));
  return [headers, ...cells].map((row) => row.join(delimiter)).join('\n');
}

describe('a file of daily rated usage', () => {
  it('is known by its headers, and counts for the Azure subscription, never the commerce one', async () => {
    const { file, batches } = await read(dailyCsv([{}]));
    expect(file).toMatchObject({ kind: 'daily-rated-usage', months: [{ period: '2026-11', lines: 1 }] });
    expect([...(file.months[0]?.customers ?? [])]).toEqual([[CUSTOMER, 'Fabrikam']]);
    expect(batches[0]?.daily[0]?.subscriptionId).toBe(SUBSCRIPTION);
  });

  it.each(['15', '0.15', '15%'])('tells credit by the percentage %s', async (text) => {
    expect(dailyOf(await read(dailyCsv([{ PartnerEarnedCreditPercentage: text }])))).toEqual([
      ['EARNED', '8.5', '1.5'],
    ]);
  });

  it('tells a negotiated price from credit', async () => {
    const line = { PartnerEarnedCreditPercentage: '0', CreditType: 'Credit Not Applied' };
    expect(dailyOf(await read(dailyCsv([line])))).toEqual([['ELIGIBLE_NOT_EARNED', '8.5', '0']]);
  });

  it('leaves credit unknown where the percentage is blank', async () => {
    expect(dailyOf(await read(dailyCsv([{ PartnerEarnedCreditPercentage: '' }])))).toEqual([
      ['CREDIT_UNKNOWN', '8.5', null],
    ]);
  });

  it('tells what Azure credit pays', async () => {
    const line = { PartnerEarnedCreditPercentage: '0', CreditType: 'Azure Credit Applied' };
    expect(dailyOf(await read(dailyCsv([line])))[0]?.[0]).toBe('OFFSET_BY_AZURE_CREDIT');
  });

  it('takes amounts in dollars from the pricing currency only where that is the dollar', async () => {
    const both = [{}, { PricingCurrency: 'GBP', UsageDate: '11/04/2026' }];
    const { batches } = await read(dailyCsv(both));
    const usd = batches.flatMap(({ daily }) => daily).map(({ netUsd }) => netUsd && decimalText(netUsd));
    expect(usd).toEqual(['9.35', null]);
  });
});

describe('forms of a file', () => {
  const details = csvOf([{ ...USAGE, partnerEarnedCreditApplied: '1', partnerEarnedCreditRate: '0.15' }]);
  const parquetOf = async (text: string): Promise<Buffer> => {
    const [csv, parquet] = [join(dir, 'form.csv'), join(dir, 'form.parquet')];
    await writeFile(csv, text);
    const { connection, close } = await openScanner(join(dir, 'form.spill'));
    await connection.run(`copy (select * from read_csv('${csv}')) to '${parquet}' (format parquet)`);
    await close();
    return readFile(parquet);
  };

  it.each<[string, () => Promise<string | Buffer>]>([
    ['text', async () => details],
    ['with a byte order mark', async () => `\uFEFF${details}`],
    ['in UTF-16', async () => Buffer.from(`\uFEFF${details}`, 'utf16le')],
    ['compressed', async () => gzipSync(details)],
    ['with headers in lower case', async () => details.replace(/^.*/, (line) => line.toLowerCase())],
    ['Parquet', () => parquetOf(details)],
  ])('%s: the same sums', async (_name, content) => {
    const found = await read(await content());
    expect(found.file.kind).toBe('cost-details');
    expect(dailyOf(found).map(([costClass, net]) => [costClass, net])).toEqual([['EARNED', '10']]);
  });

  it('semicolons and decimal commas', async () => {
    const line = { BillingPreTaxTotal: '8,5', UnitPrice: '0,1' };
    expect(dailyOf(await read(dailyCsv([line], ';')))).toEqual([['EARNED', '8.5', '1.5']]);
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

describe('a file that cannot be imported', () => {
  it.each<[string, string | Buffer, RegExp]>([
    ['another kind', 'name,age\nA,1', /No known file of cost/],
    ['a reconciliation file', 'PriceAdjustmentDescription,BillableQuantity\n,1', /reconciliation/],
    ['without a needed column', dailyCsv([{}]).replace('UsageDate', 'Elsewhen'), /UsageDate/],
    [
      'of a subscription',
      csvOf([USAGE], ['SubscriptionId', 'date', 'billingCurrency', 'costInBillingCurrency']),
      /customerTenantId/,
    ],
    ['of several months', dailyCsv([{}, { UsageDate: '10/31/2026' }]), /several months \(2026-10, 2026-11\)/],
    ['cut off while compressed', gzipSync(dailyCsv([{}])).subarray(0, 60), /damaged or cut off/],
    ['a damaged zip archive', Buffer.from('PK\u0003\u0004rest'), /archive is damaged/],
    ['a web page', '<!doctype html><title>Sign in</title>', /web page/],
    ['empty', '', /empty/],
    ['without lines', dailyCsv([]), /no lines/],
    [
      'of which too much cannot be read',
      dailyCsv([{}, { BillingPreTaxTotal: '1.234.5' }]),
      /1 of 2 lines.*Line 3: BillingPreTaxTotal is no amount/,
    ],
    ['a line cut off', dailyCsv([{}, {}]).slice(0, -60), /cut off in its last line, 3/],
  ])('%s: is refused with what is wrong, and nothing of it is kept', async (_name, content, words) => {
    await expect(read(content)).rejects.toMatchObject({
      kind: 'malformed',
      message: expect.stringMatching(words),
    });
    const left = await readdir(dir);
    expect(left.filter((name) => name.startsWith(`kept-${count}`))).toEqual([]);
  });

  const DAMAGES = Number(process.env['PECBOARD_DAMAGES'] ?? '100');
  const whole = Buffer.from(
    dailyCsv(
      Array.from({ length: 20 }, (_one, day) => ({
        UsageDate: `2026-11-${String(day + 1).padStart(2, '0')}`,
      })),
    ),
  );

  it('under damage of chance is refused by name, or read whole: no line is ever lost', async () => {
    const at = fc.nat(whole.length - 1);
    await fc.assert(
      fc.asyncProperty(at, fc.integer({ min: 1, max: 40 }), async (from, length) => {
        const damaged = Buffer.concat([whole.subarray(0, from), whole.subarray(from + length)]);
        try {
          const { file } = await read(damaged);
          expect((file.months[0]?.lines ?? 0) + file.rejected).toBe(
            damaged.toString().trimEnd().split('\n').length - 1,
          );
        } catch (error) {
          if (!(error instanceof Error) || !('kind' in error)) throw error;
          expect(error.kind).toBe('malformed');
        }
      }),
      { numRuns: DAMAGES },
    );
  }, 600_000);
});
