import { defineConfig, devices } from '@playwright/test';

const executablePath = process.env['PECBOARD_CHROMIUM'];
const isRoot = process.getuid?.() === 0;

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Journeys that take longest begin first, so that none is left alone at the end while the other worker is idle. */
const LONG = ['accessibility', 'workers', 'cost-ways', 'bad-input', 'restart', 'random-requests', 'gaps'].map(
  (name) => `${name}.spec.ts`,
);

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/made-stores.ts',
  projects: [
    { name: 'long', testMatch: LONG },
    { name: 'short', testMatch: '*.spec.ts', testIgnore: LONG },
  ],
  outputDir: 'test-results/browser',
  forbidOnly: true,
  retries: 0,
  // On two processors: some of them wait for Azure, most for the processor (docs/decisions/0017).
  workers: 3,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    ...devices['Desktop Chrome'],
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      // Chromium's sandbox does not run as root.
      chromiumSandbox: !isRoot,
      args: QUIET,
    },
  },
});
