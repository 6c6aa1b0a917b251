import { useCallback, useEffect, useRef, useState } from 'react';
import { readAnswer } from '#components/live/read-answer.ts';
import type { GridWindow, ShownGrid } from './grid-shape.ts';
import { addWindow, CALM_MS, dueWindows, takeGiven, WINDOW_ROWS, type Range } from './held-rows.ts';

/** Rows that scroll by faster than this are not asked for. */
const SETTLES_MS = 40;

type Timer = ReturnType<typeof setTimeout>;

/** Calls once for all that asks within a calm time, and not more often. */
function useCalmly(call: () => void): () => void {
  const timer = useRef<Timer>(undefined);
  const calledAtMs = useRef(-CALM_MS);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    if (timer.current !== undefined) return;
    const waitMs = Math.max(0, calledAtMs.current + CALM_MS - performance.now());
    timer.current = setTimeout(() => {
      timer.current = undefined;
      calledAtMs.current = performance.now();
      call();
    }, waitMs);
  }, [call]);
}

/** Rows of a list as far as they were needed: any of them, whichever comes first. */
export function useWindows(grid: ShownGrid, changed: () => void) {
  const [held, setHeld] = useState(() => takeGiven(grid, null));
  if (held.given !== grid.rows) setHeld(takeGiven(grid, held));
  const [failed, setFailed] = useState(false);
  const asking = useRef(new Map<string, AbortController>());
  const timer = useRef<Timer>(undefined);
  const tellChanged = useCalmly(changed);
  const { source, version } = grid;

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
      const readAtMs = performance.now();
      setHeld((now) => (now.source === source ? addWindow(now, { first, readAtMs }, answer) : now));
      // Totals and all else around the rows are of what the page was rendered at.
      if (answer.version !== version) tellChanged();
    },
    [source, version, tellChanged],
  );

  const need = useCallback(
    function needRange(range: Range) {
      clearTimeout(timer.current);
      const { now, nextInMs } = dueWindows(held, range, performance.now());
      const urls = now.map((start) => urlOf(source, start));
      for (const [url, call] of asking.current) if (!urls.includes(url)) call.abort();
      const unasked = now.filter((start) => !asking.current.has(urlOf(source, start)));
      if (unasked.length > 0)
        timer.current = setTimeout(() => unasked.forEach((start) => void read(start)), SETTLES_MS);
      else if (nextInMs !== null) timer.current = setTimeout(() => needRange(range), nextInMs);
    },
    [held, source, read],
  );

  return { rows: held.rows, total: held.total, need, failed };
}

const urlOf = (source: string, first: number): string => `${source}&offset=${first}&limit=${WINDOW_ROWS}`;
