import type { GapsQuery } from '#lib/queries/schemas/gaps.ts';

type Name = 'state' | 'cause' | 'customer' | 'subscription' | 'owner' | 'q' | 'sort';

/** What the address of the list holds besides its page. */
export type Choice = { [Key in Name]: GapsQuery[Key] };

export const PATH = '/gaps';

export const choiceOf = (query: GapsQuery): Choice => ({
  state: query.state,
  cause: query.cause,
  customer: query.customer,
  subscription: query.subscription,
  owner: query.owner,
  q: query.q,
  sort: query.sort,
});

export const isFiltered = ({ sort: _sort, state: _state, ...filters }: Choice): boolean =>
  Object.values(filters).some((value) => value !== undefined);
