import type { LinksPageQuery } from '#lib/queries/schemas/links.ts';

export const PATH = '/links';

/** What the address of the list holds besides its page. */
export type Choice = Omit<LinksPageQuery, 'limit' | 'cursor'>;

export const choiceOf = ({ limit: _limit, cursor: _cursor, ...choice }: LinksPageQuery): Choice => choice;

export const isFiltered = ({ columns: _columns, sort: _sort, ...filters }: Choice): boolean =>
  Object.values(filters).some((value) => value !== undefined);
