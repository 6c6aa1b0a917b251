import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { isLive, whenLive } from './when-live.ts';

type Times = { painted: number; run: number };

declare global {
  var runtimeMs: number | undefined;
}

/** Tells when the last script began to run that makes pages live: it takes the place of what others left for it. */
const watchRuntime = (page: Page) =>
  page.addInitScript(() => {
    let held: unknown;
    Object.defineProperty(globalThis, 'TURBOPACK', {
      get: () => held,
      set: (value: unknown) => {
        held = value;
        if (!Array.isArray(value)) globalThis.runtimeMs = performance.now();
      },
    });
  });

/** In milliseconds of the page. */
const timesOf = (page: Page): Promise<Times> =>
  page.evaluate(() => ({
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    run: globalThis.runtimeMs ?? Number.NaN,
  }));

/** What waits for long waits for ever: whatever becomes live did not need that. */
const withoutLongTimers = (page: Page) =>
  page.addInitScript(() => {
    const real = window.setTimeout;
    const never = (work: () => void, delay?: number): number =>
      (delay ?? 0) >= 2000 ? 0 : Number(real(work, delay));
    Object.defineProperty(window, 'setTimeout', { value: never });
  });

test('a page is painted before the scripts that make it live run, which are fetched meanwhile', async ({
  page,
}) => {
  await watchRuntime(page);
  // Nothing is painted without it, while scripts are here within moments.
  await page.route('**/*.css', async (route) => {
    await new Promise((done) => {
      setTimeout(done, 500);
    });
    await route.continue();
  });
  for (const path of ['/', '/customers']) {
    await page.goto(path);
    await whenLive(page);
    const { painted, run } = await timesOf(page);
    expect(run).toBeGreaterThanOrEqual(painted);
    const ahead = await page.locator('link[rel="preload"][as="script"]').count();
    expect(ahead).toBeGreaterThan(2);
  }
});

test.describe('where nothing tells of a paint', () => {
  test('a page in the background becomes live', async ({ page }) => {
    await withoutLongTimers(page);
    await page.addInitScript(() => {
      Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
      window.requestAnimationFrame = () => 0;
    });
    await page.goto('/');
    await expect.poll(() => isLive(page)).toBe(true);
  });

  test('a page that no browser paints becomes live all the same', async ({ page }) => {
    await page.addInitScript(() => {
      window.requestAnimationFrame = () => 0;
    });
    await page.goto('/');
    await expect.poll(() => isLive(page)).toBe(true);
  });

  test('a browser that knows no such entries does not wait for one', async ({ page }) => {
    await withoutLongTimers(page);
    await page.addInitScript(() => {
      Object.defineProperty(PerformanceObserver, 'supportedEntryTypes', { get: () => [] });
      performance.getEntriesByName = () => [];
    });
    await page.goto('/');
    await expect.poll(() => isLive(page)).toBe(true);
  });

  test.describe('and nothing is drawn before scripts do', () => {
    test.use({ provokedErrors: /status of 404/ });

    test('a page that is not there says so', async ({ page }) => {
      await withoutLongTimers(page);
      await page.goto('/nowhere');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    });
  });
});
