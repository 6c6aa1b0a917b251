import { createHash } from 'node:crypto';

/** A GUID of version 4's form that depends on nothing but its key. */
export function guidOf(...key: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(key.join('\n')).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** A number from 0 (included) to 1 (excluded) that depends on nothing but its key. */
export function fractionOf(...key: readonly (string | number)[]): number {
  return createHash('sha256').update(key.join('\n')).digest().readUInt32BE(0) / 2 ** 32;
}

export type Random = {
  fraction(): number;
  whole(from: number, to: number): number;
  pick<T>(of: readonly T[]): T;
};

/** Numbers in a fixed order for a key. */
export function randomOf(...key: readonly (string | number)[]): Random {
  let drawn = 0;
  const fraction = (): number => fractionOf(...key, drawn++);
  return {
    fraction,
    whole: (from, to) => from + Math.floor(fraction() * (to - from + 1)),
    pick: (of) => {
      const item = of[Math.floor(fraction() * of.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
}

export function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, order: random.fraction() }))
    .sort((left, right) => left.order - right.order)
    .map(({ item }) => item);
}
