import type { CustomersQuery } from '#lib/queries/schemas/customers.ts';

/** What the address of the list holds besides its page. */
export type Choice = {
  [
    Name in 'period' | 'verdict' | 'cause' | 'access' | 'credit' | 'owner' | 'q' | 'sort'
  ]: CustomersQuery[Name];
};

export const choiceOf = (query: CustomersQuery): Choice => ({
  period: query.period,
  verdict: query.verdict,
  cause: query.cause,
  access: query.access,
  credit: query.credit,
  owner: query.owner,
  q: query.q,
  sort: query.sort,
});

export const isFiltered = ({ verdict, cause, access, credit, owner, q }: Choice): boolean =>
  [verdict, cause, access, credit, owner, q].some((value) => value !== undefined);
