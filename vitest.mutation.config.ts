import { defineConfig } from 'vitest/config';

/** Tests that judge: what `npm run mutation` breaks has to be noticed by them. */
export default defineConfig({
  test: {
    include: ['lib/core/**/*.test.ts'],
    exclude: ['lib/core/{properties,remedies,roles,money,sync}.test.ts', 'node_modules/**'],
  },
});
