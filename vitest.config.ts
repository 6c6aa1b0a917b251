import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const fromRoot = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  // Outside Next the package throws on import; its own empty module is what Next takes on the server.
  resolve: { alias: { 'server-only': fromRoot('node_modules/server-only/empty.js') } },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    include: ['{app,components,lib,scripts,e2e}/**/*.test.{ts,tsx}', '*.test.ts'],
    allowOnly: false,
    restoreMocks: true,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
