import {
  chooserOf,
  columnsIn,
  headsOf,
  rowsOf,
  windowOf,
  type GridColumn,
} from '#components/grid/grid-columns.ts';
import type { GridRow, Part, ShownGrid } from '#components/grid/grid-shape.ts';
import { lookPart, textPart } from '#components/status/status-parts.ts';
import type { AuditEntry, AuditList } from '#lib/queries/schemas/audit.ts';
import type { AuditColumn } from '#lib/queries/schemas/columns.ts';
import { audit } from '#lib/texts/en/audit.ts';
import type { Wording } from '#lib/texts/wording.ts';
import { PATH, type Choice } from './choice.ts';

type Column = GridColumn<AuditEntry, null> & { id: AuditColumn };

const PLAIN = { numeric: false, wide: false, sort: null, help: null } as const;

const OUTCOME_LOOKS = {
  done: { tone: 'mute', icon: 'done' },
  refused: { tone: 'miss', icon: 'lock' },
  failed: { tone: 'miss', icon: 'warn' },
} as const;

export const OUTCOMES = ['done', 'refused', 'failed'] as const;

export type Action = keyof typeof audit.action;

/** An action of a newer version is shown by its own name. */
const isKnown = (action: string): action is Action => action in audit.action;

function columnsOf({ texts, formats }: Wording): readonly Column[] {
  const t = texts('audit');
  return [
    {
      ...{ ...PLAIN, id: 'when', title: t('when'), label: '', widthRem: 12 },
      cell: ({ at }) => [textPart(formats.instant(at))],
    },
    {
      ...{ ...PLAIN, id: 'who', title: t('who'), label: t('who'), widthRem: 13 },
      cell: ({ actor, address }) => [
        textPart(actor.name),
        ...(address === null ? [] : [textPart(address, 'faint')]),
      ],
    },
    {
      ...{ ...PLAIN, id: 'what', title: t('what'), label: t('what'), widthRem: 11 },
      cell: ({ action }) => [textPart(isKnown(action) ? t(`action.${action}`) : action)],
    },
    {
      ...{ ...PLAIN, id: 'outcome', title: t('outcomeLabel'), label: t('outcomeLabel'), widthRem: 8 },
      cell: ({ outcome }) => [lookPart({ ...OUTCOME_LOOKS[outcome], word: t(`outcome.${outcome}`) })],
    },
    {
      ...{ ...PLAIN, id: 'target', title: t('onWhat'), label: t('onWhat'), wide: true, widthRem: 22 },
      cell: ({ target, detail }) => [
        ...(target === null ? [] : [textPart(target, isId(target) ? 'mono' : 'plain')]),
        // Names and values as the API gives them: of no language.
        textPart(detailText(detail), 'mono'),
      ],
    },
  ];
}

/** One id, or several that a slash parts. */
const isId = (target: string): boolean => /^[\da-f-]{36}(\/[\da-f-]{36})*$/i.test(target);

const detailText = (detail: AuditEntry['detail']): string =>
  Object.entries(detail)
    .flatMap(([name, value]) => (value === null || value === '' ? [] : [`${name}: ${value}`]))
    .join(', ');

const shownIn = (columns: string | undefined, wording: Wording): Column[] =>
  columnsIn([...columnsOf(wording)], columns);

export const auditChooser = (columns: string | undefined, wording: Wording) =>
  chooserOf(columnsOf(wording), shownIn(columns, wording));

type Shown = { columns: string | undefined; wording: Wording };

export const auditRows = (items: readonly AuditEntry[], { columns, wording }: Shown): GridRow[] =>
  rowsOf({ columns: shownIn(columns, wording), items, around: null, keyOf: ({ id }) => String(id) });

function totalOf(
  column: AuditColumn,
  { total: count, byOutcome }: AuditList,
  { texts, formats }: Wording,
): Part[] {
  const t = texts('audit');
  if (column === 'when') return [textPart(t('count', { count }))];
  if (column !== 'outcome') return [];
  return OUTCOMES.filter((outcome) => byOutcome[outcome] > 0).map((outcome) =>
    textPart(
      `${formats.count(byOutcome[outcome])}\u00a0${t(`outcome.${outcome}`).toLocaleLowerCase()}`,
      'faint',
    ),
  );
}

export const auditGrid = (list: AuditList, choice: Choice, wording: Wording): ShownGrid => ({
  caption: wording.texts('audit')('caption'),
  heads: headsOf(shownIn(choice.columns, wording), { path: PATH, query: choice, sort: '' }),
  rows: auditRows(list.items, { columns: choice.columns, wording }),
  foot: [shownIn(choice.columns, wording).map(({ id }) => totalOf(id, list, wording))],
  ...windowOf(list, 'audit', choice),
});
