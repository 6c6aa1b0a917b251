import {
  BlobWriter,
  configure,
  TextReader,
  ZipWriter,
  type ZipWriterConstructorOptions,
} from '@zip.js/zip.js';
import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packFolder, writtenAtOf } from './given-folder.ts';
import { openScanner, quoteText } from './scanner.ts';
import { dailyOf, openGivenFiles, totalOf, type Content, type GivenFiles } from './testing/given-files.ts';
import { novemberDays, RATED, ratedCsv } from './testing/rated-usage-csv.ts';

configure({ useWebWorkers: false });

let files: GivenFiles;
beforeAll(async () => {
  files = await openGivenFiles();
});
afterAll(() => files.close());

async function zipOf(
  entries: Readonly<Record<string, string>>,
  options: ZipWriterConstructorOptions = {},
): Promise<Buffer> {
  const writer = new ZipWriter(new BlobWriter(), options);
  for (const [name, text] of Object.entries(entries)) await writer.add(name, new TextReader(text));
  return Buffer.from(await (await writer.close()).arrayBuffer());
}

const LINES = novemberDays(3);
const [FIRST = {}, ...REST] = LINES;
const csv = ratedCsv(LINES);
const itemOf = (line: object): Record<string, unknown> => ({
  ...RATED,
  ...line,
  BillingPreTaxTotal: 8.5,
  PartnerEarnedCreditPercentage: 15,
});
/** As the first version of the interface spells them, with a rate that is a fraction. */
const olderItem = (line: object): string => {
  const { PartnerEarnedCreditPercentage: _percentage, ...item } = itemOf(line);
  const named = Object.entries(item).map(([key, value]) => [
    key.charAt(0).toLowerCase() + key.slice(1),
    value,
  ]);
  return JSON.stringify({ ...Object.fromEntries(named), rateOfPartnerEarnedCredit: 0.15 });
};

const manifestOf = (blobs: readonly [name: string, text: string][], extra: object = {}): string =>
  JSON.stringify({
    manifestVersion: '2024-04-01',
    dataRowCount: 3,
    exportConfig: { type: 'ActualCost' },
    runInfo: { submittedTime: '2026-11-20T00:00:00Z', startDate: '2026-11-01T00:00:00' },
    blobs: blobs.map(([blobName, text]) => ({ blobName, byteCount: Buffer.byteLength(text) })),
    ...extra,
  });

const PARTS = [ratedCsv([FIRST]), ratedCsv(REST)] as const;
const exported = {
  'root/daily/part_0.csv': PARTS[0],
  'root/daily/part_1.csv': PARTS[1],
  'root/daily/manifest.json': manifestOf([
    ['export/root/daily/part_0.csv', PARTS[0]],
    ['export/root/daily/part_1.csv', PARTS[1]],
  ]),
};

