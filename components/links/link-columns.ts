import {
  chooserOf,
  columnsIn,
  headsOf,
  rowsOf,
  windowOf,
  type GridColumn,
} from '#components/grid/grid-columns.ts';
import type { GridRow, Part, ShownGrid } from '#components/grid/grid-shape.ts';
import type { Wording } from '#lib/texts/wording.ts';
import { lookPart, nonePart, textPart } from '#components/status/status-parts.ts';
import type { LinkColumn } from '#lib/queries/schemas/columns.ts';
import type { Link, LinkList } from '#lib/queries/schemas/links.ts';
import { identityOf } from './attestation-drafts.ts';
import { PATH, type Choice } from './choice.ts';
import { linkAdvice, stateLook, typeName } from './link-words.ts';

/** `attests`: the one who looks may attest a link. */
type Around = { now: string; attests: boolean };
type Column = GridColumn<Link, Around> & { id: LinkColumn };

const PLAIN = { numeric: false, wide: false, sort: null, help: null } as const;

const columnsOf = (wording: Wording): readonly Column[] => [
  ...whoColumns(wording),
  ...knownColumns(wording),
  ...workColumns(wording),
];

function whoColumns(wording: Wording): Column[] {
  const t = wording.texts('links');
  return [
    {
      ...{ ...PLAIN, id: 'identity', title: t('identity'), label: '', wide: true, widthRem: 13 },
      sort: { by: 'name', first: 'up' },
      cell: ({ displayName, principalType, enabled, principalId }) => [
        displayName === null ? textPart(t('nameNotRead'), 'soft') : textPart(displayName),
        textPart(typeName(principalType, wording), 'faint'),
        ...(enabled === false
          ? [{ kind: 'badge' as const, tone: 'miss' as const, icon: 'cross' as const, text: t('disabled') }]
          : []),
        { kind: 'id', id: principalId, label: t('objectId') },
      ],
    },
    {
      ...{ ...PLAIN, id: 'tenant', title: t('tenant'), label: t('tenant'), wide: true, widthRem: 10 },
      sort: { by: 'tenant', first: 'up' },
      cell: (link) => tenantParts(link, wording),
    },
  ];
}

function knownColumns(wording: Wording): Column[] {
  const t = wording.texts('links');
  return [
    {
      ...{ ...PLAIN, id: 'link', title: t('link'), label: t('link'), widthRem: 10 },
      cell: (link) => linkParts(link, wording),
    },
    {
      ...{ ...PLAIN, id: 'how', title: t('how'), label: t('how'), wide: true, widthRem: 13 },
      sort: { by: 'checked', first: 'up' },
      cell: (link, { now, attests }) => [
        ...howParts(link, now, wording),
        ...(attests && isForAttesting(link) ? [{ kind: 'own' as const, value: link }] : []),
      ],
    },
  ];
}

function workColumns(wording: Wording): Column[] {
  const t = wording.texts('links');
  const subscriptions = t('subscriptions');
  return [
    {
      ...{ ...PLAIN, id: 'subscriptions', title: subscriptions, label: subscriptions, numeric: true },
      widthRem: 11,
      sort: { by: 'subscriptions', first: 'down' },
      help: { about: t('aboutLoad'), text: t('loadHelp') },
      cell: (link) => loadParts(link, wording),
    },
    {
      ...{ ...PLAIN, id: 'advice', title: t('advice'), label: t('advice'), wide: true, widthRem: 14 },
      cell: (link) => {
        const advice = linkAdvice(link, wording);
        return [advice === null ? nonePart(t('nothingToDo')) : textPart(advice, 'soft')];
      },
    },
  ];
}

/** A link that was read needs nobody's word; a group cannot be linked. */
const isForAttesting = ({ state, how, principalType }: Link): boolean =>
  how === 'attested' || (state === 'unknown' && principalType !== 'group');

function tenantParts({ managingTenant, tenantName, tenantId }: Link, { texts }: Wording): Part[] {
  const t = texts('links');
  if (managingTenant) return [textPart(t('yourTenant'))];
  if (tenantName === null) {
    return [textPart(t('anotherTenant')), { kind: 'id', id: tenantId, label: t('tenantId') }];
  }
  return [{ kind: 'link', text: tenantName, href: `/customers/${tenantId}`, look: 'soft' }];
}

