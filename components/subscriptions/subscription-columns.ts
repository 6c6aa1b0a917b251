import {
  chooserOf,
  columnsIn,
  headsOf,
  roomForTotals,
  rowsOf,
  windowOf,
  type GridColumn,
} from '#components/grid/grid-columns.ts';
import type { GridRow, Part, ShownGrid } from '#components/grid/grid-shape.ts';
import { partsIn } from '#components/status/parts-in.ts';
import { lookPart, nonePart, textPart } from '#components/status/status-parts.ts';
import { addressWith } from '#components/ui/address.ts';
import type { SubscriptionColumn } from '#lib/queries/schemas/columns.ts';
import type { Subscription } from '#lib/queries/schemas/shared.ts';
import type { SubscriptionList } from '#lib/queries/schemas/subscriptions.ts';
import type { Wording } from '#lib/texts/wording.ts';
import { isFiltered, PATH, type Choice } from './choice.ts';

type Around = { period: string };
type Column = GridColumn<Subscription, Around> & { id: SubscriptionColumn };

const PLAIN = { numeric: false, wide: false, sort: null, help: null } as const;
const NUMBER = { ...PLAIN, numeric: true } as const;

const allColumns = (wording: Wording): readonly Column[] => [
  ...names(wording),
  ...answers(wording),
  ...figures(wording),
];

const titled = (title: string) => ({ title, label: title });

function names(wording: Wording): readonly Column[] {
  const t = wording.texts('subscriptions');
  const parts = partsIn(wording);
  return [
    {
      ...{ ...PLAIN, id: 'subscription', title: t('column.subscription'), label: '', wide: true },
      widthRem: 11.5,
      sort: { by: 'name', first: 'up' },
      cell: ({ subscriptionId, displayName, customer }, { period }) => [
        {
          ...{ kind: 'link', text: displayName, look: 'strong' },
          href: addressWith(`/subscriptions/${subscriptionId}`, { period, customer: customer.tenantId }),
        },
        { kind: 'id', id: subscriptionId, label: t('subscriptionId') },
      ],
    },
    {
      ...{ ...PLAIN, id: 'customer', ...titled(t('column.customer')), wide: true, widthRem: 9 },
      sort: { by: 'customer', first: 'up' },
      cell: ({ customer: { tenantId, displayName } }, { period }) => [
        {
          ...{ kind: 'link', text: displayName, look: 'soft' },
          href: addressWith(`/customers/${tenantId}`, { period }),
        },
      ],
    },
    {
      ...{ ...PLAIN, id: 'verdict', title: t('column.verdict'), label: '', wide: true, widthRem: 9.5 },
      sort: { by: 'verdict', first: 'up' },
      cell: ({ verdict, totals, judgeableFrom, cause }) => [
        parts.verdict({ verdict, totals, judgeableFrom }),
        ...parts.cause(cause),
      ],
    },
  ];
}

/** The three plain answers. */
function answers(wording: Wording): readonly Column[] {
  const t = wording.texts('subscriptions');
  const { looks } = partsIn(wording);
  return [
    {
      ...{ ...PLAIN, id: 'linked', ...titled(t('column.linked')), widthRem: 6.5 },
      cell: ({ linked }) => [lookPart(looks.linked(linked))],
    },
    {
      ...{ ...PLAIN, id: 'access', title: t('column.access'), label: t('column.accessLabel') },
      widthRem: 7.5,
      cell: ({ access }) => [lookPart(looks.access(access))],
    },
    {
      ...{ ...PLAIN, id: 'credited', title: t('column.credited'), label: t('column.creditedLabel') },
      widthRem: 8,
      cell: ({ credit }) => [lookPart(looks.credit(credit))],
    },
  ];
}

function figures(wording: Wording): readonly Column[] {
  const t = wording.texts('subscriptions');
  const words = wording.texts('figures');
  const parts = partsIn(wording);
  return [
    {
      ...{ ...NUMBER, id: 'missed', ...titled(words('missed')), widthRem: 9 },
      sort: { by: 'missed', first: 'down' },
      help: { about: t('aboutMissed'), text: t('missedHelp') },
      cell: ({ totals }) => parts.missed(totals),
    },
    {
      ...{ ...NUMBER, id: 'credit', ...titled(words('credit')), widthRem: 7.5 },
      cell: ({ totals }) => parts.amounts(totals, 'credit'),
    },
    {
      ...{ ...NUMBER, id: 'cost', ...titled(words('cost')), widthRem: 9 },
      sort: { by: 'cost', first: 'down' },
      help: { about: t('aboutCost'), text: t('costHelp') },
      cell: ({ totals }) => parts.amounts(totals, 'gross'),
    },
    {
      ...{ ...NUMBER, id: 'net', ...titled(words('costAfter')), widthRem: 8.5 },
      cell: ({ totals }) => parts.amounts(totals, 'net'),
    },
    {
      ...{ ...PLAIN, id: 'state', ...titled(t('column.state')), widthRem: 10 },
      cell: ({ state, offer }) => [
        state === null ? nonePart(t('stateNotRead')) : textPart(state, 'soft'),
        ...(offer === null ? [] : [textPart(offer, 'faint')]),
      ],
    },
  ];
}

const USUAL: readonly SubscriptionColumn[] = [
  ...(['customer', 'verdict', 'linked', 'access', 'credited', 'missed', 'cost'] as const),
];

const shownIn = (wording: Wording, columns: string | undefined): Column[] =>
  columnsIn(allColumns(wording), columns, USUAL);

export const subscriptionChooser = (wording: Wording, columns: string | undefined) =>
  chooserOf(allColumns(wording), shownIn(wording, columns));

export const subscriptionKey = ({ customer, subscriptionId }: Subscription): string =>
  `${customer.tenantId}/${subscriptionId}`;

type Shown = { wording: Wording; columns: string | undefined };

export const subscriptionRows = (
  items: readonly Subscription[],
  around: Around,
  { wording, columns }: Shown,
): GridRow[] => rowsOf({ columns: shownIn(wording, columns), items, around, keyOf: subscriptionKey });

export function subscriptionGrid(list: SubscriptionList, choice: Choice, wording: Wording): ShownGrid {
  const columns = shownIn(wording, choice.columns);
  const foot = [columns.map(({ id }) => totalOf(wording, id, list))];
  return {
    caption: wording.texts('subscriptions')('caption', { count: list.total }),
    heads: roomForTotals(
      headsOf(columns, { path: PATH, query: choice, sort: choice.sort ?? '-missed' }),
      foot,
    ),
    rows: subscriptionRows(list.items, list, { wording, columns: choice.columns }),
    foot,
    ...windowOf(list, 'subscriptions', choice),
  };
}

/** "12 of 1,204 subscriptions". */
export function subscriptionCount(
  { texts }: Wording,
  choice: Choice,
  { total: shown, unfilteredTotal: count }: Pick<SubscriptionList, 'total' | 'unfilteredTotal'>,
): string {
  const t = texts('subscriptions');
  return isFiltered(choice) ? t('countOf', { shown, count }) : t('count', { count });
}

function totalOf(wording: Wording, column: SubscriptionColumn, { total, totals }: SubscriptionList): Part[] {
  const parts = partsIn(wording);
  switch (column) {
    case 'subscription':
      return [textPart(wording.texts('subscriptions')('count', { count: total }))];
    case 'missed':
      return parts.missed(totals);
    case 'credit':
    case 'net':
      return parts.amounts(totals, column);
    case 'cost':
      return parts.amounts(totals, 'gross');
    default:
      return [];
  }
}