describe('the same lines', () => {
  it.each<[string, () => Promise<Content>]>([
    ['parted by tabs', async () => csv.replaceAll(',', '\t')],
    [
      'parted by bars, with a line end of another kind',
      async () => csv.replaceAll(',', '|').replaceAll('\n', '\r\n'),
    ],
    ['ended by returns alone', async () => csv.replaceAll('\n', '\r')],
    ['ended now so, now so', async () => csv.replace('\n', '\r\n')],
    ['with a blank line and spaces', async () => `${csv.replaceAll(',', ', ').replace('\n', '\n\n')}\n\n`],
    ['with a delimiter too many behind one of them', async () => `${csv},`],
    ['in UTF-16 without a mark', async () => Buffer.from(csv, 'utf16le')],
    ['in UTF-16 the other way round', async () => Buffer.from(`\uFEFF${csv}`, 'utf16le').swap16()],
    ['with days as the Germans write them', async () => csv.replaceAll(/2026-11-0(\d)/g, '0$1.11.2026')],
    ['with the time behind the day', async () => csv.replaceAll(/2026-11-0(\d)/g, '11/0$1/2026 00:00:00')],
    ['with the day as one number', async () => csv.replaceAll(/2026-11-0(\d)/g, '2026110$1')],
    ['in an archive', () => zipOf({ 'usage.csv': csv })],
    [
      'in several files of an archive',
      () => zipOf({ 'a/1.csv': PARTS[0], 'a/2.csv': PARTS[1], '__MACOSX/x': '?' }),
    ],
    ['in an archive of an export', () => zipOf(exported)],
    ['in the folder of an export', async () => exported],
    [
      'in a folder of compressed files',
      async () => ({ '1.csv.gz': gzipSync(PARTS[0]), '2.csv.gz': gzipSync(PARTS[1]) }),
    ],
    ['as lines of JSON', async () => LINES.map((line) => JSON.stringify(itemOf(line))).join('\n')],
    [
      'as compressed lines of JSON',
      async () => gzipSync(LINES.map((line) => JSON.stringify(itemOf(line))).join('\n')),
    ],
    ['as a list of JSON', async () => `[${LINES.map(olderItem).join(',')}]`],
    [
      'as an answer of JSON',
      async () => `{"totalCount":3,"items":[${LINES.map(olderItem).join(',\n')}],"links":{}}`,
    ],
  ])('%s are the same sums', async (_form, content) => {
    const found = await files.read(await content());
    expect(dailyOf(found)).toEqual(LINES.map(() => ['EARNED', '8.5', '1.5']));
    expect(found.rejects).toEqual([]);
  });

  it('as items of JSON keep every digit', async () => {
    const long = '0.1000000000000000055511151231257827';
    const item = JSON.stringify(itemOf({})).replace('8.5', long);
    expect(totalOf(await files.read(item))).toBe(long);
  });

  it('of daily rated usage as JSON are line items', async () => {
    expect((await files.read(JSON.stringify(itemOf({})))).file.kind).toBe('line-items');
  });

  it('with days first are told from those with months first by the whole file', async () => {
    const dayFirst = novemberDays(14).map((line, at) => ({ ...line, UsageDate: `${at + 1}/11/2026` }));
    const { file } = await files.read(ratedCsv(dayFirst));
    expect(file.months).toMatchObject([{ period: '2026-11', lines: 14, lastDay: '2026-11-14' }]);
  });

  it.each([
    [';', '1.234,5', '1234.5'],
    [';', '8,5', '8.5'],
    ['\t', '1234,5', '1234.5'],
    [';', '8.5', '8.5'],
    [';', '1,234.5', '1234.5'],
  ])('parted by %j with the amount %s are worth %s', async (delimiter, text, net) => {
    expect(totalOf(await files.read(ratedCsv([{ BillingPreTaxTotal: text }], delimiter)))).toBe(net);
  });

  it('take a quoted comma between cells of commas for a decimal mark', async () => {
    const amounts = [{ BillingPreTaxTotal: '"8,5"' }, { BillingPreTaxTotal: '"1.234,56"' }];
    expect(totalOf(await files.read(ratedCsv(amounts)))).toBe('1243.06');
  });

  it.each([
    [';', '1,234'],
    [',', '"1,234"'],
  ])('parted by %j never guess what %s is', async (delimiter, text) => {
    const lines = [...LINES.map(() => ({})), { BillingPreTaxTotal: text }];
    const { rejects } = await files.read(ratedCsv(lines, delimiter));
    expect(rejects).toMatchObject([{ line: 5, reason: 'BillingPreTaxTotal is no amount' }]);
  });

  it('in Windows-1252 keep their names', async () => {
    const { file } = await files.read(Buffer.from(ratedCsv([{ CustomerName: 'Müller & Søn' }]), 'latin1'));
    expect([...(file.months[0]?.customers.values() ?? [])]).toEqual(['Müller & Søn']);
  });
});

