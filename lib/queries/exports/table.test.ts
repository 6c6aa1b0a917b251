import { expect, test } from 'vitest';
import { inWindows, type Cell } from './table.ts';

const ROWS = ['a', 'b', 'c', 'd', 'e'];

test('rows are handed out in order, and the next are read while some are written', async () => {
  const read: string[] = [];
  const windows = inWindows(ROWS, 2, async (rows) => {
    read.push(rows.join(''));
    return Promise.resolve(rows.map((row): Cell[] => [row]));
  });
  expect(await windows.next()).toEqual({ done: false, value: [['a'], ['b']] });
  expect(read).toEqual(['ab', 'cd']);
  expect(await Array.fromAsync(windows)).toEqual([[['c'], ['d']], [['e']]]);
  expect(read).toEqual(['ab', 'cd', 'e']);
});

test('rows that could not be read break the file where they would stand', async () => {
  const windows = inWindows(ROWS, 2, (rows) =>
    rows.includes('c')
      ? Promise.reject(new Error('gone'))
      : Promise.resolve(rows.map((row): Cell[] => [row])),
  );
  expect((await windows.next()).value).toEqual([['a'], ['b']]);
  await expect(windows.next()).rejects.toThrow('gone');
});

test('a list without rows has no window', async () => {
  expect(await Array.fromAsync(inWindows([], 2, () => Promise.resolve([])))).toEqual([]);
});
