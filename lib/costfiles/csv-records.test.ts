import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecords, type CsvRecord } from './csv-records.ts';

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const read = async (text: string, width: number | null = null, size = 65_536): Promise<CsvRecord[]> =>
  (
    await Array.fromAsync(
      readRecords(inChunks(Buffer.from(text), size), { delimiter: ',', encoding: 'utf-8', width }),
    )
  ).flat();

describe('records of CSV', () => {
  it.each<[string, string[][]]>([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r1,2\r\n3,4',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['"a,1","b ""x"""\n', [['a,1', 'b "x"']]],
    [
      '"a\r\nb",c\nd,e',
      [
        ['a\r\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    [' "a,b" ,c', [['a,b', 'c']]],
    ['a"b,c', [['a"b', 'c']]],
    [
      'a,\n\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['Ærø,2', [['Ærø', '2']]],
  ])('%j are %j', async (text, cells) => {
    expect((await read(text)).map((record) => record.cells)).toEqual(cells);
  });

  it('are numbered by the line that they begin at, and go on at the next after one that cannot be read', async () => {
    const records = await read('a,b\n"1\n2",x\n"3,4\n5,6\n7,8,9\n10,11', 2);
    expect(records.map(({ line, cells, fault }) => [line, cells ?? fault])).toEqual([
      [1, ['a', 'b']],
      [2, ['1\n2', 'x']],
      [4, 'a quote is not closed'],
      [5, ['5', '6']],
      [6, 'it has 3 cells where the first line names 2'],
      [7, ['10', '11']],
    ]);
  });

  it('that a lost quote would swallow are read all the same', async () => {
    const records = await read('a,"b\nc,"d"\ne,f\n', 2);
    expect(records.map(({ line, cells }) => [line, cells])).toEqual([
      [1, null],
      [2, ['c', 'd']],
      [3, ['e', 'f']],
    ]);
  });

  it('are the same in pieces of any size', async () => {
    const cell = fc.constantFrom('a', '"x,y"', '"q""q"', '"1\r\n2"', '', ' ', 'Ærø', '"', 'b"');
    const row = fc.array(cell, { minLength: 2, maxLength: 2 }).map((cells) => cells.join(','));
    const text = fc
      .array(fc.tuple(row, fc.constantFrom('\n', '\r\n')), { maxLength: 12 })
      .map((rows) => rows.flat().join(''));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (whole, size) => {
        expect(await read(whole, 2, size)).toEqual(await read(whole, 2));
      }),
      { numRuns: 200 },
    );
  });
});
