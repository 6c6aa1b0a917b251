import { BlobReader, BlobWriter, configure, ZipWriter } from '@zip.js/zip.js';
import { gzipSync } from 'node:zlib';
import type { Content } from '#lib/costfiles/testing/given-files.ts';
import { CUSTOMER, SUBSCRIPTION } from '#lib/costfiles/testing/cost-csv.ts';
import { parquetOf, type ParquetTypes } from '#lib/costfiles/testing/parquet.ts';
import type { Random } from '../simulator/worlds/seeded.ts';
import { GIVEN_KINDS, ratedOf, type GivenKind, type MadeLine } from './given-kinds.ts';

configure({ useWebWorkers: false });

/** Bytes of each part, as they are before they are packed. */
export type Parts = readonly Buffer[];

/** How parts are handed over, and how the text in them is written. */
export type GivenForm = {
  name: string;
  kind: GivenKind;
  text: 'csv' | 'semicolons' | 'json-lines' | 'json-list' | 'parquet';
  /** Of Parquet; texts where none is named. */
  types?: ParquetTypes;
  parts: 1 | 2;
  /** A checksum, or a manifest, tells damage to what was packed. */
  isSealed: boolean;
  /** `whole` is what the parts were before anything befell them. */
  pack: (parts: Parts, whole: Parts) => Promise<Content>;
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

export const LINES = 30;

const inFolder = (parts: Parts): Record<string, Buffer> =>
  Object.fromEntries(parts.map((part, index) => [`part_${index}.csv`, part]));

export const MANIFEST = 'manifest.json';

function manifestOf(whole: Parts): Buffer {
  const blobs = whole.map(({ length }, index) => ({ blobName: `e/part_${index}.csv`, byteCount: length }));
  const runInfo = { submittedTime: '2026-11-20T00:00:00Z', startDate: '2026-11-01T00:00:00' };
  return Buffer.from(
    JSON.stringify({ dataRowCount: LINES, exportConfig: { type: 'ActualCost' }, runInfo, blobs }),
  );
}

const plain = { kind: GIVEN_KINDS['rated usage'], text: 'csv', parts: 1, isSealed: false } as const;
const asIs = { pack: async (parts: Parts) => first(parts) };
const details = { ...plain, kind: GIVEN_KINDS['cost details'] } as const;

export const GIVEN_FORMS: readonly GivenForm[] = [
  { ...plain, ...asIs, name: 'CSV' },
  { ...details, ...asIs, name: 'cost details' },
  { ...plain, ...asIs, kind: GIVEN_KINDS.FOCUS, name: 'FOCUS' },
  { ...plain, ...asIs, name: 'semicolons', text: 'semicolons' },
  { ...plain, name: 'UTF-16', pack: async (parts) => asWide(first(parts)) },
  {
    ...plain,
    isSealed: true,
    name: 'gzip',
    pack: async (parts) => gzipSync(first(parts), { level: 1 }),
  },
  { ...plain, isSealed: true, name: 'archive', pack: zipOf },
  { ...details, parts: 2, isSealed: true, name: 'archive of two', pack: zipOf },
  { ...plain, parts: 2, name: 'folder', pack: async (parts) => inFolder(parts) },
  {
    ...details,
    parts: 2,
    isSealed: true,
    name: 'export with its manifest',
    pack: async (parts, whole) => ({ ...inFolder(parts), [MANIFEST]: manifestOf(whole) }),
  },
  { ...plain, ...asIs, name: 'Parquet', text: 'parquet' },
  { ...details, ...asIs, name: 'cost details in Parquet', text: 'parquet' },
  { ...plain, ...asIs, name: 'Parquet of decimals', text: 'parquet', types: 'decimals' },
  { ...plain, ...asIs, name: 'lines of JSON', text: 'json-lines' },
  { ...plain, ...asIs, name: 'list of JSON', text: 'json-list' },
];

const dayOf = (month: string, day: number): string => `2026-${month}-${String(day + 1).padStart(2, '0')}`;
const DAYS_OF_OCTOBER = 20;

/** Days of November, or first most days of October: each of the months counts then. */
const dailyCostsOf = (random: Random): string[] => {
  const october = random.fraction() < 0.3 ? DAYS_OF_OCTOBER : 0;
  return Array.from({ length: LINES }, (_one, at) =>
    at < october ? dayOf('10', at) : dayOf('11', at - october),
  );
};

/** Lines of every class, of two customers, with names that need quotes and letters beyond ASCII. */
const linesOf = (random: Random): MadeLine[] =>
  dailyCostsOf(random).map((day) => ({
    day,
    isEarned: random.fraction() < 0.5,
    customerId: random.pick([CUSTOMER, 'dddddddd-0000-4000-8000-000000000002']),
    customerName: random.pick(['Fabrikam', NAMED, 'Ærø']),
    subscriptionId: random.pick([SUBSCRIPTION, SUBSCRIPTION, '']),
    net: `${random.whole(-20, 400)}.${String(random.whole(1, 999_999)).padStart(6, '0')}`,
  }));

const NAMED = 'Müller Søn';
const quotedName = '"Müller, ""Søn""\nGmbH"';

function textOf({ text, kind }: GivenForm, lines: readonly MadeLine[]): string {
  if (text === 'csv' || text === 'parquet') return `${kind.csv(lines).replaceAll(NAMED, quotedName)}\n`;
  if (text === 'semicolons')
    return `${kind
      .csv(lines)
      .replaceAll(',', ';')
      .replaceAll(/(?<=;)(-?\d+)\.(\d+)(?=;)/g, '$1,$2')}\n`;
  const items = lines.map((line) => {
    const { BillingPreTaxTotal: net, PartnerEarnedCreditPercentage: rate, ...rated } = ratedOf(line);
    const numbers = { BillingPreTaxTotal: Number(net), PartnerEarnedCreditPercentage: Number(rate) };
    return JSON.stringify({ ...rated, ...numbers });
  });
  return text === 'json-lines'
    ? `${items.join('\n')}\n`
    : `{"totalCount":${lines.length},"items":[${items.join(',')}]}`;
}

/** A file of this form, whole. */
export async function wholeParts(form: GivenForm, random: Random): Promise<Parts> {
  const lines = linesOf(random);
  if (form.text === 'parquet') return [await parquetOf(textOf(form, lines), form.types ?? 'texts')];
  const half = lines.length / form.parts;
  return Array.from({ length: form.parts }, (_one, index) =>
    Buffer.from(textOf(form, lines.slice(index * half, (index + 1) * half))),
  );
}
