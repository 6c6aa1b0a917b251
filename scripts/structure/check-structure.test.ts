import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkStructure } from './check-structure.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pecboard-structure-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function problemsIn(files: Record<string, string>): string[] {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return checkStructure(root).problems.map(({ path, line, message }) => `${path}:${line}: ${message}`);
}

const QUERY = "import 'server-only';\n";

/** Spelled apart, so that a search for types given up finds none. */
const GIVEN_UP = ['a', 'ny'].join('');

describe('imports that the house forbids', () => {
  const forbidden: [string, string, string][] = [
    ['core to the database', 'lib/core/a.ts', "import { b } from '#lib/db/b.ts';"],
    ['core to the database, types only', 'lib/core/a.ts', "import type { B } from '#lib/db/b.ts';"],
    ['core to the log', 'lib/core/a.ts', "import { log } from '#lib/log.ts';"],
    ['core to the database, by a relative path', 'lib/core/a.ts', "import { b } from '../db/b.ts';"],
    ['core to the database, when it runs', 'lib/core/a.ts', "const b = await import('#lib/db/b.ts');"],
    ['core to the database, passed on', 'lib/core/a.ts', "export * from '#lib/db/b.ts';"],
    ['Azure to the database', 'lib/azure/a.ts', "import { b } from '#lib/db/b.ts';"],
    ['Azure to the configuration', 'lib/azure/a.ts', "import { config } from '#lib/config.ts';"],
    ['the database to Azure', 'lib/db/a.ts', "import { b } from '#lib/azure/b.ts';"],
    ['the database to the log, past its door', 'lib/db/a.ts', "import { log } from '#lib/log.ts';"],
    ['sync to queries', 'lib/sync/a.ts', "import { b } from '#lib/queries/b.ts';"],
    ['sync to the configuration, past its door', 'lib/sync/a.ts', "import { config } from '#lib/config.ts';"],
    ['queries to sync', 'lib/queries/a.ts', `${QUERY}import { b } from '#lib/sync/b.ts';`],
    ['queries to Azure', 'lib/queries/a.ts', `${QUERY}import { b } from '#lib/azure/b.ts';`],
    ['commands to queries', 'lib/commands/a.ts', `${QUERY}import { b } from '#lib/queries/b.ts';`],
    [
      'the configuration to Azure at run time',
      'lib/config/a.ts',
      "import { b } from '#lib/azure/settings.ts';",
    ],
    ['a page to the database', 'app/page.tsx', "import { b } from '#lib/db/b.ts';"],
    ['a page to sync', 'app/page.tsx', "import { b } from '#lib/sync/b.ts';"],
    ['a page to another route', 'app/a/page.tsx', "import { b } from '#app/b/parts.ts';"],
    ['components to queries at run time', 'components/ui/a.tsx', "import { b } from '#lib/queries/b.ts';"],
    ['components to rules', 'components/ui/a.tsx', "import { judge } from '#lib/core/judge.ts';"],
    [
      'components to the database, types only',
      'components/ui/a.tsx',
      "import type { B } from '#lib/db/b.ts';",
    ],
    ['one page family to another', 'components/roles/a.tsx', "import { B } from '#components/sync/b.tsx';"],
    ['the product to the simulator', 'lib/sync/a.ts', "import { b } from '#e2e/simulator/b.ts';"],
    ['the product to scripts', 'app/page.tsx', "import { b } from '../scripts/b.ts';"],
    [
      'the simulator to the product',
      'e2e/simulator/a.ts',
      "import { b } from '#lib/azure/subscriptions/wire.ts';",
    ],
    [
      "the simulator's test past the wire",
      'e2e/simulator/a.test.ts',
      "import { b } from '#lib/azure/subscriptions/map.ts';",
    ],
    ['scripts to a query', 'scripts/a.ts', "import { b } from '#lib/queries/b.ts';"],
    ['a place that does not exist', 'lib/core/a.ts', "import { b } from '#lib/utilities/b.ts';"],
  ];
  it.each(forbidden)('refuses %s', (_name, path, text) => {
    const problems = problemsIn({ [path]: text });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/may not import|in no room|belongs to another route/);
  });
});

describe('imports that the house allows', () => {
  const allowed: [string, string, string][] = [
    ['core to core', 'lib/core/a.ts', "import { b } from './b.ts';"],
    [
      'Azure to core and log',
      'lib/azure/x/a.ts',
      "import { b } from '#lib/core/b.ts';\nimport { log } from '#lib/log.ts';",
    ],
    [
      'the database client to configuration and log',
      'lib/db/client.ts',
      "import { config } from '#lib/config.ts';\nimport { log } from '#lib/log.ts';",
    ],
    [
      'the entry of sync to the configuration',
      'lib/sync/entry.ts',
      "import { config } from '#lib/config.ts';",
    ],
    ['queries to the database', 'lib/queries/a.ts', `${QUERY}import { b } from '#lib/db/b.ts';`],
    [
      'components to types of queries',
      'components/sync/a.tsx',
      "import { type B } from '#lib/queries/b.ts';",
    ],
    ['components to words of core', 'components/sync/a.tsx', "import { CAUSES } from '#lib/core/causes.ts';"],
    ['a page family to shared looks', 'components/sync/a.tsx', "import { B } from '#components/ui/b.tsx';"],
    [
      'a page to its own parts and those above',
      'app/a/b/page.tsx',
      "import { c } from './c.ts';\nimport { d } from '../d.ts';",
    ],
    [
      'a route handler to the one place of errors',
      'app/healthz/route.ts',
      "import { respond } from '#app/api/respond.ts';",
    ],
    [
      "the simulator's test to the wire",
      'e2e/simulator/a.test.ts',
      "import { b } from '#lib/azure/subscriptions/wire.ts';",
    ],
    ['anyone to a package', 'lib/core/a.ts', "import Big from 'big.js';"],
    [
      'what only looks like an import',
      'lib/core/a.ts',
      "// import { b } from '#lib/db/b.ts';\nconst text = \"import { b } from '#lib/db/b.ts'\";",
    ],
  ];
  it.each(allowed)('accepts %s', (_name, path, text) => {
    expect(problemsIn({ [path]: text })).toEqual([]);
  });
});

