import type { GapsQuery } from '#lib/queries/schemas/gaps.ts';

/** What the address of the list holds besides its page. */
export type Choice = Omit<GapsQuery, 'limit' | 'cursor'>;

export const PATH = '/gaps';

export const choiceOf = ({ limit: _limit, cursor: _cursor, ...choice }: GapsQuery): Choice => choice;

export const isFiltered = ({ sort: _sort, state: _state, columns: _columns, ...filters }: Choice): boolean =>
  Object.values(filters).some((value) => value !== undefined);
