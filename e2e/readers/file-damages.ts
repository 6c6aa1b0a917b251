import { readdir } from 'node:fs/promises';
import { CostFileFailure } from '#lib/costfiles/imported.ts';
import { totalOf, type Content, type GivenFiles, type ReadFile } from '#lib/costfiles/testing/given-files.ts';
import { decimalText, requireDecimal } from '#lib/core/money.ts';
import { randomOf, type Random } from '../simulator/worlds/seeded.ts';
import { DAMAGES } from './damage-kinds.ts';
import { GIVEN_FORMS, wholeParts, type GivenForm, type Parts } from './given-forms.ts';
import { sumOfCsv, sumOfJsonLines, sumOfJsonList, type Counted } from './independent-sum.ts';

export type DamageResult = {
  form: string;
  damage: string;
  outcome: 'whole' | 'some-rejected' | 'refused' | 'wrong';
  /** What is wrong, or why it was refused. */
  why: string;
};

type Hurt = { form: GivenForm; damage: string; content: Content; parts: Parts };

const hurtOne = <Item>(items: readonly Item[], index: number, change: (item: Item) => Item): Item[] =>
  items.map((item, place) => (place === index ? change(item) : item));

/** Damages what is in a file, or the file as it was packed. */
async function makeHurt(random: Random): Promise<Hurt> {
  const form = random.pick(GIVEN_FORMS);
  const whole = await wholeParts(form, random);
  const outside = form.isSealed && random.fraction() < 0.6;
  const damage = random.pick(
    DAMAGES.filter(({ on }) => on === 'bytes' || !(outside || form.text === 'parquet')),
  );
  if (!outside) {
    const parts = hurtOne(whole, random.whole(0, whole.length - 1), (part) => damage.hurt(part, random));
    return { form, damage: damage.name, content: await form.pack(parts), parts };
  }
  const packed = await form.pack(whole);
  if (!Buffer.isBuffer(packed)) throw new Error('what is sealed is one file');
  return { form, damage: `${damage.name}, packed`, content: damage.hurt(packed, random), parts: whole };
}

/** Faults of lines of which nobody can tell where their record ends. */
const UNTOLD = /quote|cells where|too long/;

function countedIn({ form, parts }: Hurt, read: ReadFile): Counted[] | null {
  const counted = parts.map((part, index) => {
    const ofPart = read.rejects.filter(({ file }) => form.parts === 1 || file.includes(`part_${index}`));
    const rejected = new Map(
      ofPart.map(({ line, reason }) => [line, UNTOLD.test(reason) ? ('line' as const) : ('record' as const)]),
    );
    const bytes = form.name === 'UTF-16' ? Buffer.from(part.toString('utf8')) : part;
    // Nothing of ours and nobody else's reads damaged Parquet: its lines are counted, its amounts are believed.
    if (form.text === 'parquet') return { lines: 30 - rejected.size, total: requireDecimal(totalOf(read)) };
    if (form.text === 'json-lines') return sumOfJsonLines(bytes, rejected);
    return form.text === 'json-list' ? sumOfJsonList(bytes, rejected) : sumOfCsv(bytes, rejected);
  });
  return counted.every((one) => one !== null) ? counted : null;
}

function compare(hurt: Hurt, read: ReadFile): string | null {
  const lines = read.file.months.reduce((sum, month) => sum + month.lines, 0);
  const refusedRows = read.rejects.length;
  if (refusedRows !== read.file.rejected) return `${refusedRows} lines put aside are not those counted`;
  const counted = countedIn(hurt, read);
  if (counted === null) return null;
  const wanted = counted.reduce((left, right) => ({
    lines: left.lines + right.lines,
    total: left.total.plus(right.total),
  }));
  if (wanted.lines !== lines) return `${lines} lines counted, ${wanted.lines} are there`;
  const total = decimalText(wanted.total);
  return total === totalOf(read) ? null : `the total is ${totalOf(read)}, and ought to be ${total}`;
}

/** Makes the damage of this number, and imports what is left. */
export async function runDamage(files: GivenFiles, seed: number, number: number): Promise<DamageResult> {
  const hurt = await makeHurt(randomOf('damage', seed, number));
  const result = { form: hurt.form.name, damage: hurt.damage };
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