function linkParts({ state, partnerId, partnerName, ours, since }: Link, wording: Wording): Part[] {
  const t = wording.texts('links');
  const plain = stateLook(state, wording);
  const look =
    ours === null || ours === 'location'
      ? plain
      : { ...plain, tone: ours === 'other' ? ('miss' as const) : ('part' as const) };
  return [
    lookPart(look),
    ...(partnerId === null
      ? []
      : [textPart(ours === null ? partnerId : t(`whosePartnerId.${ours}`, { id: partnerId }), 'soft')]),
    ...(partnerId === null || partnerName === null ? [] : [textPart(partnerName, 'faint')]),
    ...(since === null ? [] : [textPart(t('since', { date: wording.formats.date(since) }), 'faint')]),
  ];
}

function howParts(
  { how, checkedAt, expiresAt, evidence }: Link,
  now: string,
  { texts, formats }: Wording,
): Part[] {
  const t = texts('links');
  if (how === null || checkedAt === null) return [nonePart(t('neverRead'))];
  const age = formats.age(checkedAt, now);
  const text = expiresAt === null ? age : t('until', { age, date: formats.date(expiresAt) });
  return [
    textPart(t(`readHow.${how}`), 'soft'),
    { kind: 'time', at: checkedAt, text, exact: formats.instant(checkedAt), before: '' },
    ...(evidence === null ? [] : [textPart(evidence, 'faint')]),
  ];
}

function loadParts(
  {
    subscriptions,
    earning,
    alone,
    carriesMuch,
  }: Pick<Link, 'subscriptions' | 'earning' | 'alone' | 'carriesMuch'>,
  { texts, formats }: Wording,
): Part[] {
  const t = texts('links');
  if (subscriptions === 0) return [textPart(formats.count(0), 'faint')];
  const single = t('alone', { count: alone });
  return [
    textPart(formats.count(subscriptions)),
    textPart(t('withEarning', { count: earning }), 'faint'),
    ...(carriesMuch
      ? [{ kind: 'badge' as const, tone: 'part' as const, icon: 'warn' as const, text: single }]
      : []),
    ...(!carriesMuch && alone > 0 ? [textPart(single, 'faint')] : []),
  ];
}

const shownIn = (columns: string | undefined, wording: Wording): Column[] =>
  columnsIn(columnsOf(wording), columns);

export const linkChooser = (columns: string | undefined, wording: Wording) =>
  chooserOf(columnsOf(wording), shownIn(columns, wording));

type Shown = { columns: string | undefined; wording: Wording };

export const linkRows = (items: readonly Link[], around: Around, { columns, wording }: Shown): GridRow[] =>
  rowsOf({
    ...{ columns: shownIn(columns, wording), items, around },
    keyOf: identityOf,
  });

function totalOf(
  column: LinkColumn,
  { total: count, totalUses: { subscriptions, earning, alone } }: LinkList,
  { texts, formats }: Wording,
): Part[] {
  const t = texts('links');
  if (column === 'identity') return [textPart(t('count', { count }))];
  if (column !== 'subscriptions') return [];
  return [
    textPart(formats.count(subscriptions)),
    ...(subscriptions > 0 ? [textPart(t('withEarning', { count: earning }), 'faint')] : []),
    ...(alone > 0 ? [textPart(t('aloneOfAll', { count: alone }), 'faint')] : []),
  ];
}

type ShownList = { around: Around; wording: Wording };

export const linkGrid = (list: LinkList, choice: Choice, { around, wording }: ShownList): ShownGrid => ({
  caption: wording.texts('links')('caption', { count: list.total }),
  heads: headsOf(shownIn(choice.columns, wording), { path: PATH, query: choice, sort: choice.sort ?? '' }),
  rows: linkRows(list.items, around, { columns: choice.columns, wording }),
  foot: [shownIn(choice.columns, wording).map(({ id }) => totalOf(id, list, wording))],
  ...windowOf(list, 'links', choice),
});
