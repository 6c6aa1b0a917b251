import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

type Look = NonNullable<Parameters<Page['emulateMedia']>[0]>;

const EVERY_RULE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** Without motion: a colour half-way between two is none of ours. */
const LIGHT: Look = { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' };
/** The elements of a page are the same in every look: what its colours decide is looked at anew. */
const OTHER_LOOKS: readonly (readonly [name: string, look: Look])[] = [
  ['dark', { colorScheme: 'dark', forcedColors: 'none' }],
  ['forced colours', { colorScheme: 'dark', forcedColors: 'active' }],
];

async function faultsBy(page: Page, within: string | null, rules: readonly string[] | null) {
  // Of one document, and without a list of all that is right: a page of 2,000 elements takes a third of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  if (within !== null) axe.include(within);
  const { violations } = await (
    rules === null ? axe.withTags(EVERY_RULE) : axe.withRules([...rules])
  ).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html} ${failureSummary}`),
  );
}

/** Of what stands above the page axe cannot tell the background, and says nothing: so all else goes out of sight. */
async function showAlone(page: Page, part: string): Promise<void> {
  await page.evaluate((selector) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `body * { visibility: hidden !important } ${selector}, ${selector} * { visibility: visible !important }`,
    );
    document.adoptedStyleSheets = [sheet];
  }, part);
}
const showAll = (page: Page): Promise<void> => page.evaluate(() => void (document.adoptedStyleSheets = []));

/** What of the page as it stands, or of a part of it, not everyone can read and use in the light look. */
export async function faultsInLight(page: Page, within: string | null = null): Promise<string[]> {
  await page.emulateMedia(LIGHT);
  return faultsBy(page, within, null);
}

/** In the light look, in the dark one and in forced colours; the page stays in the last. */
export async function faultsIn(page: Page, within: string | null = null): Promise<string[]> {
  const isAbove = within !== null && /^dialog|:popover-open$/.test(within);
  if (isAbove) await showAlone(page, within);
  const faults = await faultsInLight(page, within);
  for (const [name, look] of OTHER_LOOKS) {
    await page.emulateMedia(look);
    const found = await faultsBy(page, within, RULES_OF_COLOUR);
    faults.push(...found.map((fault) => `${name}: ${fault}`));
  }
  if (isAbove) await showAll(page);
  return faults;
}
