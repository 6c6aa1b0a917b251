import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions } from '@playwright/test';
import { pagesOfTree } from './app-routes.ts';
import { everyPage } from './every-page.ts';
import { expect, test } from './fixtures.ts';

const EVERY_RULE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rows enough to have every kind of them, and no more: the rules look at every element. */
const FEW_ROWS: Readonly<Record<string, string>> = {
  '/customers': '/customers?limit=12',
  '/subscriptions': '/subscriptions?limit=12',
  '/costs': '/costs?limit=12&groupBy=class',
  '/roles': '/roles?inUse=true',
};

const LOOKS: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ['in light colours, in English', { locale: 'en-GB', colorScheme: 'light' }],
  ['in dark colours, in Dutch', { locale: 'nl-NL', colorScheme: 'dark' }],
  ['in forced colours, in Dutch', { locale: 'nl-NL', colorScheme: 'dark', forcedColors: 'active' }],
];

test.use({ provokedErrors: /status of 404/ });

for (const [name, options] of LOOKS) {
  test(`every page can be read and used by everyone ${name}`, async ({ browser, stack }) => {
    test.setTimeout(240_000);
    const context = await browser.newContext({ ...options, baseURL: stack.url });
    const page = await context.newPage();
    const faults: string[] = [];
    for (const path of await everyPage(stack)) {
      await page.goto(FEW_ROWS[path] ?? path);
      // As it is in use: with its scripts, and every row that is in sight.
      await page.waitForLoadState('networkidle');
      const { violations } = await new AxeBuilder({ page }).withTags(EVERY_RULE).analyze();
      for (const { id, nodes } of violations) {
        for (const { html, failureSummary = '' } of nodes) {
          faults.push(`${path}: ${id}: ${html} ${failureSummary}`);
        }
      }
    }
    expect(faults).toEqual([]);
    await context.close();
  });
}

test('no page of the source is left out', async ({ stack }) => {
  const paths = await everyPage(stack);
  const isExamined = (page: string): boolean => {
    const pattern = new RegExp(`^${page.replace(/:\w+/g, '[^/?]+')}$`);
    return paths.some((path) => pattern.test(path));
  };
  const signInAlone = /^\/sign-in/;
  expect(pagesOfTree().filter((page) => !signInAlone.test(page) && !isExamined(page))).toEqual([]);
});
