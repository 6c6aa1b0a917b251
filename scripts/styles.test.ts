import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './tools.ts';

/**
 * Browsers keep one set of what all rules with `:has` may change: with `*` in one of them, as Tailwind's group-has and
 * peer-has have it, each row that comes into a list has every element of the page worked out anew (12 ms instead of 2).
 */
const NAMES_ALL = /\b(group|peer)-has-|:has\([^{};]*\)[^{};,]*\*\s*[{,]/;

it('finds what it is for', () => {
  for (const wrong of ['group-has-[input:checked]/bulk:sticky', '.a:has(b) * {', '.a:has(> b) > *, p {']) {
    expect(wrong).toMatch(NAMES_ALL);
  }
  for (const right of ['has-checked:bg-subtle', '.bulk:has(tbody :checked) .bulk-form {', 'a * { b: c }']) {
    expect(right).not.toMatch(NAMES_ALL);
  }
});

it('no rule of :has names every element', () => {
  const files = globSync('{app,components}/**/*.{css,tsx}', { cwd: ROOT });
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => NAMES_ALL.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
});
