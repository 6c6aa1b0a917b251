import type { SubscriptionsQuery } from '#lib/queries/schemas/subscriptions.ts';

type Name = 'period' | 'customer' | 'linked' | 'access' | 'credit' | 'verdict' | 'cause' | 'q' | 'sort';

/** What the address of the list holds besides its page. */
export type Choice = { [Key in Name]: SubscriptionsQuery[Key] };

export const PATH = '/subscriptions';

export const choiceOf = (query: SubscriptionsQuery): Choice => ({
  period: query.period,
  customer: query.customer,
  linked: query.linked,
  access: query.access,
  credit: query.credit,
  verdict: query.verdict,
  cause: query.cause,
  q: query.q,
  sort: query.sort,
});

export const isFiltered = ({ period: _period, sort: _sort, ...filters }: Choice): boolean =>
  Object.values(filters).some((value) => value !== undefined);
