import type { Page } from '@playwright/test';

const DATA_OF = [
  'customers?limit=500',
  'subscriptions?limit=500',
  'roles?limit=500',
  'links?limit=500',
  'findings?limit=500',
  'costs?groupBy=service',
  'costs?groupBy=resource-group',
  'overview',
  'changes',
  'sync/runs',
  'audit',
  'imports',
  'settings',
  'settings/people',
];

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const inside of Object.values(value)) yield* stringsIn(inside);
  }
}

/** Everything of Azure and of the API: names, ids, codes and Azure's own words, which no language changes. */
export async function dataOf(page: Page, azure: object, further: readonly string[]): Promise<string[]> {
  const data = new Set<string>(stringsIn(azure));
  for (const path of [...DATA_OF, ...further]) {
    const response = await page.request.get(`/api/v1/${path}`);
    for (const text of stringsIn(response.ok() ? await response.json() : null)) data.add(text.trim());
  }
  return [...data].filter((text) => text.length > 2).toSorted((a, b) => b.length - a.length);
}

/** What the page shows or says outside the brackets of the pseudo-language. */
const outsideBrackets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    // Code is the same in every language, and so are the languages' own names.
    const SILENT = 'script, style, noscript, code, [lang]:not(html)';
    const found: string[] = [];
    let depth = 0;
    const take = (text: string) => {
      let outside = '';
      for (const letter of text) {
        if (letter === '⟦') depth += 1;
        else if (letter === '⟧') depth -= 1;
        else if (depth === 0) outside += letter;
      }
      if (outside.trim() !== '') found.push(outside.trim());
    };
    const walker = document.createTreeWalker(
      document.documentElement,
      NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Element) {
        if (depth > 0 || node.closest(SILENT) !== null) continue;
        for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'data-label']) {
          take(node.getAttribute(name) ?? '');
        }
      } else if (node.parentElement?.closest(SILENT) === null) take(node.textContent ?? '');
    }
    return found;
  });

/** Names of the product, keys of the keyboard, kinds of files, months and money as the language writes them. */
const OF_NO_LANGUAGE =
  /Simulated Azure|Pecboard|Ctrl K|CSV|Excel|UTC|Pec\.(Viewer|Support|Admin)|\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b|\b(and|US\$|[A-Z]{3})\b|[0-9a-f]{8}-[0-9a-f-]{27,}|\b[A-Z]+(_[A-Z]+)+\b/g;

/** Texts of the page that are neither data nor translated. */
export async function untranslatedOn(page: Page, data: readonly string[]): Promise<string[]> {
  const faults = (await outsideBrackets(page)).filter((text) => {
    let left = text;
    for (const known of data) left = left.replaceAll(known, ' ');
    return /\p{L}{3}/u.test(left.replaceAll(OF_NO_LANGUAGE, ' '));
  });
  return [...new Set(faults)];
}
