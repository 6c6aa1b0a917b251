import { BlobReader, BlobWriter, configure, ZipWriter } from '@zip.js/zip.js';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openScanner } from '#lib/costfiles/scanner.ts';
import type { Content } from '#lib/costfiles/testing/given-files.ts';
import { CUSTOMER, SUBSCRIPTION } from '#lib/costfiles/testing/cost-csv.ts';
import { novemberDays, RATED, ratedCsv } from '#lib/costfiles/testing/rated-usage-csv.ts';
import type { Random } from '../simulator/worlds/seeded.ts';

configure({ useWebWorkers: false });

/** Bytes of each part, as they are before they are packed. */
export type Parts = readonly Buffer[];

/** How parts are handed over, and how the text in them is written. */
export type GivenForm = {
  name: string;
  text: 'csv' | 'semicolons' | 'json-lines' | 'json-list' | 'parquet';
  parts: 1 | 2;
  /** A checksum tells damage to what was packed. */
  isSealed: boolean;
  pack: (parts: Parts) => Promise<Content>;
};

const first = (parts: Parts): Buffer => parts[0] ?? Buffer.alloc(0);

async function zipOf(parts: Parts): Promise<Buffer> {
  const writer = new ZipWriter(new BlobWriter(), { level: 1 });
  for (const [index, part] of parts.entries()) {
    await writer.add(`usage/part_${index}.csv`, new BlobReader(new Blob([new Uint8Array(part)])));
  }
  return Buffer.from(await (await writer.close()).arrayBuffer());
}

const asWide = (bytes: Buffer): Buffer => Buffer.from(`\uFEFF${bytes.toString('utf8')}`, 'utf16le');

const plain = { parts: 1, isSealed: false } as const;
const inTwo = { parts: 2, isSealed: false } as const;

export const GIVEN_FORMS: readonly GivenForm[] = [
  { ...plain, name: 'CSV', text: 'csv', pack: async (parts) => first(parts) },
  { ...plain, name: 'semicolons', text: 'semicolons', pack: async (parts) => first(parts) },
  { ...plain, name: 'UTF-16', text: 'csv', pack: async (parts) => asWide(first(parts)) },
  {
    ...plain,
    isSealed: true,
    name: 'gzip',
    text: 'csv',
    pack: async (parts) => gzipSync(first(parts), { level: 1 }),
  },
  { ...plain, isSealed: true, name: 'archive', text: 'csv', pack: zipOf },
  { ...inTwo, isSealed: true, name: 'archive of two', text: 'csv', pack: zipOf },
  {
    ...inTwo,
    name: 'folder',
    text: 'csv',
    pack: async (parts) => Object.fromEntries(parts.map((part, index) => [`part_${index}.csv`, part])),
  },
  { ...plain, name: 'Parquet', text: 'parquet', pack: async (parts) => first(parts) },
  { ...plain, name: 'lines of JSON', text: 'json-lines', pack: async (parts) => first(parts) },
  { ...plain, name: 'list of JSON', text: 'json-list', pack: async (parts) => first(parts) },
];

const LINES = 30;

type Line = Partial<typeof RATED>;

/** Lines of every class, of two customers, with names that need quotes and letters beyond ASCII. */
function linesOf(random: Random): Line[] {
  return novemberDays(LINES).map((line) => {
    const isEarned = random.fraction() < 0.5;
    return {
      ...line,
      CustomerId: random.pick([CUSTOMER, 'dddddddd-0000-4000-8000-000000000002']),
      CustomerName: random.pick(['Fabrikam', 'Müller Søn', 'Ærø']),
      EntitlementId: random.pick([SUBSCRIPTION, SUBSCRIPTION, '']),
      BillingPreTaxTotal: `${random.whole(-20, 400)}.${String(random.whole(1, 999_999)).padStart(6, '0')}`,
      PartnerEarnedCreditPercentage: isEarned ? '15' : '0',
      CreditType: isEarned ? 'Partner Earned Credit Applied' : 'Credit Not Applied',
    };
  });
}

const NAMED = /Müller Søn/g;
const quotedName = '"Müller, ""Søn""\nGmbH"';

function textOf(form: GivenForm['text'], lines: readonly Line[]): string {
  if (form === 'csv' || form === 'parquet') return `${ratedCsv(lines).replaceAll(NAMED, quotedName)}\n`;
  if (form === 'semicolons')
    return `${ratedCsv(lines, ';').replaceAll(/(?<=;)(-?\d+)\.(\d+)(?=;)/g, '$1,$2')}\n`;
  const items = lines.map((line) => {
    const net = Number(line.BillingPreTaxTotal);
    return JSON.stringify({ ...RATED, ...line, BillingPreTaxTotal: net, PartnerEarnedCreditPercentage: 15 });
  });
  return form === 'json-lines'
    ? `${items.join('\n')}\n`
    : `{"totalCount":${LINES},"items":[${items.join(',')}]}`;
}

async function asParquet(csv: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'parquet-'));
  const [from, to] = [join(folder, 'a.csv'), join(folder, 'a.parquet')];
  await writeFile(from, csv);
  const { connection, close } = await openScanner(join(folder, 'spill'));
  await connection.run(
    `copy (select * from read_csv('${from}', all_varchar = true)) to '${to}' (format parquet)`,
  );
  await close();
  const bytes = await readFile(to);
  await rm(folder, { recursive: true });
  return bytes;
}

/** A file of this form, whole. */
export async function wholeParts({ text, parts }: GivenForm, random: Random): Promise<Parts> {
  const lines = linesOf(random);
  if (text === 'parquet') return [await asParquet(textOf('csv', lines))];
  const half = lines.length / parts;
  return Array.from({ length: parts }, (_one, index) =>
    Buffer.from(textOf(text, lines.slice(index * half, (index + 1) * half))),
  );
}
