import {
  choosable,
  columnsIn,
  headsOf,
  rowsOf,
  windowOf,
  type GridColumn,
} from '#components/grid/grid-columns.ts';
import type { GridRow, Part, ShownGrid } from '#components/grid/grid-shape.ts';
import {
  amountParts,
  causeParts,
  lookPart,
  missedParts,
  nonePart,
  textPart,
  verdictPart,
} from '#components/status/status-parts.ts';
import { ACCESS_LOOKS, CREDIT_LOOKS, LINKED_LOOKS } from '#components/status/verdict-looks.ts';
import { addressWith } from '#components/ui/address.ts';
import { plural } from '#components/ui/format-numbers.ts';
import type { SubscriptionColumn } from '#lib/queries/schemas/columns.ts';
import type { Subscription } from '#lib/queries/schemas/shared.ts';
import type { SubscriptionList } from '#lib/queries/schemas/subscriptions.ts';
import { PATH, type Choice } from './choice.ts';

type Around = { period: string };
type Column = GridColumn<Subscription, Around> & { id: SubscriptionColumn };

const ORDER = 'Several currencies are put in order by the US-dollar amounts Microsoft states with them.';

const PLAIN = { numeric: false, wide: false, sort: null, help: null } as const;
const NUMBER = { ...PLAIN, numeric: true } as const;

const COLUMNS: readonly Column[] = [
  {
    ...{ ...PLAIN, id: 'subscription', title: 'Subscription', label: '', wide: true, widthRem: 13 },
    sort: { by: 'name', first: 'up' },
    cell: ({ subscriptionId, displayName, customer }, { period }) => [
      {
        ...{ kind: 'link', text: displayName, look: 'strong' },
        href: addressWith(`/subscriptions/${subscriptionId}`, { period, customer: customer.tenantId }),
      },
      { kind: 'id', id: subscriptionId, label: 'subscription id' },
    ],
  },
  {
    ...{ ...PLAIN, id: 'customer', title: 'Customer', label: 'Customer', wide: true, widthRem: 11 },
    sort: { by: 'customer', first: 'up' },
    cell: ({ customer: { tenantId, displayName } }, { period }) => [
      {
        ...{ kind: 'link', text: displayName, look: 'soft' },
        href: addressWith(`/customers/${tenantId}`, { period }),
      },
    ],
  },
  {
    ...{ ...PLAIN, id: 'verdict', title: 'Verdict, cause', label: '', wide: true, widthRem: 11 },
    sort: { by: 'verdict', first: 'up' },
    cell: ({ verdict, totals, judgeableFrom, cause }) => [
      verdictPart({ verdict, totals, judgeableFrom }),
      ...causeParts(cause),
    ],
  },
  {
    ...{ ...PLAIN, id: 'linked', title: 'Linked', label: 'Linked', widthRem: 7.5 },
    cell: ({ linked }) => [lookPart(LINKED_LOOKS[linked])],
  },
  {
    ...{ ...PLAIN, id: 'access', title: 'Access predicts', label: 'Access', widthRem: 8 },
    cell: ({ access }) => [lookPart(ACCESS_LOOKS[access])],
  },
  {
    ...{ ...PLAIN, id: 'credited', title: 'Credit proves', label: 'Credit proven', widthRem: 8.5 },
    cell: ({ credit }) => [lookPart(CREDIT_LOOKS[credit])],
  },
  {
    ...{ ...NUMBER, id: 'missed', title: 'Missed', label: 'Missed', widthRem: 9.5 },
    sort: { by: 'missed', first: 'down' },
    help: {
      about: 'missed credit, and its order',
      text: `An estimate of the credit that eligible cost did not receive; “up to” where some of the cost is not yet classified and may never earn. ${ORDER}`,
    },
    cell: ({ totals }) => missedParts(totals),
  },
  {
    ...{ ...NUMBER, id: 'credit', title: 'Credit', label: 'Credit', widthRem: 7.5 },
    cell: ({ totals }) => amountParts(totals, 'credit'),
  },
  {
    ...{ ...NUMBER, id: 'cost', title: 'Cost', label: 'Cost', widthRem: 8.5 },
    sort: { by: 'cost', first: 'down' },
    help: { about: 'order by cost', text: `Cost before credit. ${ORDER}` },
    cell: ({ totals }) => amountParts(totals, 'gross'),
  },
  {
    ...{ ...NUMBER, id: 'net', title: 'Cost after credit', label: 'Cost after credit', widthRem: 8.5 },
    cell: ({ totals }) => amountParts(totals, 'net'),
  },
  {
    ...{ ...PLAIN, id: 'state', title: 'State, offer', label: 'State, offer', widthRem: 10 },
    cell: ({ state, offer }) => [
      state === null ? nonePart('state not read') : textPart(state, 'soft'),
      ...(offer === null ? [] : [textPart(offer, 'faint')]),
    ],
  },
];

const USUAL: readonly SubscriptionColumn[] = [
  ...(['customer', 'verdict', 'linked', 'access', 'credited', 'missed', 'cost'] as const),
];

const shownIn = (columns: string | undefined): Column[] => columnsIn(COLUMNS, columns, USUAL);

export const subscriptionChooser = (columns: string | undefined) => ({
  all: choosable(COLUMNS),
  shown: shownIn(columns).map(({ id }) => id),
});

export const subscriptionKey = ({ customer, subscriptionId }: Subscription): string =>
  `${customer.tenantId}/${subscriptionId}`;

export const subscriptionRows = (
  items: readonly Subscription[],
  around: Around,
  columns: string | undefined,
): GridRow[] => rowsOf({ columns: shownIn(columns), items, around, keyOf: subscriptionKey });

export function subscriptionGrid(list: SubscriptionList, choice: Choice): ShownGrid {
  const columns = shownIn(choice.columns);
  return {
    caption: `Subscriptions, ${plural(list.total, 'row')}`,
    heads: headsOf(columns, { path: PATH, query: choice, sort: choice.sort ?? '-missed' }),
    rows: subscriptionRows(list.items, list, choice.columns),
    foot: [columns.map(({ id }) => totalOf(id, list))],
    ...windowOf(list, 'subscriptions', choice),
  };
}

function totalOf(column: SubscriptionColumn, { total, totals }: SubscriptionList): Part[] {
  switch (column) {
    case 'subscription':
      return [textPart(plural(total, 'subscription'))];
    case 'missed':
      return missedParts(totals);
    case 'credit':
    case 'net':
      return amountParts(totals, column);
    case 'cost':
      return amountParts(totals, 'gross');
    default:
      return [];
  }
}
