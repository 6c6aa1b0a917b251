import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decimalText, requireDecimal } from '#lib/core/money.ts';
import { ADDED_UP, isOdd, sumOf, textOf, withAmounts } from './amounts.ts';
import { openScanner, quoteText, type Scanner } from './scanner.ts';

let dir = '';
let scanner: Scanner;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'amounts-'));
  scanner = await openScanner(join(dir, 'spill'));
});
afterAll(async () => {
  await scanner.close();
  await rm(dir, { recursive: true });
});

/** What lines with this cell add, and of what is no number for the database the text. */
async function added(...cells: string[]): Promise<{ sum: string; odd: string[] }> {
  const lines = cells.map((cell) => `(${cell}, '')`).join(', ');
  const read = await scanner.connection.runAndReadAll(
    `select (${sumOf('net')})::varchar, list("net") filter (${isOdd('net')})
     from (${withAmounts(`select * from (values ${lines}) as lines ("net", "netUsd")`)})`,
  );
  const [[sum, odd] = []] = read.getRowsJS();
  return {
    sum: decimalText(requireDecimal(String(sum))),
    odd: Array.isArray(odd) ? odd.map(String) : [],
  };
}

describe('an amount', () => {
  it.each([
    ['8.5', '8.5'],
    ['-0.000001', '-0.000001'],
    ['007', '7'],
    ['-0', '0'],
    ['  12.30 ', '12.3'],
    ['999.123456789012345', '999.123456789012345'],
    ['0.1234567890123456', '0.1234567890123456'],
    ['-1234567.1234567890123456789', '-1234567.1234567890123456789'],
    ['123456789012', '123456789012'],
    ['0.00000000000000000001', '0.00000000000000000001'],
  ])('written %j adds %s to the last digit', async (text, sum) => {
    expect(await added(quoteText(text))).toEqual({ sum, odd: [] });
  });

  it.each([
    '5.',
    '-5.',
    '.5',
    '-.5',
    '+5',
    '1_000',
    '1e2',
    '1E-16',
    '0x10',
    '--5',
    '5-',
    '1 2',
    'inf',
    '',
    '1,5',
  ])('written %j is none to the database, whatever it would make of it', async (text) => {
    expect(await added(quoteText(text), `'2'`)).toEqual({ sum: '2', odd: [text] });
  });

  it.each([
    ['decimal(38, 18)', '-1234.500000000000000001', '-1234.500000000000000001'],
    ['decimal(38, 0)', '1200', '1200'],
    ['decimal(18, 4)', '0', '0'],
    ['decimal(4, 2)', '12.30', '12.3'],
  ])('that is a %s is added and written as it stands', async (type, cell, written) => {
    const lines = `select ${cell}::${type} as "net", '' as "netUsd"`;
    const read = await scanner.connection.runAndReadAll(
      `select ${textOf('net')} from (select ${ADDED_UP} from (${withAmounts(lines, new Set(['net']))}))`,
    );
    expect(read.getRows()).toEqual([[written]]);
  });

  it('that is not there is blank', async () => {
    expect(await added('null', `'2'`)).toEqual({ sum: '2', odd: [''] });
  });
});
