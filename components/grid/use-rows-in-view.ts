import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Range } from './held-rows.ts';
import { RowScroller, type DrawnRows } from './row-scroller.ts';

type RowsInViewProps = {
  /** Before rows are drawn as they come into view, those are there that came with the page. */
  on: boolean;
  view: string;
  total: number;
  /** The place of the first row that came with the page. */
  offset: number;
  frame: RefObject<HTMLElement | null>;
  table: RefObject<HTMLTableElement | null>;
  ask: (range: Range) => void;
};

/** Which rows of a list are drawn; another view begins at its first. */
export function useRowsInView({ on, view, total, offset, frame, table, ask }: RowsInViewProps) {
  const [drawn, setDrawn] = useState<DrawnRows | null>(null);
  const scroller = useRef<RowScroller | null>(null);
  const viewed = useRef(view);
  useLayoutEffect(() => {
    if (viewed.current !== view) frame.current?.scrollTo({ top: 0 });
    viewed.current = view;
  }, [view, frame]);
  useLayoutEffect(() => {
    if (!on || frame.current === null || table.current === null) return undefined;
    const begin = offset > 0 && frame.current.scrollTop === 0 ? offset : null;
    const parts = { box: frame.current, table: table.current };
    const made = new RowScroller({ ...parts, view, begin, draw: setDrawn, ask });
    scroller.current = made;
    const stop = made.follow();
    return () => {
      stop();
      scroller.current = null;
    };
  }, [on, view, offset, frame, table, ask]);
  // Whatever was drawn anew.
  useLayoutEffect(() => scroller.current?.settle(total));
  const reveal = useCallback((row: number) => scroller.current?.reveal(row), []);
  const isDrawn = on && drawn !== null && drawn.view === view && drawn.last < total;
  return { drawn: isDrawn ? drawn : null, reveal };
}
