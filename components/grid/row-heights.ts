/** Rows whose heights are added up together, so that a place in a long list is found without looking at each row. */
const BLOCK_ROWS = 64;

/** Where each row of a list stands: rows have their usual height until they have been seen. */
export class RowHeights {
  readonly usualPx: number;
  readonly #seen = new Map<number, number>();
  /** By how much the rows of each block are higher than usual together. */
  readonly #extra = new Map<number, number>();

  constructor(usualPx: number) {
    this.usualPx = usualPx;
  }

  see(row: number, px: number): void {
    const before = this.#seen.get(row) ?? this.usualPx;
    if (before === px) return;
    this.#seen.set(row, px);
    const block = Math.floor(row / BLOCK_ROWS);
    this.#extra.set(block, (this.#extra.get(block) ?? 0) + px - before);
  }

  /** From the top of the first row; of the row after the last: the height of all. */
  topOf(row: number): number {
    const block = Math.floor(row / BLOCK_ROWS);
    let top = block * BLOCK_ROWS * this.usualPx;
    for (const [of, extra] of this.#extra) if (of < block) top += extra;
    for (let before = block * BLOCK_ROWS; before < row; before += 1) top += this.#heightOf(before);
    return top;
  }

  /** The row that stands there, of so many. */
  rowAt(px: number, total: number): number {
    let [row, bottom] = [0, 0];
    for (let block = 0; row + BLOCK_ROWS < total; block += 1) {
      const next = bottom + BLOCK_ROWS * this.usualPx + (this.#extra.get(block) ?? 0);
      if (next > px) break;
      [row, bottom] = [row + BLOCK_ROWS, next];
    }
    for (; row < total - 1; row += 1) {
      bottom += this.#heightOf(row);
      if (bottom > px) break;
    }
    return Math.max(0, row);
  }

  #heightOf(row: number): number {
    return this.#seen.get(row) ?? this.usualPx;
  }
}
