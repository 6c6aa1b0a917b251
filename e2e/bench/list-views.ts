import { COST_SORTS } from '#lib/queries/schemas/costs.ts';
import { CUSTOMER_SORTS } from '#lib/queries/schemas/customers.ts';
import { FINDING_SORTS } from '#lib/queries/schemas/findings.ts';
import { SUBSCRIPTION_SORTS } from '#lib/queries/schemas/subscriptions.ts';

const CUSTOMER = '00000001-0000-4000-8000-000000000007';
const STATUSES = ['verdict=not-earning', 'verdict=unknown', 'access=not-covered', 'credit=credited'];
const COMMON = ['', ...STATUSES, 'cause=no-access', 'q=birch', 'q=12', 'cursor=MTYw'];

type List = { path: string; sorts: readonly string[]; filters: readonly string[] };

const LISTS: readonly List[] = [
  { path: '/customers', sorts: CUSTOMER_SORTS, filters: [...COMMON, 'owner=none', 'q=example'] },
  {
    path: '/subscriptions',
    sorts: SUBSCRIPTION_SORTS,
    filters: [...COMMON, 'linked=no', 'linked=automatic', 'q=platform', `customer=${CUSTOMER}`],
  },
  {
    path: '/gaps',
    sorts: FINDING_SORTS,
    filters: [
      'cause=no-access',
      'cause=role-not-earning',
      'cause=no-access&q=web',
      'cause=no-access&owner=none',
    ],
  },
  { path: '/gaps', sorts: [], filters: ['', 'q=birch', 'owner=none', 'state=waiting'] },
  {
    path: '/costs',
    sorts: COST_SORTS,
    filters: [
      ...[
        '',
        'groupBy=day',
        'groupBy=class',
        'groupBy=service',
        'groupBy=resourceGroup',
        'groupBy=subscription',
      ],
      ...['groupBy=customer&class=EARNED', 'groupBy=subscription&credited=no', `customer=${CUSTOMER}`],
    ],
  },
  { path: '/links', sorts: [], filters: ['', 'state=linked', 'state=not-linked', 'q=automation'] },
  { path: '/roles', sorts: [], filters: ['', 'inUse=true', 'earns=no', 'q=reader'] },
];

const addressOf = (path: string, parts: readonly string[]): string => {
  const query = parts.filter((part) => part !== '').join('&');
  return query === '' ? path : `${path}?${query}`;
};

/** Every list, with each of its filters in one of its orders and each of its orders with one filter. */
const views = (): string[] =>
  LISTS.flatMap(({ path, sorts, filters }) => [
    ...filters.map((filter, index) =>
      addressOf(path, [filter, sorts.length === 0 ? '' : `sort=${sorts[index % sorts.length] ?? ''}`]),
    ),
    ...sorts.map((sort, index) => addressOf(path, [filters[index % 2] ?? '', `sort=${sort}`])),
  ]);

/** Asked for a text that nobody asked for before: NUMBER is another one each time. */
const FRESH = [
  '/customers?q=retail%20NUMBER',
  '/subscriptions?q=web%20NUMBER',
  '/gaps?cause=no-access&q=NUMBER',
];
const OVERVIEW_EVERY = 8;
const FRESH_EVERY = 20;

/** Overview and all views of all lists, in the order in which they are asked for. */
export function listViews(): string[] {
  const every = [...new Set(views())];
  return every.flatMap((view, index) => [
    view,
    ...(index % OVERVIEW_EVERY === 0 ? ['/'] : []),
    ...(index % FRESH_EVERY === 0 ? [FRESH[(index / FRESH_EVERY) % FRESH.length] ?? ''] : []),
  ]);
}
