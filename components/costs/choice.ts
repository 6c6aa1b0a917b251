import { addressWith } from '#components/ui/address.ts';
import type { CostGroup, CostsPageQuery } from '#lib/queries/schemas/costs.ts';

export const PATH = '/costs';

/** What the address holds besides its page; groupBy as it is written there. */
export type Choice = Omit<CostsPageQuery, 'limit' | 'cursor' | 'groupBy'> & { groupBy: string | undefined };

type Asked = Omit<CostsPageQuery, 'limit' | 'cursor'>;

export const choiceOf = ({ groupBy, ...query }: Asked): Choice => ({ ...query, groupBy: groupBy?.join(',') });

export const isFiltered = ({
  period: _period,
  groupBy: _groupBy,
  sort: _sort,
  columns: _columns,
  ...filters
}: Choice): boolean => Object.values(filters).some((value) => value !== undefined);

type View = { name: CostGroup; groupBy: readonly CostGroup[] };

/** The views people choose from; the API takes any other combination that is held. */
export const VIEWS: readonly View[] = [
  { name: 'customer', groupBy: ['customer'] },
  { name: 'subscription', groupBy: ['subscription', 'customer'] },
  { name: 'resourceGroup', groupBy: ['resourceGroup', 'subscription', 'customer'] },
  { name: 'service', groupBy: ['service'] },
  { name: 'class', groupBy: ['class'] },
  { name: 'credited', groupBy: ['credited'] },
  { name: 'day', groupBy: ['day'] },
];

const SPECIAL = ['day', 'resourceGroup', 'service'] as const;

/** Another view of the same rows: a filter that cannot stand beside its grouping goes. */
export function hrefOfView(choice: Choice, groupBy: readonly CostGroup[]): string {
  const own = SPECIAL.filter((key) => groupBy.includes(key));
  const lost = own.length === 0 ? [] : SPECIAL.filter((key) => !own.includes(key));
  return addressWith(PATH, choice, {
    ...Object.fromEntries(lost.map((key) => [key, undefined])),
    groupBy: groupBy.join(','),
    sort: undefined,
  });
}
