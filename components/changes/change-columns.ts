import {
  chooserOf,
  columnsIn,
  headsOf,
  rowsOf,
  windowOf,
  type GridColumn,
} from '#components/grid/grid-columns.ts';
import type { GridRow, Part, ShownGrid } from '#components/grid/grid-shape.ts';
import { changeText } from '#components/status/change-text.ts';
import { CHANGE_LOOKS } from '#components/status/change-words.ts';
import { lookPart, nonePart, textPart } from '#components/status/status-parts.ts';
import { addressWith } from '#components/ui/address.ts';
import type { Change, ChangesPage } from '#lib/queries/schemas/changes.ts';
import type { ChangeColumn } from '#lib/queries/schemas/columns.ts';
import type { Wording } from '#lib/texts/wording.ts';
import { PATH, type Choice } from './choice.ts';

type Column = GridColumn<Change, null> & { id: ChangeColumn };

const PLAIN = { numeric: false, wide: false, sort: null, help: null } as const;

const columnsOf = (wording: Wording): readonly Column[] => [
  ...whatColumns(wording),
  ...whoseColumns(wording),
];

function whatColumns(wording: Wording): Column[] {
  const t = wording.texts('changesPage');
  const kinds = wording.texts('changes');
  return [
    {
      ...{ ...PLAIN, id: 'when', title: t('when'), label: '', widthRem: 12 },
      cell: ({ at }) => [textPart(wording.formats.instant(at))],
    },
    {
      ...{ ...PLAIN, id: 'what', title: t('what'), label: t('what'), widthRem: 13 },
      cell: ({ kind }) => [lookPart({ ...CHANGE_LOOKS[kind], word: kinds(`kind.${kind}`) })],
    },
  ];
}

function whoseColumns(wording: Wording): Column[] {
  const t = wording.texts('changesPage');
  return [
    {
      ...{ ...PLAIN, id: 'customer', title: t('customer'), label: t('customer'), wide: true, widthRem: 14 },
      cell: ({ tenantId, customerName }) => [
        { kind: 'link', text: customerName ?? tenantId, href: `/customers/${tenantId}`, look: 'strong' },
      ],
    },
    {
      ...{ ...PLAIN, id: 'subscription', title: t('subscription'), label: t('subscription'), wide: true },
      widthRem: 14,
      cell: ({ tenantId, subscriptionId, subscriptionName }) => [
        subscriptionId === null
          ? nonePart(t('noSubscription'))
          : {
              ...{ kind: 'link', text: subscriptionName ?? subscriptionId, look: 'soft' },
              href: addressWith(`/subscriptions/${subscriptionId}`, { customer: tenantId }),
            },
      ],
    },
    {
      ...{ ...PLAIN, id: 'detail', title: t('detail'), label: t('detail'), wide: true, widthRem: 20 },
      cell: (change) => {
        const detail = changeText(change, wording);
        return [detail === '' ? nonePart(t('noDetail')) : textPart(detail, 'soft')];
      },
    },
  ];
}

const shownIn = (columns: string | undefined, wording: Wording): Column[] =>
  columnsIn(columnsOf(wording), columns);

export const changeChooser = (columns: string | undefined, wording: Wording) =>
  chooserOf(columnsOf(wording), shownIn(columns, wording));

type Shown = { columns: string | undefined; wording: Wording };

export const changeRows = (items: readonly Change[], { columns, wording }: Shown): GridRow[] =>
  rowsOf({ columns: shownIn(columns, wording), items, around: null, keyOf: ({ id }) => String(id) });

const totalOf = (column: ChangeColumn, { total: count }: ChangesPage, { texts }: Wording): Part[] =>
  column === 'when' ? [textPart(texts('changesPage')('count', { count }))] : [];

export const changeGrid = (list: ChangesPage, choice: Choice, wording: Wording): ShownGrid => ({
  caption: wording.texts('changesPage')('caption'),
  heads: headsOf(shownIn(choice.columns, wording), { path: PATH, query: choice, sort: '' }),
  rows: changeRows(list.items, { columns: choice.columns, wording }),
  foot: [shownIn(choice.columns, wording).map(({ id }) => totalOf(id, list, wording))],
  ...windowOf(list, 'changes', choice),
});
