import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importsOf, targetOf } from './imports.ts';
import { readSource } from './source-text.ts';

const ROOT = join(import.meta.dirname, '../..');
const FILES = new Map(
  globSync('{app,components}/**/*.{ts,tsx}', { cwd: ROOT })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/\.test\.tsx?$|\/testing\//.test(path))
    .map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]),
);

/** The file and everything that it brings to the browser with it. */
function withImports(path: string, seen = new Set<string>()): Set<string> {
  const text = FILES.get(path);
  if (text === undefined || seen.has(path)) return seen;
  seen.add(path);
  for (const { specifier, typeOnly } of importsOf(readSource(text))) {
    const target = targetOf(path, specifier);
    if (target !== null && !typeOnly) withImports(target, seen);
  }
  return seen;
}

const textOf = (path: string): string => FILES.get(path) ?? '';
const areasIn = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, names = '']) =>
    [...names.matchAll(/'(\w+)'/g)].map(([, one = '']) => one),
  );

test('scripts say only what some page gives them', () => {
  const scripts = [...FILES.keys()].filter((path) => textOf(path).startsWith("'use client'"));
  const brought = new Set(scripts.flatMap((path) => [...withImports(path)]));
  const said = new Set(
    [...brought].flatMap((path) => areasIn(textOf(path), /useTexts(?:<[^>]*>)?\(('\w+')\)/g)),
  );
  const given = new Set(
    [...FILES.values()].flatMap((text) => [
      ...areasIn(text, /<ClientTexts areas=\{\[([^\]]*)\]\}/g),
      ...areasIn(text, /^const [A-Z_]+ = \[([^\]]*)\] as const;\n(?=[^]*<ClientTexts areas=\{[A-Z_]+\})/gm),
    ]),
  );
  expect([...said].filter((area) => !given.has(area))).toEqual([]);
  expect(said.size).toBeGreaterThan(5);
});