describe('the folder of an export', () => {
  const older = '2026-11-10T00:00:00Z';
  const oneLine = (lines: number) => ratedCsv(novemberDays(lines));

  it('counts its newest whole run of a month', async () => {
    const runs = {
      'e/1/a.csv': oneLine(1),
      'e/1/manifest.json': manifestOf([['a.csv', oneLine(1)]], {
        dataRowCount: 1,
        runInfo: { submittedTime: older, startDate: '2026-11-01' },
      }),
      'e/2/a.csv': oneLine(2),
      'e/2/manifest.json': manifestOf([['a.csv', oneLine(2)]], { dataRowCount: 2 }),
    };
    expect((await files.read(runs)).file.months).toMatchObject([{ lines: 2 }]);
    const halfWritten = { ...runs, 'e/2/a.csv': oneLine(2).slice(0, -5) };
    expect((await files.read(halfWritten)).file.months).toMatchObject([{ lines: 1 }]);
  });

  it.each<[string, Content, RegExp]>([
    [
      'a file is missing',
      { 'm/manifest.json': exported['root/daily/manifest.json'] },
      /part_0.csv is missing/,
    ],
    [
      'a file is cut',
      { ...exported, 'root/daily/part_1.csv': PARTS[1].slice(0, -20) },
      /part_1.csv is not whole/,
    ],
    [
      'there are fewer lines than promised',
      { 'a.csv': csv, 'manifest.json': manifestOf([['a.csv', csv]], { dataRowCount: 4 }) },
      /tells of 4 lines, and there are 3/,
    ],
    [
      'its manifest is damaged',
      { 'a.csv': csv, 'manifest.json': '{"blobs":' },
      /manifest.json is no manifest/,
    ],
    [
      'it holds several exports',
      {
        'actual/a.csv': csv,
        'actual/manifest.json': manifestOf([['a.csv', csv]], { exportConfig: { type: 'ActualCost' } }),
        'amortised/a.csv': csv,
        'amortised/manifest.json': manifestOf([['a.csv', csv]], { exportConfig: { type: 'AmortizedCost' } }),
      },
      /several exports \(actual\/manifest.json, amortised\/manifest.json\)/,
    ],
    ['it is empty', { '.hidden': 'x' }, /no file in it/],
    [
      'it holds files of several kinds',
      {
        'a.csv': csv,
        'b.csv': 'BilledCost,ChargePeriodStart,SubAccountId,x_CustomerId,BillingCurrency\n1,2026-11-01,,,EUR',
      },
      /several kinds/,
    ],
  ])('is refused as a whole where %s', async (_name, content, words) => {
    await expect(files.read(content)).rejects.toMatchObject({
      kind: 'malformed',
      message: expect.stringMatching(words),
    });
  });

  it('packed into one file, to hand it on, is the same file for the same content', async () => {
    const [folder, first, second] = ['whole', 'first.zip', 'second.zip'].map((name) => join(files.dir, name));
    if (folder === undefined || first === undefined || second === undefined) throw new Error('three names');
    await mkdir(folder);
    await writeFile(join(folder, 'a.csv'), csv);
    await packFolder(folder, first);
    await utimes(join(folder, 'a.csv'), 1, 1);
    await packFolder(folder, second);
    const packed = await readFile(first);
    expect(packed.equals(await readFile(second))).toBe(true);
    expect(totalOf(await files.read(packed))).toBe('25.5');
    expect(await writtenAtOf(folder)).toBe('1970-01-01T00:00:01.000Z');
  });

  it('of amortised cost says so', async () => {
    const { PARTNER_HEADERS: headers, USAGE, csvOf } = await import('./testing/cost-csv.ts');
    const details = csvOf([USAGE], headers);
    const manifest = manifestOf([['a.csv', details]], {
      dataRowCount: 1,
      exportConfig: { type: 'AmortizedCost' },
    });
    expect((await files.read({ 'a.csv': details, 'manifest.json': manifest })).file.isAmortised).toBe(true);
    expect((await files.read({ 'a.csv': details })).file.isAmortised).toBe(false);
    const unused = csvOf(
      [{ ...USAGE, chargeType: 'UnusedReservation', PricingModel: 'Reservation' }],
      headers,
    );
    expect((await files.read(unused)).file.isAmortised).toBe(true);
  });
});