describe('other rules of the house', () => {
  const broken: [string, string, string, string][] = [
    [
      'the environment outside of its reader',
      'lib/sync/a.ts',
      'const a = process.env.A;',
      'lib/config.ts only',
    ],
    ['the environment taken apart', 'lib/sync/a.ts', 'const { env } = process;', 'lib/config.ts only'],
    ['a fetch outside of the Azure room', 'lib/sync/a.ts', "await fetch('x');", 'may fetch'],
    ['a fetch by its long name', 'app/page.tsx', "globalThis.fetch('x');", 'may fetch'],
    ['a clock in core', 'lib/core/a.ts', 'const now = Date.now();', 'no clock'],
    ['a date of now in core', 'lib/core/a.ts', 'const now = new Date();', 'no clock'],
    ['a date of now in core, without brackets', 'lib/core/a.ts', 'const now = new Date;', 'no clock'],
    ['any as a type', 'lib/core/a.ts', `export const a = (b: ${GIVEN_UP}) => b;`, 'any is not a type'],
    ['any within a list', 'lib/core/a.ts', `type A = Map<string, ${GIVEN_UP}>;`, 'any is not a type'],
    ['any by a cast', 'lib/core/a.ts', `const a = 1 as ${GIVEN_UP};`, 'any is not a type'],
    ['a silenced type error', 'lib/core/a.ts', '// @ts-expect-error\nconst a = 1;', 'not silenced'],
    ['a skipped test', 'lib/core/a.test.ts', `it.${'skip'}('a', () => {});`, 'skipped'],
    ['a test that runs alone', 'lib/core/a.test.ts', `describe.${'only'}('a', () => {});`, 'skipped'],
    [
      'a skipped table of tests',
      'lib/core/a.test.ts',
      `it.each([1]).skip; it.concurrent.${'skip'}('a', f);`,
      'skipped',
    ],
    ['a skipped browser test', 'e2e/a.spec.ts', `test.${'fixme'}('a', async () => {});`, 'skipped'],
    ['a query that the browser could load', 'lib/queries/a.ts', 'export const a = 1;', 'server-only'],
    [
      'a command that imports something first',
      'lib/commands/a.ts',
      "import b from 'b';\nimport 'server-only';",
      'server-only',
    ],
    ['a name that says nothing', 'lib/core/utils.ts', 'export const a = 1;', 'says nothing'],
    ['a name in another case', 'lib/core/someThing.ts', 'export const a = 1;', 'kebab-case'],
    ['a file too long', 'lib/core/a.ts', 'const a = 1;\n'.repeat(401), '401 lines'],
    ['a file in no room', 'lib/extras/a.ts', 'export const a = 1;', 'no room'],
    ['code within a template', 'lib/core/a.ts', 'const a = `${Date.now()}`;', 'no clock'],
  ];
  it.each(broken)('refuses %s', (_name, path, text, message) => {
    const problems = problemsIn({ [path]: text });
    expect(problems[0]).toContain(message);
    expect(problems[0]).toContain(`${path}:`);
  });

  const fine: [string, string, string][] = [
    ['the environment in its reader', 'lib/config.ts', 'const a = process.env;'],
    ['a fetch in the Azure room', 'lib/azure/a.ts', "await fetch('x');"],
    ['a method that is called fetch', 'lib/sync/a.ts', "store.fetch('x');"],
    ['a date of a given instant in core', 'lib/core/a.ts', "const a = new Date('2026-11-01');"],
    [
      'words about any and clocks',
      'lib/core/a.ts',
      `// any Date.now()\nconst a = 'b as ${GIVEN_UP}';\nconst ${GIVEN_UP} = 1;`,
    ],
    ['a shape without a query', 'lib/queries/schemas/a.ts', 'export const a = 1;'],
    ['a file of 400 lines', 'lib/core/a.ts', 'const a = 1;\n'.repeat(400)],
    [
      'quotes within a regular expression',
      'lib/core/a.ts',
      "const a = /['\"]/;\nconst b = text.replace(/\\/\\/'/g, '');",
    ],
  ];
  it.each(fine)('accepts %s', (_name, path, text) => {
    expect(problemsIn({ [path]: text })).toEqual([]);
  });

  it('finds a circle of imports and names its files, once', () => {
    const problems = problemsIn({
      'lib/core/a.ts': "import { b } from './b.ts';",
      'lib/core/b.ts': "import { c } from '#lib/core/c.ts';",
      'lib/core/c.ts': "import { a } from './a.ts';",
    });
    expect(problems).toEqual([
      'lib/core/a.ts:1: imports itself in a circle: lib/core/a.ts -> lib/core/b.ts -> lib/core/c.ts -> lib/core/a.ts',
    ]);
  });

  it('takes no offence at a circle of types', () => {
    const files = {
      'lib/core/a.ts': "import { b } from './b.ts';",
      'lib/core/b.ts': "import type { A } from './a.ts';",
    };
    expect(problemsIn(files)).toEqual([]);
  });

  it('tells the line', () => {
    expect(problemsIn({ 'lib/core/a.ts': 'const a = 1;\n\nconst b = Date.now();' })[0]).toContain(
      'lib/core/a.ts:3:',
    );
  });
});
