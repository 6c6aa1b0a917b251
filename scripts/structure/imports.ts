import { posix } from 'node:path';
import { lineAt, type SourceText } from './source-text.ts';

export type Import = { specifier: string; line: number; typeOnly: boolean };

const FROM = /\b(?:import|export)\s+(type\s+)?([\w$*{},\s]*?)\s*from\s*(['"])([^'"\n]+)\3/g;
const BARE = /\b(?:import|require)\s*\(?\s*(['"])([^'"\n]+)\1/g;

/** `import { type A, type B }` loads nothing either. */
function namesOnlyTypes(names: string): boolean {
  const list = /^\{([^}]*)\}$/.exec(names.trim())?.[1];
  if (list === undefined) return false;
  const entries = list.split(',').filter((entry) => entry.trim() !== '');
  return entries.length > 0 && entries.every((entry) => /^\s*type\s/.test(entry));
}

export function importsOf({ statements, code }: SourceText): Import[] {
  const isCode = (position: number) => code[position] === statements[position];
  const found: Import[] = [];
  for (const match of statements.matchAll(FROM)) {
    if (!isCode(match.index)) continue;
    const typeOnly = match[1] !== undefined || namesOnlyTypes(match[2] ?? '');
    found.push({ specifier: match[4] ?? '', line: lineAt(statements, match.index), typeOnly });
  }
  for (const match of statements.matchAll(BARE)) {
    if (!isCode(match.index)) continue;
    found.push({ specifier: match[2] ?? '', line: lineAt(statements, match.index), typeOnly: false });
  }
  return found;
}

/** Names that stand for different files on the server and in the browser: here the latter. */
const NAMED: Readonly<Record<string, string>> = { '#language': 'components/language/in-browser.ts' };

/** The project's file an import means, or null for a package. */
export function targetOf(from: string, specifier: string): string | null {
  const named = NAMED[specifier];
  if (named !== undefined) return named;
  if (specifier.startsWith('#')) return posix.normalize(specifier.slice(1));
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), specifier));
  return null;
}