/** Parquet of the same cells, as the database makes it of a text. */
async function parquetOf(dir: string, name: string, text: string): Promise<Buffer> {
  const { connection, close } = await openScanner(join(dir, `${name}.spill`));
  const [from, to] = [join(dir, `${name}.csv`), join(dir, `${name}.parquet`)];
  await writeFile(from, text);
  await connection.run(
    `copy (select * from read_csv(${quoteText(from)}, all_varchar = true)) to ${quoteText(to)} (format parquet)`,
  );
  await close();
  return readFile(to);
}

describe('the folder of an export in Parquet', () => {
  const partsOf = async () => [
    await parquetOf(files.dir, 'first', PARTS[0]),
    await parquetOf(files.dir, 'second', PARTS[1]),
  ];
  const folderOf = (parts: readonly Buffer[], rows: number, sizes = parts.map(({ length }) => length)) => ({
    ...Object.fromEntries(parts.map((part, index) => [`e/part_${index}.snappy.parquet`, part])),
    'e/manifest.json': JSON.stringify({
      dataRowCount: rows,
      exportConfig: { type: 'ActualCost' },
      runInfo: { submittedTime: '2026-11-20T00:00:00Z', startDate: '2026-11-01T00:00:00' },
      blobs: sizes.map((byteCount, index) => ({ blobName: `x/e/part_${index}.snappy.parquet`, byteCount })),
    }),
  });

  it('is read as the same lines of text are', async () => {
    const read = await files.read(folderOf(await partsOf(), 3));
    expect(read.file).toMatchObject({ rejected: 0, months: [{ lines: 3 }] });
    expect(dailyOf(read)).toEqual(dailyOf(await files.read(csv)));
  });

  it('is refused as a whole where a part is missing, cut off, or lacks lines', async () => {
    const parts = await partsOf();
    const sizes = parts.map(({ length }) => length);
    const [first, second] = parts;
    if (first === undefined || second === undefined) throw new Error('two parts');
    for (const [folder, words] of [
      [folderOf([first], 3, sizes), /part_1.snappy.parquet is missing/],
      [folderOf([first, second.subarray(0, -20)], 3, sizes), /part_1.snappy.parquet is not whole/],
      [folderOf(parts, 4), /tells of 4 lines, and there are 3/],
    ] as const) {
      await expect(files.read(folder)).rejects.toThrow(words);
    }
  });
});

describe('an archive that is refused', () => {
  it.each<[string, () => Promise<Buffer>, RegExp]>([
    ['a bomb', () => zipOf({ 'a.csv': '0'.repeat(70 * 2 ** 20) }), /unpacks to more than 64 MB/],
    ['locked', () => zipOf({ 'a.csv': csv }, { password: 'secret' }), /password/],
    [
      'of more files than any export has',
      () =>
        zipOf(Object.fromEntries(Array.from({ length: 10_001 }, (_one, index) => [`${index}`, ''])), {
          level: 0,
        }),
      /more than 10,000 files/,
    ],
    ['a workbook', () => zipOf({ '[Content_Types].xml': '<x/>', 'xl/a.xml': '<x/>' }), /workbook/],
    ['cut off', async () => (await zipOf({ 'a.csv': csv })).subarray(0, -30), /damaged or cut off/],
    [
      'whose content differs from its checksum',
      async () => {
        const whole = await zipOf({ 'a.csv': csv }, { level: 0 });
        whole.write('9.5', whole.indexOf(',8.5,') + 1);
        return whole;
      },
      /damaged or cut off/,
    ],
    ...[0xff_ff_ff_fe, 0x7f_ff_ff_ff, 0x08_00_00_00].map(
      (length): [string, () => Promise<Buffer>, RegExp] => [
        `whose list of entries claims to be ${length} bytes long`,
        async () => {
          const whole = await zipOf({ 'a.csv': csv });
          whole.writeUInt32LE(length, whole.length - 10);
          return whole;
        },
        /damaged or cut off/,
      ],
    ),
    ['a compressed bomb', async () => gzipSync(Buffer.alloc(70 * 2 ** 20)), /unpacks to more than 64 MB/],
  ])('is %s', async (_name, content, words) => {
    await expect(files.read(await content())).rejects.toMatchObject({
      kind: 'malformed',
      message: expect.stringMatching(words),
    });
  });
});
