import { defineConfig } from 'vitest/config';

/** Tests that judge: what `npm run mutation` breaks has to be noticed by them. */
export default defineConfig({
  test: {
    // These tests share no state; one module graph for all files takes a quarter of the time.
    isolate: false,
    include: ['lib/core/**/*.test.ts'],
    exclude: [
      'lib/core/{properties,remedies,roles,money,sync}.test.ts',
      'lib/core/remedies/**',
      'node_modules/**',
    ],
  },
});
