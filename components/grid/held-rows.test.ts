import { expect, test } from 'vitest';
import type { GridRow, ShownGrid } from './grid-shape.ts';
import { addWindow, CALM_MS, dueWindows, takeGiven, WINDOW_ROWS, type HeldRows } from './held-rows.ts';

const rowsFrom = (first: number, count: number, of = ''): GridRow[] =>
  Array.from({ length: count }, (_, index) => ({ key: `${of}${first + index}`, cells: [] }));

const page = (changes: Partial<ShownGrid> = {}): ShownGrid => ({
  ...{ caption: '', heads: [], foot: [], offset: 0, source: '/api/rows/customers?' },
  ...{ version: '1', total: 1000, rows: rowsFrom(0, 20), ...changes },
});

const readAt = (held: HeldRows, first: number, version: string, readAtMs = 0): HeldRows =>
  addWindow(
    held,
    { first, readAtMs },
    { version, total: 1000, rows: rowsFrom(first, WINDOW_ROWS, `v${version} `) },
  );

const keyAt = (held: HeldRows, place: number) => held.rows.get(place)?.key;

test('any place is read as the window around it, and what is held is not read again', () => {
  const held = takeGiven(page(), null);
  expect(dueWindows(held, { first: 700, last: 712 }, 0).now).toEqual([660]);
  expect(dueWindows(held, { first: 715, last: 725 }, 0).now).toEqual([660, 720]);
  expect(dueWindows(readAt(held, 660, '1'), { first: 700, last: 712 }, 0)).toEqual({
    now: [],
    nextInMs: null,
  });
  expect(dueWindows(held, { first: 0, last: 19 }, 0).now).toEqual([]);
  expect(dueWindows(held, { first: 0, last: 20 }, 0).now).toEqual([0]);
});

test('rows of an older state stay in view until they are read anew, which is not done without end', () => {
  const held = readAt(readAt(takeGiven(page(), null), 600, '1', 0), 660, '2', 100);
  const range = { first: 640, last: 680 };
  expect(keyAt(held, 640)).toBe('v1 640');
  expect(dueWindows(held, range, 200)).toEqual({ now: [], nextInMs: CALM_MS - 200 });
  expect(dueWindows(held, range, CALM_MS).now).toEqual([600]);
  expect(keyAt(readAt(held, 600, '2', CALM_MS), 640)).toBe('v2 640');
});

test('a page rendered anew keeps what was read of the same view, and nothing of another', () => {
  const held = readAt(takeGiven(page(), null), 600, '1');
  const anew = takeGiven(page({ version: '2', rows: rowsFrom(0, 20, 'new ') }), held);
  expect([keyAt(anew, 0), keyAt(anew, 640)]).toEqual(['new 0', 'v1 640']);
  expect(dueWindows(anew, { first: 640, last: 650 }, CALM_MS).now).toEqual([600]);
  expect(keyAt(takeGiven(page({ source: '/api/rows/customers?q=a' }), held), 640)).toBeUndefined();
});

test('rows behind the end of a list that has become shorter are gone', () => {
  const held = readAt(takeGiven(page(), null), 600, '1');
  const shorter = addWindow(
    held,
    { first: 0, readAtMs: 0 },
    { version: '2', total: 610, rows: rowsFrom(0, 60) },
  );
  expect([keyAt(shorter, 609), keyAt(shorter, 610)]).toEqual(['v1 609', undefined]);
  expect(takeGiven(page({ total: 605, version: '3', rows: rowsFrom(0, 20) }), shorter).rows.has(609)).toBe(
    false,
  );
});

test('the longest unread windows are forgotten', () => {
  let held = takeGiven(page({ total: 10_000 }), null);
  for (let index = 0; index <= 40; index += 1) held = readAt(held, 120 + index * WINDOW_ROWS, '1');
  expect(held.rows.has(120)).toBe(false);
  expect(held.rows.has(120 + 40 * WINDOW_ROWS)).toBe(true);
});
