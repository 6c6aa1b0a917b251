import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bansBrokenBy, type Problem } from './bans.ts';
import { findCycles } from './cycles.ts';
import { type Import, importsOf, targetOf } from './imports.ts';
import { importProblem, roomOf } from './rooms.ts';
import { readSource, type SourceText } from './source-text.ts';

const MAX_LINES = 400;
const MEANINGLESS = /^(utils?|helpers?|common|misc)(\.|$)/;
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.(ts|tsx|mjs|js)$/;
const SOURCES = ['{app,components,lib,scripts,e2e}/**/*.{ts,tsx,mjs,js}', '*.{ts,tsx,mjs,js}'];
const IGNORED = ['**/node_modules/**', 'next-env.d.ts', '.next/**'];

type SourceFile = { path: string; lines: number; source: SourceText; imports: Import[] };

function readFiles(root: string): SourceFile[] {
  const paths = globSync(SOURCES, { cwd: root, exclude: IGNORED }).map((path) => path.replaceAll('\\', '/'));
  return paths.toSorted().map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const source = readSource(text);
    return { path, lines: text.trimEnd().split('\n').length, source, imports: importsOf(source) };
  });
}

const isServerOnlyRoom = (path: string): boolean =>
  /^lib\/(queries|commands)\//.test(path) &&
  !path.startsWith('lib/queries/schemas/') &&
  !/\.test\.tsx?$|\/testing\//.test(path);

function* problemsOf({ path, lines, source, imports }: SourceFile): Generator<Problem> {
  if (roomOf(path) === null) yield { path, line: 1, message: 'is in no room of this house' };
  if (lines > MAX_LINES)
    yield { path, line: MAX_LINES, message: `has ${lines} lines; ${MAX_LINES} are the most` };
  if (MEANINGLESS.test(basename(path))) yield { path, line: 1, message: 'has a name that says nothing' };
  if (!path.startsWith('app/') && !KEBAB_CASE.test(basename(path))) {
    yield { path, line: 1, message: 'is not named in kebab-case' };
  }
  if (isServerOnlyRoom(path) && !/^\s*import 'server-only';/.test(source.statements)) {
    yield { path, line: 1, message: "must start with import 'server-only'" };
  }
  for (const { specifier, line, typeOnly } of imports) {
    const target = targetOf(path, specifier);
    const message = target === null ? null : importProblem(path, target, typeOnly);
    if (message !== null) yield { path, line, message };
  }
  yield* bansBrokenBy(path, source);
}

/** Types are gone when the program runs, so they close no circle. */
function graphOf(files: readonly SourceFile[]): Map<string, string[]> {
  return new Map(
    files.map(({ path, imports }) => {
      const targets = imports
        .filter(({ typeOnly }) => !typeOnly)
        .map(({ specifier }) => targetOf(path, specifier));
      return [path, targets.filter((target) => target !== null)];
    }),
  );
}

/** Everything the linter cannot say about how the house is built. */
export function checkStructure(root: string): { files: number; problems: Problem[] } {
  const files = readFiles(root);
  const cycles = findCycles(graphOf(files)).map((cycle) => ({
    path: cycle[0] ?? '',
    line: 1,
    message: `imports itself in a circle: ${[...cycle, cycle[0]].join(' -> ')}`,
  }));
  return { files: files.length, problems: [...files.flatMap((file) => [...problemsOf(file)]), ...cycles] };
}
