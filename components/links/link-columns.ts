import {
  choosable,
  columnsIn,
  headsOf,
  rowsOf,
  windowOf,
  type GridColumn,
} from '#components/grid/grid-columns.ts';
import type { GridRow, Part, ShownGrid } from '#components/grid/grid-shape.ts';
import { lookPart, nonePart, textPart } from '#components/status/status-parts.ts';
import { formatAge, formatDate, formatInstant } from '#components/ui/format-dates.ts';
import { formatCount, plural } from '#components/ui/format-numbers.ts';
import type { LinkColumn } from '#lib/queries/schemas/columns.ts';
import type { Link, LinkList } from '#lib/queries/schemas/links.ts';
import { PATH, type Choice } from './choice.ts';
import { HOW_WORDS, linkAdvice, STATE_LOOKS, typeName } from './link-words.ts';

/** `attests`: the one who looks may attest a link. */
type Around = { now: string; attests: boolean };
type Column = GridColumn<Link, Around> & { id: LinkColumn };

const PLAIN = { numeric: false, wide: false, sort: null, help: null } as const;

const COLUMNS: readonly Column[] = [
  {
    ...{ ...PLAIN, id: 'identity', title: 'Identity', label: '', wide: true, widthRem: 13 },
    cell: ({ displayName, principalType, enabled, principalId }) => [
      displayName === null ? textPart('name not read', 'soft') : textPart(displayName),
      textPart(typeName(principalType), 'faint'),
      ...(enabled === false ? [DISABLED] : []),
      { kind: 'id', id: principalId, label: 'object id' },
    ],
  },
  {
    ...{ ...PLAIN, id: 'tenant', title: 'Tenant', label: 'Tenant', wide: true, widthRem: 10 },
    cell: tenantParts,
  },
  { ...{ ...PLAIN, id: 'link', title: 'Link', label: 'Link', widthRem: 10 }, cell: linkParts },
  {
    ...{ ...PLAIN, id: 'how', title: 'How we know', label: 'How we know', wide: true, widthRem: 13 },
    cell: (link, { now, attests }) => [
      ...howParts(link, now),
      ...(attests && isForAttesting(link) ? [{ kind: 'own' as const, value: link }] : []),
    ],
  },
  {
    ...{ ...PLAIN, id: 'subscriptions', title: 'Subscriptions', label: 'Subscriptions', numeric: true },
    widthRem: 11,
    help: {
      about: 'the number of subscriptions',
      text: 'Where the identity holds a permanent role, itself or as a member of a group; where that role earns; and where no other linked identity has one.',
    },
    cell: loadParts,
  },
  {
    ...{ ...PLAIN, id: 'advice', title: 'What to do', label: 'What to do', wide: true, widthRem: 14 },
    cell: (link) => {
      const advice = linkAdvice(link);
      return [advice === null ? nonePart('nothing to do') : textPart(advice, 'soft')];
    },
  },
];

const DISABLED: Part = { kind: 'badge', tone: 'miss', icon: 'cross', text: 'Disabled' };

/** A link that was read needs nobody's word; a group cannot be linked. */
const isForAttesting = ({ state, how, principalType }: Link): boolean =>
  how === 'attested' || (state === 'unknown' && principalType !== 'group');

function tenantParts({ managingTenant, tenantName, tenantId }: Link): Part[] {
  if (managingTenant) return [textPart('Your tenant')];
  if (tenantName === null) {
    return [textPart('Another tenant'), { kind: 'id', id: tenantId, label: 'tenant id' }];
  }
  return [{ kind: 'link', text: tenantName, href: `/customers/${tenantId}`, look: 'soft' }];
}

const WHOSE: Record<NonNullable<Link['ours']>, string> = {
  location: 'yours',
  global: 'your global ID',
  other: 'not among yours',
};

function linkParts({ state, partnerId, partnerName, ours, since }: Link): Part[] {
  const look =
    ours === null || ours === 'location'
      ? STATE_LOOKS[state]
      : { ...STATE_LOOKS[state], tone: ours === 'other' ? ('miss' as const) : ('part' as const) };
  return [
    lookPart(look),
    ...(partnerId === null
      ? []
      : [textPart(ours === null ? partnerId : `${partnerId}, ${WHOSE[ours]}`, 'soft')]),
    ...(partnerId === null || partnerName === null ? [] : [textPart(partnerName, 'faint')]),
    ...(since === null ? [] : [textPart(`since ${formatDate(since)}`, 'faint')]),
  ];
}

function howParts({ how, checkedAt, expiresAt, evidence }: Link, now: string): Part[] {
  if (how === null || checkedAt === null) return [nonePart('never read')];
  const until = expiresAt === null ? '' : `, counts until ${formatDate(expiresAt)}`;
  const text = `${formatAge(checkedAt, now)}${until}`;
  return [
    textPart(HOW_WORDS[how], 'soft'),
    { kind: 'time', at: checkedAt, text, exact: formatInstant(checkedAt), before: '' },
    ...(evidence === null ? [] : [textPart(evidence, 'faint')]),
  ];
}

function loadParts({ subscriptions, earning, alone, carriesMuch }: Link): Part[] {
  if (subscriptions === 0) return [textPart('0', 'faint')];
  const single = `${formatCount(alone)} on it alone`;
  return [
    textPart(formatCount(subscriptions)),
    textPart(`${formatCount(earning)} with a role that earns`, 'faint'),
    ...(carriesMuch
      ? [{ kind: 'badge' as const, tone: 'part' as const, icon: 'warn' as const, text: single }]
      : []),
    ...(!carriesMuch && alone > 0 ? [textPart(single, 'faint')] : []),
  ];
}

const shownIn = (columns: string | undefined): Column[] => columnsIn(COLUMNS, columns);

export const linkChooser = (columns: string | undefined) => ({
  all: choosable(COLUMNS),
  shown: shownIn(columns).map(({ id }) => id),
});

export const linkRows = (items: readonly Link[], around: Around, columns: string | undefined): GridRow[] =>
  rowsOf({
    ...{ columns: shownIn(columns), items, around },
    keyOf: ({ tenantId, principalId }) => `${tenantId}/${principalId}`,
  });

export const linkGrid = (list: LinkList, choice: Choice, around: Around): ShownGrid => ({
  caption: `Identities in use, ${plural(list.total, 'row')}`,
  heads: headsOf(shownIn(choice.columns), { path: PATH, query: choice, sort: '' }),
  rows: linkRows(list.items, around, choice.columns),
  foot: [],
  ...windowOf(list, 'links', choice),
});
