import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['e2e/contracts/**/*.contract.ts'],
    allowOnly: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
