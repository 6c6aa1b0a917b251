'use client';
import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import { cellOf, isTyping, nextWithin, usableIn } from './cell-keys.ts';

type Spot = { row: number; column: number };

/** Of the rows and of the cells of one, as many as there are. */
type Move = (spot: Spot, size: { rows: number; page: number; far: boolean }) => Spot;

const MOVES: Readonly<Record<string, Move>> = {
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  PageDown: ({ row, column }, { page }) => ({ row: row + page, column }),
  PageUp: ({ row, column }, { page }) => ({ row: row - page, column }),
  Home: ({ row }, { far }) => ({ row: far ? 0 : row, column: 0 }),
  End: ({ row }, { far, rows }) => ({ row: far ? rows - 1 : row, column: Number.MAX_SAFE_INTEGER }),
};

/**
 * Makes the table within a grid of WAI-ARIA: one stop of the Tab key, arrows, Enter, Space and F2 within. For tables
 * that the server draws whole; without script they stay what they are.
 */
export function TableKeys({ children }: { children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  const spot = useRef<Spot>({ row: 1, column: 0 });
  // Rows may have come or gone with whatever was drawn.
  useEffect(() => {
    const table = frame.current?.querySelector('table');
    if (table === null || table === undefined) return;
    makeGrid(table);
    cellAt(table, spot.current)?.setAttribute('tabindex', '0');
  });

  const standOn = (cell: HTMLTableCellElement): void => {
    const table = cell.closest('table');
    if (table === null) return;
    for (const one of table.querySelectorAll('[tabindex="0"]')) one.setAttribute('tabindex', '-1');
    cell.setAttribute('tabindex', '0');
    spot.current = spotOf(table, cell);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const cell = cellOf(event.target);
    const table = cell?.closest('table');
    if (cell === null || !table || event.altKey || isTyping(event.target)) return;
    if (!answerKey(event, cell, table)) return;
    event.preventDefault();
  };

  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    const cell = cellOf(event.target);
    if (cell !== null) standOn(cell);
  };

  return (
    // The table within is what takes part; the frame only listens.
    <div ref={frame} role="presentation" onKeyDown={onKeyDown} onFocus={onFocus}>
      {children}
    </div>
  );
}

/** Whether the key meant something here. */
function answerKey(
  event: KeyboardEvent<HTMLElement>,
  cell: HTMLTableCellElement,
  table: HTMLTableElement,
): boolean {
  const isCell = event.target === cell;
  const move = MOVES[event.key];
  if (move !== undefined) {
    const rows = rowsOf(table);
    const size = { rows: rows.length, page: pageOf(cell), far: event.ctrlKey || event.metaKey };
    cellAt(table, move(spotOf(table, cell), size))?.focus();
    return true;
  }
  if (event.key === 'F2') nextWithin(cell, event.target)?.focus();
  else if (event.key === 'Escape' && !isCell) cell.focus();
  else if (event.key === 'Enter' && isCell) linkOf(cell)?.click();
  else if (event.key === ' ' && isCell) tickOf(cell)?.click();
  else return false;
  return true;
}

const rowsOf = (table: HTMLTableElement): HTMLTableRowElement[] =>
  [...(table.tHead?.rows ?? []), ...[...table.tBodies].flatMap((body) => [...body.rows])].filter(
    (row) => row.getClientRects().length > 0,
  );

function makeGrid(table: HTMLTableElement): void {
  table.setAttribute('role', 'grid');
  for (const cell of table.querySelectorAll<HTMLTableCellElement>('th, td')) {
    if (cell.getAttribute('role') === 'cell') cell.setAttribute('role', 'gridcell');
    if (cell.closest('tfoot') !== null) continue;
    cell.setAttribute('tabindex', '-1');
    for (const one of usableIn(cell)) one.setAttribute('tabindex', '-1');
  }
}

const between = (least: number, value: number, most: number): number =>
  Math.max(least, Math.min(value, most));

function cellAt(table: HTMLTableElement, { row, column }: Spot): HTMLTableCellElement | null {
  const rows = rowsOf(table);
  const cells = rows[between(0, row, rows.length - 1)]?.cells;
  return cells?.[between(0, column, cells.length - 1)] ?? null;
}

const spotOf = (table: HTMLTableElement, cell: HTMLTableCellElement): Spot => ({
  row: rowsOf(table).findIndex((row) => row === cell.parentElement),
  column: cell.cellIndex,
});

/** Rows that fit the window. */
const pageOf = (cell: HTMLTableCellElement): number =>
  Math.max(1, Math.floor(window.innerHeight / Math.max(1, cell.offsetHeight)) - 2);

const linkOf = (cell: HTMLTableCellElement): HTMLElement | null =>
  cell.querySelector('a') ?? cell.closest('tr')?.querySelector('a') ?? cell.querySelector('button');

const tickOf = (cell: HTMLTableCellElement): HTMLElement | null =>
  cell.closest('tr')?.querySelector<HTMLElement>('input[type=checkbox]') ?? null;
