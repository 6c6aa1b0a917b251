import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { readAnswer } from '#components/live/read-answer.ts';
import type { GridWindow, ShownGrid } from './grid-shape.ts';
import { addWindow, CALM_MS, dueWindows, takeGiven, WINDOW_ROWS, type Range } from './held-rows.ts';

/** Asked for no more often while somebody scrolls. */
const EVERY_MS = 100;

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
  const wanted = useRef<Range>(NONE);
  const askedAtMs = useRef(-EVERY_MS);
  const latest = useRef(held);
  useLayoutEffect(() => void (latest.current = held), [held]);
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

  const ask = useCallback(
    function askWanted() {
      const nowMs = performance.now();
      const { now, nextInMs } = dueWindows(latest.current, wanted.current, nowMs);
      const urls = now.map((start) => urlOf(source, start));
      for (const [url, call] of asking.current) if (!urls.includes(url)) call.abort();
      const unasked = now.filter((start) => !asking.current.has(urlOf(source, start)));
      askedAtMs.current = unasked.length > 0 ? nowMs : askedAtMs.current;
      for (const start of unasked) void read(start);
      timer.current = nextInMs === null ? undefined : setTimeout(askWanted, nextInMs);
    },
    [source, read],
  );
  const need = useCallback(
    (range: Range) => {
      wanted.current = range;
      clearTimeout(timer.current);
      const waitMs = askedAtMs.current + EVERY_MS - performance.now();
      if (waitMs > 0) timer.current = setTimeout(ask, waitMs);
      else ask();
    },
    [ask],
  );

  return { rows: held.rows, total: held.total, need, failed };
}

const NONE: Range = { first: 0, last: -1 };

const urlOf = (source: string, first: number): string => `${source}&offset=${first}&limit=${WINDOW_ROWS}`;
