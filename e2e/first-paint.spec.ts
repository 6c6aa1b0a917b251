import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { isLive, whenLive } from './when-live.ts';

/** In milliseconds of the page: when it was painted, and when each script that makes it live was asked for. */
const timesOf = (page: Page): Promise<{ painted: number; asked: number[] }> =>
  page.evaluate(() => {
    const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
    const starter = scripts.find(({ name }) => /\/start-[\da-f]+\.js$/.test(name));
    const ofStarter = [...document.head.querySelectorAll<HTMLScriptElement>('script:not([nonce])')].map(
      ({ src }) => src,
    );
    return {
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      asked:
        starter === undefined
          ? []
          : scripts.filter(({ name }) => ofStarter.includes(name)).map(({ startTime }) => startTime),
    };
  });

/** What waits for long waits for ever: whatever becomes live did not need that. */
const withoutLongTimers = (page: Page) =>
  page.addInitScript(() => {
    const real = window.setTimeout;
    const never = (work: () => void, delay?: number): number =>
      (delay ?? 0) >= 2000 ? 0 : Number(real(work, delay));
    Object.defineProperty(window, 'setTimeout', { value: never });
  });

test('a page is painted before the scripts that make it live are asked for', async ({ page }) => {
  for (const path of ['/', '/customers']) {
    await page.goto(path);
    await whenLive(page);
    const { painted, asked } = await timesOf(page);
    expect(asked.length).toBeGreaterThan(2);
    expect(Math.min(...asked)).toBeGreaterThanOrEqual(painted);
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
});
