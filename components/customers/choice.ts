import type { CustomersPageQuery } from '#lib/queries/schemas/customers.ts';

export const PATH = '/customers';

/** What the address of the list holds besides its page. */
export type Choice = Omit<CustomersPageQuery, 'limit' | 'cursor'>;

export const choiceOf = ({ limit: _limit, cursor: _cursor, ...choice }: CustomersPageQuery): Choice => choice;

export const isFiltered = ({ verdict, cause, access, credit, owner, q }: Choice): boolean =>
  [verdict, cause, access, credit, owner, q].some((value) => value !== undefined);
