import type { SearchParams } from './parse-search.ts';

/** Rows of a list's page: what is painted first should stay small; an address may ask for up to 500. */
const PAGE_ROWS = 20;

/** How many rows a page is to show: as many as its address asks for. */
export async function rowsOf(searchParams: SearchParams, asked: number, usual = PAGE_ROWS): Promise<number> {
  return (await searchParams)['limit'] === undefined ? usual : asked;
}
