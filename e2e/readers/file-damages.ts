import { readdir } from 'node:fs/promises';
import { CostFileFailure } from '#lib/costfiles/imported.ts';
import type { Content, GivenFiles, ReadFile } from '#lib/costfiles/testing/given-files.ts';
import { dailyCostsOf } from '#lib/core/cost-series.ts';
import { decimalText, type Decimal } from '#lib/core/money.ts';
import { randomOf, type Random } from '../simulator/worlds/seeded.ts';
import { DAMAGES } from './damage-kinds.ts';
import { GIVEN_FORMS, LINES, MANIFEST, wholeParts, type GivenForm, type Parts } from './given-forms.ts';
import {
  addTo,
  keyOf,
  sumOfCsv,
  sumOfJsonLines,
  sumOfJsonList,
  sumsOfAll,
  type Counted,
} from './independent-sum.ts';

export type DamageResult = {
  form: string;
  damage: string;
  /** 'unhurt': the damage changed nothing, so nothing was tried. */
  outcome: 'whole' | 'some-rejected' | 'refused' | 'unhurt' | 'wrong';
  /** What is wrong, or why it was refused. */
  why: string;
};

type Hurt = {
  form: GivenForm;
  damage: string;
  content: Content;
  parts: Parts;
  isHurt: boolean;
  /** What its lines were before, and those of the parts that nothing befell; null where they may be others now. */
  lines: { whole: Parts; intact: Parts } | null;
};

const hurtOne = <Item>(items: readonly Item[], index: number, change: (item: Item) => Item): Item[] =>
  items.map((item, place) => (place === index ? change(item) : item));

const areSame = (left: Parts, right: Parts): boolean =>
  left.every((part, index) => right[index] !== undefined && part.equals(right[index]));

/** Damages what is in a file, or the file as it was packed. */
async function makeHurt(random: Random): Promise<Hurt> {
  const form = random.pick(GIVEN_FORMS);
  const whole = await wholeParts(form, random);
  const outside = form.isSealed && random.fraction() < 0.6;
  const damage = random.pick(
    DAMAGES.filter(({ on }) => on === 'bytes' || !(outside || form.text === 'parquet')),
  );
  if (!outside) {
    const index = random.whole(0, whole.length - 1);
    const parts = hurtOne(whole, index, (part) => damage.hurt(part, random));
    const content = await form.pack(parts, whole);
    const isSame = damage.on === 'header' && !form.text.startsWith('json');
    const lines = isSame ? { whole, intact: whole.toSpliced(index, 1) } : null;
    return { form, damage: damage.name, content, parts, isHurt: !areSame(parts, whole), lines };
  }
  const packed = await form.pack(whole, whole);
  const { before, after, content } = hurtOutside(packed, (bytes) => damage.hurt(bytes, random));
  return {
    ...{ form, damage: `${damage.name}, packed`, content, parts: whole, lines: null },
    isHurt: !after.equals(before),
  };
}

type Outside = { before: Buffer; after: Buffer; content: Content };

/** A packed file, or of a folder its manifest. */
function hurtOutside(packed: Content, hurt: (bytes: Buffer) => Buffer): Outside {
  if (Buffer.isBuffer(packed)) {
    const after = hurt(packed);
    return { before: packed, after, content: after };
  }
  const before = typeof packed === 'string' ? null : packed[MANIFEST];
  if (typeof packed === 'string' || !Buffer.isBuffer(before)) throw new Error('nothing seals it');
  const after = hurt(before);
  return { before, after, content: { ...packed, [MANIFEST]: after } };
}

/** Faults of lines of which nobody can tell where their record ends. */
const UNTOLD = /quote|cells where|too long/;

/** What the product counts, by the same keys. */
function sumsOf(read: ReadFile): Map<string, Decimal> {
  const sums = new Map<string, Decimal>();
  for (const { tenantId, days } of read.batches) {
    for (const { day, currency, costClass, net } of days.flatMap(dailyCostsOf)) {
      addTo(sums, keyOf(day.slice(0, 7), tenantId ?? '', currency, costClass === 'EARNED'), net);
    }
  }
  return sums;
}

