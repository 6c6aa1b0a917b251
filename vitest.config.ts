import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const fromRoot = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const tests = ['{app,components,lib,scripts,e2e}/**/*.test.{ts,tsx}', '*.test.ts'];
/** Rooms whose tests run on both databases; everything else is tested without services. */
const onDatabases = ['{app,lib/commands,lib/db,lib/queries,lib/sync}/**/*.test.{ts,tsx}'];

/** Tests that leave nothing behind in their process: one module graph for all files takes a quarter of the time. */
const pure = ['lib/core/**/*.test.ts', '{components,lib/{auth,azure,config,texts}}/**/*.test.{ts,tsx}'];

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
