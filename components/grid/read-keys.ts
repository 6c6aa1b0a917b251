import { readAnswer } from '#components/live/read-answer.ts';
import type { GridWindow } from './grid-shape.ts';

/** Of a list of no more rows all can be chosen at once: as many as are decided together. */
export const MOST_CHOSEN_AT_ONCE = 500;
const AT_ONCE = 100;

/** The keys of all rows of a view; null where they could not be read. */
export async function readKeys(source: string, total: number): Promise<string[] | null> {
  const starts = Array.from({ length: Math.ceil(total / AT_ONCE) }, (_, window) => window * AT_ONCE);
  const windows = await Promise.all(
    starts.map((start) => readAnswer(`${source}&offset=${start}&limit=${AT_ONCE}`)),
  );
  if (windows.includes(null)) return null;
  // Our own API answers in this shape.
  return (windows as GridWindow[]).flatMap(({ rows }) => rows.map(({ key }) => key));
}
