import type { GridRow, GridWindow, ShownGrid } from './grid-shape.ts';

export const WINDOW_ROWS = 60;
/** More are forgotten again, the longest unread first. */
const MOST_WINDOWS = 40;
/** While something writes without end, what is in view is read anew this often, and not without end. */
export const CALM_MS = 5000;

type ReadWindow = { first: number; version: string; readAtMs: number };

/** Rows of a view as far as they were read, by their place. */
export type HeldRows = {
  /** What the server gave with the page. */
  given: readonly GridRow[];
  /** Of the view: with another one everything starts anew. */
  source: string;
  /** The newest that anything was read at. */
  version: string;
  total: number;
  rows: ReadonlyMap<number, GridRow>;
  windows: readonly ReadWindow[];
};

const placed = (rows: readonly GridRow[], offset: number): [number, GridRow][] =>
  rows.map((row, index) => [offset + index, row]);

/** What came with the page; rows of the same view that were read before stay until they are read anew. */
export function takeGiven(
  { rows, version, total, offset, source }: ShownGrid,
  before: HeldRows | null,
): HeldRows {
  const same = before !== null && before.source === source ? before : null;
  const earlier = [...(same?.rows ?? [])].filter(([place]) => place < total);
  return {
    ...{ given: rows, source, version, total, windows: same?.windows ?? [] },
    rows: new Map([...earlier, ...placed(rows, offset)]),
  };
}

/** Adds a window. What was read of an older state stays in view until it is read anew: nobody sees rows go and come. */
export function addWindow(
  held: HeldRows,
  { first, readAtMs }: { first: number; readAtMs: number },
  { version, total, rows: read }: GridWindow,
): HeldRows {
  const windows = [...held.windows.filter((window) => window.first !== first), { first, version, readAtMs }];
  const rows = new Map([...held.rows, ...placed(read, first)]);
  if (total < held.total) for (const place of [...rows.keys()]) if (place >= total) rows.delete(place);
  for (const { first: oldest } of windows.splice(0, Math.max(0, windows.length - MOST_WINDOWS))) {
    for (let place = oldest; place < oldest + WINDOW_ROWS; place += 1) rows.delete(place);
  }
  return { ...held, version, total, rows, windows };
}

export type Range = { first: number; last: number };

/** Which windows of a range are to be read now, and in how long the next of them is; null: none will be. */
export function dueWindows(
  { rows, total, windows, version }: HeldRows,
  { first, last }: Range,
  nowMs: number,
): { now: number[]; nextInMs: number | null } {
  const now: number[] = [];
  const later: number[] = [];
  for (let start = first - (first % WINDOW_ROWS); start <= Math.min(last, total - 1); start += WINDOW_ROWS) {
    const read = windows.find((window) => window.first === start);
    const calmMs = read === undefined ? 0 : read.readAtMs + CALM_MS - nowMs;
    const isOld = read !== undefined && read.version !== version;
    const end = Math.min(start + WINDOW_ROWS, last + 1, total);
    if (isMissing(rows, Math.max(start, first), end) || (isOld && calmMs <= 0)) now.push(start);
    else if (isOld) later.push(calmMs);
  }
  return { now, nextInMs: later.length === 0 ? null : Math.min(...later) };
}

function isMissing(rows: HeldRows['rows'], start: number, end: number): boolean {
  for (let place = start; place < end; place += 1) if (!rows.has(place)) return true;
  return false;
}
