import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
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

const LANGUAGES = [
  ['English', 'en-GB'],
  ['Dutch', 'nl-NL'],
] as const;

type Look = NonNullable<Parameters<Page['emulateMedia']>[0]>;

const LIGHT: Look = { colorScheme: 'light', forcedColors: 'none' };
/** The elements of a page are the same in every look: what its colours decide is looked at anew. */
const OTHER_LOOKS: readonly (readonly [name: string, look: Look])[] = [
  ['dark', { colorScheme: 'dark', forcedColors: 'none' }],
  ['forced colours', { colorScheme: 'dark', forcedColors: 'active' }],
];
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

async function faultsIn(page: Page, examine: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  // Of one document, and without a list of all that is right: a page of 2,000 elements takes a third of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await examine(axe).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html} ${failureSummary}`),
  );
}

test.use({ provokedErrors: /status of 404/ });

for (const [name, locale] of LANGUAGES) {
  test(`every page can be read and used by everyone in ${name}, light, dark and in forced colours`, async ({
    browser,
    stack,
  }) => {
    test.setTimeout(240_000);
    const context = await browser.newContext({ locale, reducedMotion: 'reduce', baseURL: stack.url });
    const page = await context.newPage();
    const faults: string[] = [];
    for (const path of await everyPage(stack)) {
      await page.emulateMedia(LIGHT);
      await page.goto(FEW_ROWS[path] ?? path);
      // As it is in use: with its scripts, and every row that is in sight.
      await page.waitForLoadState('networkidle');
      const found = await faultsIn(page, (axe) => axe.withTags(EVERY_RULE));
      faults.push(...found.map((fault) => `${path}: ${fault}`));
      for (const [look, media] of OTHER_LOOKS) {
        await page.emulateMedia(media);
        const seen = await faultsIn(page, (axe) => axe.withRules(RULES_OF_COLOUR));
        faults.push(...seen.map((fault) => `${path}, ${look}: ${fault}`));
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
