import {
  chooserOf,
  columnsIn,
  headsOf,
  rowsOf,
  windowOf,
  type GridColumn,
} from '#components/grid/grid-columns.ts';
import type { GridRow, Part, ShownGrid } from '#components/grid/grid-shape.ts';
import { partsIn } from '#components/status/parts-in.ts';
import { lookPart, nonePart, textPart } from '#components/status/status-parts.ts';
import type { RoleColumn } from '#lib/queries/schemas/columns.ts';
import type { Role, RoleList } from '#lib/queries/schemas/roles.ts';
import type { Wording } from '#lib/texts/wording.ts';
import { PATH, type Choice } from './choice.ts';

/** `usesKnown`: something was read that tells where roles are held. */
type Around = { usesKnown: boolean };
type Column = GridColumn<Role, Around> & { id: RoleColumn };

const PLAIN = { numeric: false, wide: false, sort: null, help: null } as const;

const columnsOf = (wording: Wording): readonly Column[] => [...whatColumns(wording), ...useColumns(wording)];

function whatColumns(wording: Wording): Column[] {
  const t = wording.texts('roles');
  const { looks } = partsIn(wording);
  return [
    {
      ...{ ...PLAIN, id: 'role', title: t('role'), label: '', wide: true, widthRem: 20 },
      sort: { by: 'name', first: 'up' },
      cell: (role) => nameParts(role, wording),
    },
    {
      ...{ ...PLAIN, id: 'earns', title: t('earns'), label: t('earns'), widthRem: 10 },
      cell: ({ earns }) => [lookPart(looks.roleEarns(earns))],
    },
    {
      ...{ ...PLAIN, id: 'lighthouse', title: t('lighthouse'), label: t('lighthouse'), wide: true },
      widthRem: 15,
      cell: (role) => lighthouseParts(role, wording),
    },
  ];
}

const USES = [
  { id: 'permanent', by: 'permanent', title: 'permanent' },
  { id: 'justInTime', by: 'justInTime', title: 'justInTime' },
  { id: 'agentGroups', by: 'aobo', title: 'agentGroups' },
] as const;

function useColumns({ texts, formats }: Wording): Column[] {
  const t = texts('roles');
  return USES.map(({ id, by, title }) => ({
    ...{ ...PLAIN, id, title: t(title), label: t(title), numeric: true, widthRem: 8.5 },
    sort: { by, first: 'down' as const },
    help: id === 'permanent' ? { about: t(title), text: t('numbersAre') } : null,
    cell: ({ uses }: Role, { usesKnown }: Around): Part[] =>
      usesParts(uses[by], usesKnown, { texts, formats }),
  }));
}

function usesParts(
  uses: number,
  usesKnown: boolean,
  { texts, formats }: Pick<Wording, 'texts' | 'formats'>,
): Part[] {
  if (!usesKnown) return [nonePart(texts('roles')('notReadYet'))];
  return [textPart(formats.count(uses), uses === 0 ? 'faint' : 'plain')];
}

function totalOf(
  column: RoleColumn,
  { total: count, totalUses }: RoleList,
  { usesKnown, wording }: ShownList,
): Part[] {
  if (column === 'role') return [textPart(wording.texts('roles')('count', { count }))];
  const use = USES.find(({ id }) => id === column);
  return use === undefined ? [] : usesParts(totalUses[use.by], usesKnown, wording);
}

function nameParts({ name, listedName, roleDefinitionId }: Role, { texts }: Wording): Part[] {
  const t = texts('roles');
  const renamed = name !== null && listedName !== null && name !== listedName;
  return [
    textPart(name ?? listedName ?? t('nameNotRead')),
    ...(renamed ? [textPart(t('listedAs', { name: listedName }), 'faint')] : []),
    { kind: 'id', id: roleDefinitionId, label: t('roleId') },
  ];
}

function lighthouseParts({ lighthouseAssignable, lighthouseNote }: Role, { texts }: Wording): Part[] {
  const t = texts('roles');
  if (lighthouseAssignable === null) return [nonePart(t('notKnown'))];
  const look = lighthouseAssignable
    ? ({ tone: 'earn', icon: 'check', word: t('canDelegate') } as const)
    : ({ tone: 'mute', icon: 'none', word: t('cannotDelegate') } as const);
  return [lookPart(look), ...(lighthouseNote === null ? [] : [textPart(lighthouseNote, 'faint')])];
}

const shownIn = (columns: string | undefined, wording: Wording): Column[] =>
  columnsIn(columnsOf(wording), columns);

export const roleChooser = (columns: string | undefined, wording: Wording) =>
  chooserOf(columnsOf(wording), shownIn(columns, wording));

type Shown = { columns: string | undefined; wording: Wording };

export const roleRows = (items: readonly Role[], around: Around, { columns, wording }: Shown): GridRow[] =>
  rowsOf({
    ...{ columns: shownIn(columns, wording), items, around },
    keyOf: ({ roleDefinitionId }) => roleDefinitionId,
  });

type ShownList = Around & { wording: Wording };

export const roleGrid = (list: RoleList, choice: Choice, { usesKnown, wording }: ShownList): ShownGrid => ({
  caption: wording.texts('roles')('caption'),
  heads: headsOf(shownIn(choice.columns, wording), {
    ...{ path: PATH, query: choice, sort: choice.sort ?? 'name' },
  }),
  rows: roleRows(list.items, { usesKnown }, { columns: choice.columns, wording }),
  foot: [shownIn(choice.columns, wording).map(({ id }) => totalOf(id, list, { usesKnown, wording }))],
  ...windowOf(list, 'roles', choice),
});
