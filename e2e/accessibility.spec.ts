import { pagesOfTree } from './app-routes.ts';
import { everyPage } from './every-page.ts';
import { faultsIn, faultsInLight } from './examine.ts';
import { expect, test } from './fixtures.ts';
import { faultsOfOpened } from './open-parts.ts';

/** Rows enough to have every kind of them, and no more: the rules look at every element. */
const FEW_ROWS: Readonly<Record<string, string>> = {
  '/customers': '/customers?limit=12',
  '/subscriptions': '/subscriptions?limit=12',
  '/costs': '/costs?limit=12&groupBy=class',
  '/roles': '/roles?inUse=true',
};

/** What is looked at beside the page as it comes is shared out, for elements are the same in each language. */
const LANGUAGES = [
  { name: 'English', locale: 'en-GB', besides: 'what opens' },
  { name: 'Dutch', locale: 'nl-NL', besides: 'a telephone' },
] as const;

const WIDE = { width: 1280, height: 720 };
const TELEPHONE = { width: 390, height: 844 };

test.use({ provokedErrors: /status of 404/ });

for (const { name, locale, besides } of LANGUAGES) {
  test(`every page can be read and used by everyone in ${name}, light, dark and in forced colours, and ${besides}`, async ({
    browser,
    stack,
  }) => {
    test.setTimeout(240_000);
    const context = await browser.newContext({ locale, baseURL: stack.url, viewport: WIDE });
    const page = await context.newPage();
    const faults: string[] = [];
    const opened = new Set<string>();
    for (const path of await everyPage(stack)) {
      await page.setViewportSize(WIDE);
      await page.goto(FEW_ROWS[path] ?? path);
      // As it is in use: with its scripts, and every row that is in sight.
      await page.waitForLoadState('networkidle');
      const found = await faultsIn(page);
      if (besides === 'what opens') found.push(...(await faultsOfOpened(page, opened)));
      else {
        // Cards stand where tables were.
        await page.setViewportSize(TELEPHONE);
        const narrow = await faultsInLight(page);
        found.push(...narrow.map((fault) => `on a telephone: ${fault}`));
      }
      faults.push(...found.map((fault) => `${path}: ${fault}`));
    }
    expect(faults).toEqual([]);
    if (besides === 'what opens') expect(opened.size).toBeGreaterThan(15);
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
