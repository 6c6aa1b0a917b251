import { useCallback, useEffect, useRef, useState } from 'react';
import { readAnswer } from '#components/live/read-answer.ts';
import type { GridRow, GridWindow, ShownGrid } from './grid-shape.ts';

const WINDOW_ROWS = 60;
/** Rows that scroll by faster than this are not asked for. */
const SETTLES_MS = 40;
/** More are forgotten again, the oldest first. */
const MOST_WINDOWS = 40;

type Held = {
  /** What the server gave with the page: when it gives something else, everything starts anew. */
  given: GridRow[];
  version: string;
  total: number;
  rows: ReadonlyMap<number, GridRow>;
  windows: readonly number[];
};

const indexed = (rows: readonly GridRow[], offset: number): [number, GridRow][] =>
  rows.map((row, index) => [offset + index, row]);

const begin = ({ rows, version, total, offset }: ShownGrid): Held => ({
  ...{ given: rows, version, total, windows: [] },
  rows: new Map(indexed(rows, offset)),
});

/** Adds a window; of a list that has changed meanwhile it is the first. */
function add(held: Held, first: number, answer: GridWindow): Held {
  const isSame = answer.version === held.version;
  const windows = [...(isSame ? held.windows : []), first];
  const rows = new Map([...(isSame ? held.rows : []), ...indexed(answer.rows, first)]);
  if (windows.length > MOST_WINDOWS) {
    const [oldest = 0] = windows.splice(0, 1);
    for (let row = oldest; row < oldest + WINDOW_ROWS; row += 1) rows.delete(row);
  }
  return { ...held, version: answer.version, total: answer.total, rows, windows };
}

type Range = { first: number; last: number };

/** Rows of a list as far as they were needed: any of them, whichever comes first. */
export function useWindows(grid: ShownGrid, changed: () => void) {
  const [held, setHeld] = useState(() => begin(grid));
  if (held.given !== grid.rows) setHeld(begin(grid));
  const [failed, setFailed] = useState(false);
  const asking = useRef(new Map<string, AbortController>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { source } = grid;
  const { rows, version, total } = held;

  useEffect(() => {
    const calls = asking.current;
    return () => {
      clearTimeout(timer.current);
      for (const call of calls.values()) call.abort();
      calls.clear();
    };
  }, []);

  const read = useCallback(
    async (first: number) => {
      const call = new AbortController();
      const url = urlOf(source, first);
      asking.current.set(url, call);
      // Our own API answers in this shape.
      const answer = (await readAnswer(url, call.signal)) as GridWindow | null;
      asking.current.delete(url);
      if (call.signal.aborted) return;
      setFailed(answer === null);
      if (answer === null) return;
      setHeld((now) => (now.given === grid.rows ? add(now, first, answer) : now));
      if (answer.version !== version) changed();
    },
    [source, version, changed, grid.rows],
  );

  const need = useCallback(
    ({ first, last }: Range) => {
      clearTimeout(timer.current);
      const wanted = windowsOf({ first, last: Math.min(last, total - 1) }).filter((start) =>
        isMissing(rows, start, total),
      );
      const urls = wanted.map((start) => urlOf(source, start));
      for (const [url, call] of asking.current) if (!urls.includes(url)) call.abort();
      const unasked = wanted.filter((start) => !asking.current.has(urlOf(source, start)));
      if (unasked.length === 0) return;
      timer.current = setTimeout(() => unasked.forEach((start) => void read(start)), SETTLES_MS);
    },
    [rows, total, source, read],
  );

  return { rows, total, need, failed };
}

const urlOf = (source: string, first: number): string => `${source}&offset=${first}&limit=${WINDOW_ROWS}`;

function windowsOf({ first, last }: Range): number[] {
  const starts: number[] = [];
  for (let start = first - (first % WINDOW_ROWS); start <= last; start += WINDOW_ROWS) starts.push(start);
  return starts;
}

function isMissing(rows: ReadonlyMap<number, GridRow>, start: number, total: number): boolean {
  for (let row = start; row < Math.min(start + WINDOW_ROWS, total); row += 1) if (!rows.has(row)) return true;
  return false;
}
