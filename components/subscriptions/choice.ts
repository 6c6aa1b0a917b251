import type { SubscriptionsPageQuery } from '#lib/queries/schemas/subscriptions.ts';

/** What the address of the list holds besides its page. */
export type Choice = Omit<SubscriptionsPageQuery, 'limit' | 'cursor'>;

export const PATH = '/subscriptions';

export const choiceOf = ({ limit: _limit, cursor: _cursor, ...choice }: SubscriptionsPageQuery): Choice =>
  choice;

export const isFiltered = ({
  period: _period,
  sort: _sort,
  columns: _columns,
  ...filters
}: Choice): boolean => Object.values(filters).some((value) => value !== undefined);
