import { expect, it } from 'vitest';
import { csvDialectOf, csvLine } from './csv.ts';

it.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"\r\n`],
  ['+1+1', `"'+1+1"\r\n`],
  ['-2+3', `"'-2+3"\r\n`],
  ['@SUM(A1)', `"'@SUM(A1)"\r\n`],
  ['\t=1', `"'\t=1"\r\n`],
])('makes %j text that no spreadsheet runs', (cell, line) => {
  expect(csvLine([cell])).toBe(line);
});

it('leaves numbers and words as they are, and quotes what needs it', () => {
  expect(csvLine(['-12.50', 7, true, null, 'Ålesund', 'a,b', 'say "x"'])).toBe(
    '-12.50,7,true,,Ålesund,"a,b","say ""x"""\r\n',
  );
});

it('parts cells as spreadsheets of the language do, so that a decimal comma stays in its number', () => {
  const cells = ['-12,50', 'a,b', 'a;b', '-2+3,5'];
  expect(csvLine(cells, csvDialectOf('nl'))).toBe(`-12,50;a,b;"a;b";"'-2+3,5"\r\n`);
  expect(csvLine(['a;b', 'a,b'], csvDialectOf('zh-Hant'))).toBe('a;b,"a,b"\r\n');
});
