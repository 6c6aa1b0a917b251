import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { cellOf, isTyping, nextWithin } from '#components/ui/cell-keys.ts';

/** The cell that the keyboard stands on; row -1 is the head. */
export type Spot = { row: number; column: number };

export const HEAD_ROW = -1;

type SpotProps = {
  table: RefObject<HTMLTableElement | null>;
  rows: number;
  columns: number;
  /** Brings a row into view, so that it exists. */
  reveal: (row: number) => void;
  /** Rows that a page of the keyboard goes. */
  page: () => number;
  select: ((row: number) => void) | null;
};

const between = (least: number, value: number, most: number): number =>
  Math.max(least, Math.min(value, most));

type Move = (spot: Spot, far: boolean) => Spot;

/** Moves the focus as the grid pattern of WAI-ARIA has it: one stop of the Tab key, arrows within. */
export function useSpot({ table, rows, columns, reveal, page, select }: SpotProps) {
  const [spot, setSpot] = useState<Spot>({ row: 0, column: 0 });
  const follows = useRef(false);
  const last = rows - 1;
  const end = columns - 1;
  const moves: Readonly<Record<string, Move>> = {
    ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
    ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
    ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
    ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
    PageDown: ({ row, column }) => ({ row: row + page(), column }),
    PageUp: ({ row, column }) => ({ row: Math.max(0, row - page()), column }),
    Home: ({ row }, far) => ({ row: far ? 0 : row, column: 0 }),
    End: ({ row }, far) => ({ row: far ? last : row, column: end }),
  };

  useEffect(() => {
    if (!follows.current) return;
    const cell = cellAt(table.current, spot);
    if (cell === null) return;
    follows.current = false;
    cell.focus();
  });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const cell = cellOf(event.target);
    if (cell === null || event.altKey || isTyping(event.target)) return;
    const isCell = event.target === cell;
    const move = moves[event.key];
    if (move !== undefined) {
      const next = move(spot, event.ctrlKey || event.metaKey);
      const row = between(HEAD_ROW, next.row, last);
      follows.current = true;
      setSpot({ row, column: between(0, next.column, end) });
      if (row !== HEAD_ROW) reveal(row);
    } else if (event.key === 'Enter' && isCell) {
      const link =
        cell.querySelector('a') ?? (spot.row === HEAD_ROW ? null : cell.closest('tr')?.querySelector('a'));
      (link ?? cell.querySelector('button'))?.click();
    } else if (event.key === 'F2') {
      nextWithin(cell, event.target)?.focus();
    } else if (event.key === 'Escape' && !isCell) {
      cell.focus();
    } else if (event.key === ' ' && isCell && select !== null && spot.row !== HEAD_ROW) {
      select(spot.row);
    } else return;
    event.preventDefault();
  };

  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const at = spotOf(cellOf(event.target));
    if (at !== null && (at.row !== spot.row || at.column !== spot.column)) setSpot(at);
  };

  return { spot, onKeyDown, onFocus };
}

/** The head is the first row of a grid, and rows are counted from 1. */
const FIRST_ROW = 2;

function cellAt(table: HTMLTableElement | null, { row, column }: Spot): HTMLTableCellElement | null {
  const line = table?.querySelector<HTMLTableRowElement>(`tr[aria-rowindex="${row + FIRST_ROW}"]`);
  return line?.cells[column] ?? null;
}

function spotOf(cell: HTMLTableCellElement | null): Spot | null {
  const line = cell?.closest('tr')?.getAttribute('aria-rowindex') ?? null;
  return cell === null || line === null ? null : { row: Number(line) - FIRST_ROW, column: cell.cellIndex };
}
