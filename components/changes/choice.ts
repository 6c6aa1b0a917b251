import type { ChangesPageQuery } from '#lib/queries/schemas/changes.ts';

export const PATH = '/changes';

/** What the address of the list holds besides its page. */
export type Choice = Omit<ChangesPageQuery, 'limit' | 'cursor'>;

export const choiceOf = ({ limit: _limit, cursor: _cursor, ...choice }: ChangesPageQuery): Choice => choice;

export const isFiltered = ({ columns: _columns, ...filters }: Choice): boolean =>
  Object.values(filters).some((value) => value !== undefined);
