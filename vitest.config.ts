import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const fromRoot = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const tests = ['{app,components,lib,scripts,e2e}/**/*.test.{ts,tsx}', '*.test.ts'];
/** Rooms whose tests run on both databases; everything else is tested without services. */
const onDatabases = ['{app,lib/commands,lib/db,lib/queries,lib/sync}/**/*.test.{ts,tsx}'];

/** Tests that leave nothing behind in their process: one module graph for all files takes a quarter of the time. */
const pure = ['lib/core/**/*.test.ts', '{components,lib/{auth,azure,config,texts}}/**/*.test.{ts,tsx}'];

/** Half a minute and more of one worker: begun last, they would keep the others waiting. */
const LONG = [
  'e2e/faults/faults',
  'e2e/crashes/crashes',
  'e2e/readers/older-months',
  'e2e/readers/older-months-by-query',
].map((name) => fromRoot(`${name}.test.ts`));

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.includes(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  // Outside Next the package throws on import; its own empty module is what Next takes on the server.
  resolve: { alias: { 'server-only': fromRoot('node_modules/server-only/empty.js') } },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    allowOnly: false,
    restoreMocks: true,
    // One less than the processors unless said, which is half of a machine that has two.
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    sequence: { sequencer: LongFirst },
    projects: [
      { extends: true, test: { name: 'core', include: pure, isolate: false } },
      {
        extends: true,
        test: { name: 'unit', include: tests, exclude: [...pure, ...onDatabases, 'node_modules/**'] },
      },
      {
        extends: true,
        test: { name: 'database', include: onDatabases, globalSetup: ['lib/db/testing/global-setup.ts'] },
      },
    ],
  },
});
