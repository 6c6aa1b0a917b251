import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './tools.ts';

const ROW = /^\| (?<trap>.+?) \| (?<file>[\w./-]+\.(?:test|spec|contract)\.ts) \| (?<title>.+?) \|$/;

const rows = readFileSync(join(ROOT, 'docs', 'traps.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| trap |'));

it('is a table of traps, each with a test file and a title', () => {
  expect(rows.length).toBeGreaterThan(60);
  expect(rows.filter((row) => !ROW.test(row))).toEqual([]);
});

it.each(rows)('names a test that exists: %s', (row) => {
  const { file = '', title = '' } = ROW.exec(row)?.groups ?? {};
  expect(existsSync(join(ROOT, file))).toBe(true);
  const source = readFileSync(join(ROOT, file), 'utf8').replaceAll("\\'", "'");
  expect(source.includes(title)).toBe(true);
});