function countedIn({ form, parts }: Hurt, read: ReadFile): Counted | null {
  const { columns } = form.kind;
  const counted = parts.map((part, index) => {
    const ofPart = read.rejects.filter(({ file }) => form.parts === 1 || file.includes(`part_${index}`));
    const rejected = new Map(
      ofPart.map(({ line, reason }) => [line, UNTOLD.test(reason) ? ('line' as const) : ('record' as const)]),
    );
    const bytes = form.name === 'UTF-16' ? Buffer.from(part.toString('utf8')) : part;
    // Nothing of ours and nobody else's reads damaged Parquet: its lines are counted, its amounts are believed.
    if (form.text === 'parquet') return { lines: LINES - rejected.size, sums: sumsOf(read) };
    if (form.text === 'json-lines') return sumOfJsonLines(bytes, rejected, columns);
    return form.text === 'json-list'
      ? sumOfJsonList(bytes, rejected, columns)
      : sumOfCsv(bytes, rejected, columns);
  });
  return counted.every((one) => one !== null) ? sumsOfAll(counted) : null;
}

/** Sums that are nothing are as good as none. */
const written = (sums: ReadonlyMap<string, Decimal>): string =>
  [...sums]
    .filter(([, amount]) => !amount.eq(0))
    .map(([key, amount]) => `${key} ${decimalText(amount)}`)
    .sort()
    .join(', ');

function compare(hurt: Hurt, read: ReadFile): string | null {
  const lines = read.file.months.reduce((sum, month) => sum + month.lines, 0);
  const refusedRows = read.rejects.length;
  if (refusedRows !== read.file.rejected) return `${refusedRows} lines put aside are not those counted`;
  const wanted = countedIn(hurt, read);
  if (wanted === null) return null;
  if (wanted.lines !== lines) return `${lines} lines counted, ${wanted.lines} are there`;
  const [found, expected] = [written(sumsOf(read)), written(wanted.sums)];
  if (found !== expected) return `it counts ${found}, and ought to count ${expected}`;
  return hurt.lines === null || refusedRows > 0
    ? null
    : compareWithWhole(hurt.form, hurt.lines, sumsOf(read));
}

const withoutCredit = (sums: ReadonlyMap<string, Decimal>): string => {
  const all = new Map<string, Decimal>();
  for (const [key, amount] of sums) addTo(all, key.replace(/ (not )?earned$/, ''), amount);
  return written(all);
};
const ofCredit = (sums: ReadonlyMap<string, Decimal>): string =>
  written(new Map([...sums].filter(([key]) => key.endsWith(' earned') && !key.endsWith('not earned'))));

/**
 * Where only the names of one part's columns were hurt each line is worth what it was, and the credit of that part is the
 * same or unknown.
 */
function compareWithWhole(
  form: GivenForm,
  { whole, intact }: NonNullable<Hurt['lines']>,
  found: Map<string, Decimal>,
): string | null {
  const sumsIn = (parts: Parts) =>
    sumsOfAll(parts.map((part) => sumOfCsv(part, new Map(), form.kind.columns))).sums;
  const sums = sumsIn(whole);
  if (withoutCredit(found) !== withoutCredit(sums))
    return `it counts ${withoutCredit(found)}, and the lines are worth ${withoutCredit(sums)}`;
  const credited = ofCredit(found);
  return credited === ofCredit(sumsIn(intact)) || credited === ofCredit(sums)
    ? null
    : `it says ${credited} earned, and ${ofCredit(sums)} did`;
}

/** Makes the damage of this number, and imports what is left. */
export async function runDamage(files: GivenFiles, seed: number, number: number): Promise<DamageResult> {
  const hurt = await makeHurt(randomOf('damage', seed, number));
  const result = { form: hurt.form.name, damage: hurt.damage };
  if (!hurt.isHurt) return { ...result, outcome: 'unhurt', why: '' };
  const before = new Set(await readdir(files.dir));
  try {
    const read = await files.read(hurt.content);
    const wrong = compare(hurt, read);
    await files.forget();
    if (wrong !== null) return { ...result, outcome: 'wrong', why: wrong };
    return { ...result, outcome: read.file.rejected > 0 ? 'some-rejected' : 'whole', why: '' };
  } catch (error) {
    const left = (await readdir(files.dir)).filter((name) => name.startsWith('kept-') && !before.has(name));
    await files.forget();
    if (!(error instanceof CostFileFailure))
      return { ...result, outcome: 'wrong', why: `it threw: ${String(error)}` };
    if (left.length > 0)
      return { ...result, outcome: 'wrong', why: `it was refused, and ${left.join(', ')} is left` };
    return { ...result, outcome: 'refused', why: error.message };
  }
}
