import type { Random } from '../simulator/worlds/seeded.ts';

/**
 * What befalls the bytes of a file; `text` only where lines and cells can still be told, `header` where the lines
 * stay what they are.
 */
type Damage = {
  name: string;
  on: 'bytes' | 'text' | 'header';
  hurt: (bytes: Buffer, random: Random) => Buffer;
};

const at = (bytes: Buffer, random: Random): number => random.whole(0, Math.max(0, bytes.length - 1));

function flip(bytes: Buffer, random: Random): Buffer {
  const hurt = Buffer.from(bytes);
  for (let count = random.whole(1, 8); count > 0 && hurt.length > 0; count -= 1) {
    const place = at(hurt, random);
    hurt.writeUInt8(hurt.readUInt8(place) ^ (1 << random.whole(0, 7)), place);
  }
  return hurt;
}

function splice(bytes: Buffer, random: Random, put: Buffer): Buffer {
  const from = at(bytes, random);
  const length = random.whole(0, 40);
  return Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + length)]);
}

const linesOf = (bytes: Buffer): string[] => bytes.toString('latin1').split('\n');
const ofLines = (lines: readonly string[]): Buffer => Buffer.from(lines.join('\n'), 'latin1');

function withoutColumn(bytes: Buffer, random: Random, everywhere: boolean): Buffer {
  const lines = linesOf(bytes);
  const delimiter = lines[0]?.includes(';') === true ? ';' : ',';
  const column = random.whole(0, (lines[0]?.split(delimiter).length ?? 1) - 1);
  return ofLines(
    lines.map((line, index) =>
      index > 0 && !everywhere
        ? line
        : line
            .split(delimiter)
            .filter((_cell, place) => place !== column)
            .join(delimiter),
    ),
  );
}

function withHeader(bytes: Buffer, random: Random, rename: (header: string) => string): Buffer {
  const [head = '', ...lines] = linesOf(bytes);
  const delimiter = head.includes(';') ? ';' : ',';
  const headers = head.split(delimiter);
  const column = random.whole(0, headers.length - 1);
  const named = headers.map((header, index) => (index === column ? rename(header) : header));
  return ofLines([named.join(delimiter), ...lines]);
}

const BITS = [
  '"',
  '\n',
  '\r',
  '\0',
  ',',
  ';',
  '\t',
  '""',
  '",',
  '\u00e6',
  '\u00c3\u00a6',
  '=1+1',
  '{',
  '}',
  ']',
];

export const DAMAGES: readonly Damage[] = [
  { name: 'bits flipped', on: 'bytes', hurt: flip },
  { name: 'cut off', on: 'bytes', hurt: (bytes, random) => bytes.subarray(0, at(bytes, random)) },
  { name: 'beginning lost', on: 'bytes', hurt: (bytes, random) => bytes.subarray(random.whole(1, 400)) },
  { name: 'piece lost', on: 'bytes', hurt: (bytes, random) => splice(bytes, random, Buffer.alloc(0)) },
  {
    name: 'piece written over',
    on: 'bytes',
    hurt: (bytes, random) => splice(bytes, random, Buffer.alloc(random.whole(1, 40), random.whole(0, 255))),
  },
  {
    name: 'mark put in',
    on: 'text',
    hurt: (bytes, random) => {
      const place = at(bytes, random);
      const mark = Buffer.from(random.pick(BITS), 'latin1');
      return Buffer.concat([bytes.subarray(0, place), mark, bytes.subarray(place)]);
    },
  },
  {
    name: 'line doubled',
    on: 'text',
    hurt: (bytes, random) => {
      const lines = linesOf(bytes);
      const line = random.whole(0, lines.length - 1);
      return ofLines([...lines.slice(0, line + 1), ...lines.slice(line)]);
    },
  },
  {
    name: 'lines changed places',
    on: 'text',
    hurt: (bytes, random) => ofLines(linesOf(bytes).toSorted(() => random.fraction() - 0.5)),
  },
  { name: 'header lost', on: 'header', hurt: (bytes, random) => withoutColumn(bytes, random, false) },
  { name: 'column lost', on: 'text', hurt: (bytes, random) => withoutColumn(bytes, random, true) },
  {
    name: 'header renamed',
    on: 'header',
    hurt: (bytes, random) => withHeader(bytes, random, (header) => `${header.slice(0, 4)}X`),
  },
  {
    name: 'header like another',
    on: 'header',
    hurt: (bytes, random) =>
      withHeader(bytes, random, () =>
        random.pick(['BillingPreTaxTotal', 'UsageDate', 'CustomerId', 'Quantity', '']),
      ),
  },
  {
    name: 'encodings mixed',
    on: 'text',
    hurt: (bytes) => {
      const lines = linesOf(bytes);
      const half = Math.floor(lines.length / 2);
      const foreign = Buffer.from(lines.slice(half).join('\n'), 'latin1').toString('utf8');
      return Buffer.concat([ofLines(lines.slice(0, half)), Buffer.from(`\n${foreign}`, 'latin1')]);
    },
  },
];
