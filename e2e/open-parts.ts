import type { Page } from '@playwright/test';
import { faultsIn } from './examine.ts';

const LOOKED_AT = 'data-looked-at';

/** Marks closed parts of which no part of the same kind was seen, and gives the kinds of those that it marked. */
const markNewKinds = (page: Page, parts: string, seen: readonly string[]): Promise<string[]> =>
  page.evaluate(
    ([selector, mark, known]) => {
      const kinds = new Set(known);
      const added: string[] = [];
      for (const part of document.querySelectorAll(selector)) {
        const elements = [part, ...part.querySelectorAll('*')];
        const names = elements.map((one) => `${one.tagName}.${one.getAttribute('class') ?? ''}`);
        const kind = [...new Set(names)].toSorted().join(' ');
        part.toggleAttribute(mark, !kinds.has(kind));
        if (kinds.has(kind)) continue;
        kinds.add(kind);
        added.push(kind);
      }
      return added;
    },
    [parts, LOOKED_AT, seen] as const,
  );

/**
 * What not everyone can read and use of what opens on a page: details all together, for they stand below each other,
 * and menus one by one. One of each kind; `seen` holds those of the pages before.
 */
export async function faultsOfOpened(page: Page, seen: Set<string>): Promise<string[]> {
  const faults: string[] = [];
  const details = await markNewKinds(page, 'details:not([open])', [...seen]);
  if (details.length > 0) {
    for (const kind of details) seen.add(kind);
    await page
      .locator(`details[${LOOKED_AT}]`)
      .evaluateAll((parts) => parts.forEach((part) => part.setAttribute('open', '')));
    faults.push(...(await faultsIn(page, `details[${LOOKED_AT}]`)));
  }
  const menus = await markNewKinds(page, '[popover]', [...seen]);
  for (const kind of menus) seen.add(kind);
  const marked = page.locator(`[popover][${LOOKED_AT}]`);
  for (let index = 0; index < menus.length; index += 1) {
    await marked.nth(index).evaluate((menu) => menu instanceof HTMLElement && menu.showPopover());
    faults.push(...(await faultsIn(page, '[popover]:popover-open')));
  }
  return faults;
}
