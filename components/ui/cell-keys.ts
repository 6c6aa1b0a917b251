/** What the keyboard needs to know of a cell, in a grid that draws its rows as they are scrolled to and in a whole table. */
export const cellOf = (target: EventTarget): HTMLTableCellElement | null =>
  target instanceof Element ? target.closest<HTMLTableCellElement>('thead th, tbody th, tbody td') : null;

export const isTyping = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('input:not([type=checkbox]), select, textarea') !== null;

const USABLE = 'a, button, input, select, summary';

export const usableIn = (cell: HTMLElement): HTMLElement[] => [...cell.querySelectorAll<HTMLElement>(USABLE)];

/** What can be used within a cell, one after the other. */
export function nextWithin(cell: HTMLElement, from: EventTarget): HTMLElement | null {
  const all = usableIn(cell);
  return all[(all.findIndex((one) => one === from) + 1) % all.length] ?? null;
}
