import type { Range } from './held-rows.ts';
import { RowHeights } from './row-heights.ts';

/** Rows drawn beyond the view: where it goes, and where it comes from. More are drawn once fewer than the last are left. */
const AHEAD = 8;
const BEHIND = 5;
const LEFT = 4;
/** Of a row that passes faster nothing can be read: none is drawn until it goes slower. */
const FAST_PX_PER_MS = 30;
const REST_MS = 80;
/** Rows are asked for that long before they are in view. */
const LEAD_MS = 250;
/** After such a pause a jump is not speed. */
const PAUSE_MS = 100;

/** The rows of a view that are drawn, and the room that those before and after them take. */
export type DrawnRows = Range & { view: string; beforePx: number; afterPx: number };

type RowScrollerProps = {
  box: HTMLElement;
  table: HTMLTableElement;
  view: string;
  /** The row that is to be the first in view; null: whichever is. */
  begin: number | null;
  draw: (rows: DrawnRows) => void;
  /** Rows that are in view, or soon will be. */
  ask: (range: Range) => void;
};

/** Draws rows of a list as they come into view, and nothing anew while those that are drawn suffice. */
export class RowScroller {
  readonly #props: RowScrollerProps;
  readonly #heights: RowHeights;
  #drawn: DrawnRows | null = null;
  #total = 0;
  #begin: number | null;

  constructor(props: RowScrollerProps) {
    this.#props = props;
    this.#heights = new RowHeights(usualHeight(props.table));
    this.#begin = props.begin;
  }

  /** What was drawn may be higher than it was taken for: what is in view stays where it is, the keyboard's row above all. */
  settle(total: number): void {
    const { box, table } = this.#props;
    this.#total = total;
    const row = this.#focusedInView() ?? this.#heights.rowAt(box.scrollTop, total);
    const before = this.#heights.topOf(row);
    for (const line of linesOf(table)) {
      this.#heights.see(Number(line.dataset['index']), line.getBoundingClientRect().height);
    }
    const moved = this.#heights.topOf(row) - before;
    if (this.#drawn !== null && this.#begin !== null) {
      box.scrollTop = this.#heights.topOf(this.#begin);
      this.#begin = null;
    } else if (this.#drawn !== null && moved !== 0) box.scrollTop += moved;
    if (this.#drawn !== null && this.#drawn.last >= total) this.#drawn = null;
    this.#place(0);
  }

  /** Brings a row into view that is not drawn. */
  reveal(row: number): void {
    const { box, table } = this.#props;
    if (table.querySelector(`[data-index="${row}"]`) === null)
      box.scrollTop = this.#heights.topOf(row) - box.clientHeight / 2;
  }

  /** Until it is told to stop. */
  follow(): () => void {
    const { box } = this.#props;
    let [top, atMs] = [box.scrollTop, performance.now()];
    let rest: ReturnType<typeof setTimeout> | undefined;
    const moved = (): void => {
      const passedMs = performance.now() - atMs;
      const speed = passedMs > PAUSE_MS ? 0 : (box.scrollTop - top) / Math.max(1, passedMs);
      [top, atMs] = [box.scrollTop, performance.now()];
      clearTimeout(rest);
      rest = setTimeout(() => this.#place(0), REST_MS);
      this.#place(speed);
    };
    box.addEventListener('scroll', moved, { passive: true });
    return () => {
      clearTimeout(rest);
      box.removeEventListener('scroll', moved);
    };
  }

  #place(speed: number): void {
    const { box, view, draw, ask } = this.#props;
    const top = this.#begin === null ? box.scrollTop : this.#heights.topOf(this.#begin);
    const inView = { first: this.#rowAt(top), last: this.#rowAt(top + box.clientHeight) };
    const lead = Math.trunc((speed * LEAD_MS) / this.#heights.usualPx);
    if (Math.abs(speed) > FAST_PX_PER_MS) {
      ask({ first: Math.max(0, inView.first + lead), last: inView.last + lead });
      return;
    }
    if (this.#drawn === null || !reaches(this.#drawn, inView, this.#total)) {
      const { first, last } =
        this.#drawn === null ? leastAround(inView, this.#total) : rangeAround(inView, speed < 0, this.#total);
      const afterPx = this.#heights.topOf(this.#total) - this.#heights.topOf(last + 1);
      this.#drawn = { first, last, view, beforePx: this.#heights.topOf(first), afterPx };
      draw(this.#drawn);
    }
    const { first, last } = this.#drawn;
    ask({ first: Math.max(0, first + Math.min(0, lead)), last: last + Math.max(0, lead) });
  }

  #focusedInView(): number | null {
    const { box, table } = this.#props;
    const line = table.contains(document.activeElement)
      ? document.activeElement?.closest<HTMLElement>('tr[data-index]')
      : null;
    if (line === null || line === undefined) return null;
    const row = Number(line.dataset['index']);
    const px = this.#heights.topOf(row) - box.scrollTop;
    return px >= 0 && px < box.clientHeight ? row : null;
  }

  #rowAt(px: number): number {
    return this.#heights.rowAt(px, this.#total);
  }
}

const rangeAround = ({ first, last }: Range, isUp: boolean, total: number): Range => ({
  first: Math.max(0, first - (isUp ? AHEAD : BEHIND)),
  last: Math.min(total - 1, last + (isUp ? BEHIND : AHEAD)),
});

/** With less than this around them more rows are drawn; who sees a view for the first time waits for no more. */
const leastAround = ({ first, last }: Range, total: number): Range => ({
  first: Math.max(0, first - LEFT),
  last: Math.min(total - 1, last + LEFT),
});

function reaches(drawn: Range, inView: Range, total: number): boolean {
  const least = leastAround(inView, total);
  return drawn.first <= least.first && drawn.last >= least.last;
}

const linesOf = (table: HTMLTableElement): HTMLTableRowElement[] => [
  ...table.querySelectorAll<HTMLTableRowElement>('tr[data-index]'),
];

/** As high as those that came with the page are on average: a list does not grow or shrink much as it is seen. */
function usualHeight(table: HTMLTableElement): number {
  const lines = linesOf(table);
  const sum = lines.reduce((px, line) => px + line.getBoundingClientRect().height, 0);
  return Math.max(1, Math.round(sum / Math.max(1, lines.length)));
}
