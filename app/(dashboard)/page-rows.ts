import { nextCursor } from '#lib/queries/bad-query.ts';
import type { SearchParams } from './parse-search.ts';

/** A list of no more rows stands there whole. */
const SHORT_LIST = 40;
/** Of a longer one as many come with the page as most windows show: what is painted first should stay small. */
const FIRST_ROWS = 15;

/** How many rows a page reads: as many as its address asks for, up to 500. */
export async function rowsOf(searchParams: SearchParams, asked: number, usual = SHORT_LIST): Promise<number> {
  return (await searchParams)['limit'] === undefined ? usual : asked;
}

type Listed = { items: readonly unknown[]; total: number; offset: number; nextCursor: string | null };

/** What of a list comes with its page: all of one that is no longer than `usual`. */
export async function beginningOf<List extends Listed>(
  searchParams: SearchParams,
  list: List,
  usual = SHORT_LIST,
): Promise<List> {
  const isAsked = (await searchParams)['limit'] !== undefined;
  if (isAsked || list.total <= usual || list.items.length <= FIRST_ROWS) return list;
  const items = list.items.slice(0, FIRST_ROWS);
  return { ...list, items, nextCursor: nextCursor(list.offset, FIRST_ROWS, list.total) };
}
