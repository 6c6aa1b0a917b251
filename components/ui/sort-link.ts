import { addressWith, type AddressQuery } from './address.ts';

export type SortLink = {
  order: 'ascending' | 'descending' | null;
  /** The order that it asks for, such as name or -name. */
  asks: string;
  href: string;
};

type SortBy = {
  path: string;
  query: AddressQuery;
  /** The order in force, such as name or -name. */
  sort: string;
  /** Names go up first, amounts down first; a second click turns it round. */
  first: 'up' | 'down';
};

export function sortLink(name: string, { path, query, sort, first }: SortBy): SortLink {
  const up = sort === name;
  const down = sort === `-${name}`;
  const next = up ? `-${name}` : down || first === 'up' ? name : `-${name}`;
  const order = up ? ('ascending' as const) : down ? ('descending' as const) : null;
  return { order, asks: next, href: addressWith(path, query, { sort: next }) };
}
