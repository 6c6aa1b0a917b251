import {
  choosable,
  columnsIn,
  headsOf,
  rowsOf,
  windowOf,
  type GridColumn,
} from '#components/grid/grid-columns.ts';
import type { GridRow, Part, ShownGrid } from '#components/grid/grid-shape.ts';
import { SOURCE_WORDS } from '#components/status/source-words.ts';
import {
  ageParts,
  amountParts,
  causeParts,
  countParts,
  coverageParts,
  coverageTexts,
  missedParts,
  nonePart,
  textPart,
  verdictPart,
} from '#components/status/status-parts.ts';
import { plural } from '#components/ui/format-numbers.ts';
import type { CustomerList } from '#lib/queries/schemas/customers.ts';
import type { CustomerColumn } from '#lib/queries/schemas/columns.ts';
import type { Customer } from '#lib/queries/schemas/shared.ts';
import { PATH, type Choice } from './choice.ts';

type Around = { period: string; now: string };
type Column = GridColumn<Customer, Around> & { id: CustomerColumn };

const ORDER = 'Several currencies are put in order by the US-dollar amounts Microsoft states with them.';

const PLAIN = { numeric: false, wide: false, sort: null, help: null } as const;
const NUMBER = { ...PLAIN, numeric: true } as const;

const COLUMNS: readonly Column[] = [
  {
    ...{ ...PLAIN, id: 'customer', title: 'Customer', label: '', wide: true, widthRem: 16 },
    sort: { by: 'name', first: 'up' },
    cell: (customer, { period, now }) => [
      {
        ...{ kind: 'link', text: customer.displayName, look: 'strong' },
        href: `/customers/${customer.tenantId}?period=${period}`,
      },
      ...ageParts(customer.asOf, now, 'read'),
      ...unreadParts(customer),
    ],
  },
  {
    ...{ ...PLAIN, id: 'verdict', title: 'Verdict, main cause', label: '', wide: true, widthRem: 12 },
    sort: { by: 'verdict', first: 'up' },
    cell: ({ verdict, totals, mainCause }) => [
      verdictPart({ verdict, totals, judgeableFrom: null }),
      ...causeParts(mainCause),
    ],
  },
  {
    ...{ ...NUMBER, id: 'missed', title: 'Missed', label: 'Missed', widthRem: 10 },
    sort: { by: 'missed', first: 'down' },
    help: {
      about: 'missed credit, and its order',
      text: `An estimate of the credit that eligible cost did not receive; “up to” where some of the cost is not yet classified and may never earn. ${ORDER}`,
    },
    cell: ({ totals }) => missedParts(totals),
  },
  {
    ...{ ...NUMBER, id: 'credit', title: 'Credit', label: 'Credit', widthRem: 8 },
    cell: ({ totals }) => amountParts(totals, 'credit'),
  },
  {
    ...{ ...PLAIN, id: 'coverage', title: 'Coverage', label: 'Coverage', widthRem: 8 },
    cell: ({ totals }) => coverageParts(totals),
  },
  {
    ...{ ...NUMBER, id: 'cost', title: 'Cost', label: 'Cost', widthRem: 9 },
    sort: { by: 'cost', first: 'down' },
    help: { about: 'order by cost', text: `Cost before credit. ${ORDER}` },
    cell: ({ totals }) => amountParts(totals, 'gross'),
  },
  {
    ...{ ...NUMBER, id: 'net', title: 'Cost after credit', label: 'Cost after credit', widthRem: 9 },
    cell: ({ totals }) => amountParts(totals, 'net'),
  },
  {
    ...{ ...PLAIN, id: 'subscriptions', title: 'Subscriptions', label: 'Subscriptions', wide: true },
    widthRem: 11,
    cell: ({ subscriptions }) => countParts(subscriptions),
  },
  {
    ...{ ...PLAIN, id: 'owner', title: 'Owner', label: 'Owner', widthRem: 9 },
    cell: ({ owner }) => [
      owner === null ? nonePart('nobody') : textPart(owner.name ?? owner.personId, 'soft'),
    ],
  },
  {
    ...{ ...PLAIN, id: 'domain', title: 'Domain', label: 'Domain', widthRem: 12 },
    cell: ({ domain }) => [domain === null ? nonePart('not read') : textPart(domain, 'soft')],
  },
];

const USUAL: readonly CustomerColumn[] = [
  ...(['verdict', 'missed', 'credit', 'coverage', 'cost', 'subscriptions', 'owner'] as const),
];

function unreadParts({ unread }: Customer): Part[] {
  if (unread.length === 0) return [];
  const names = unread.map((source) => SOURCE_WORDS[source].name.toLowerCase()).join(', ');
  return [textPart(`not read: ${names}`, 'faint')];
}

const shownIn = (columns: string | undefined): Column[] => columnsIn(COLUMNS, columns, USUAL);

export const customerChooser = (columns: string | undefined) => ({
  all: choosable(COLUMNS),
  shown: shownIn(columns).map(({ id }) => id),
});

export const customerRows = (
  items: readonly Customer[],
  around: Around,
  columns: string | undefined,
): GridRow[] => rowsOf({ columns: shownIn(columns), items, around, keyOf: ({ tenantId }) => tenantId });

export function customerGrid(list: CustomerList, choice: Choice, now: string): ShownGrid {
  const columns = shownIn(choice.columns);
  return {
    caption: `Customers, ${plural(list.total, 'row')}`,
    heads: headsOf(columns, { path: PATH, query: choice, sort: choice.sort ?? '-missed' }),
    rows: customerRows(list.items, { period: list.period, now }, choice.columns),
    foot: [columns.map(({ id }) => totalOf(id, list))],
    ...windowOf(list, 'customers', choice),
  };
}

function totalOf(column: CustomerColumn, { total, totals }: CustomerList): Part[] {
  switch (column) {
    case 'customer':
      return [textPart(plural(total, 'customer'))];
    case 'missed':
      return missedParts(totals);
    case 'credit':
    case 'net':
      return amountParts(totals, column);
    case 'cost':
      return amountParts(totals, 'gross');
    case 'coverage':
      return coverageTexts(totals);
    default:
      return [];
  }
}
