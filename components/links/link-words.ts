import type { Wording } from '#lib/texts/wording.ts';
import { LINKED_LOOKS, type Look } from '#components/status/verdict-looks.ts';
import type { Link, LinkState } from '#lib/queries/schemas/links.ts';

const STATE_LOOKS: Record<LinkState, Omit<Look, 'word'>> = {
  linked: LINKED_LOOKS.yes,
  'not-linked': LINKED_LOOKS.no,
  unknown: LINKED_LOOKS.unknown,
  attested: { tone: 'doubt', icon: 'link' },
};

const STATUSES = { linked: 'linked.yes', 'not-linked': 'linked.no', unknown: 'linked.unknown' } as const;

export const STATES: readonly LinkState[] = ['linked', 'attested', 'not-linked', 'unknown'];

export const stateLook = (state: LinkState, { texts }: Wording): Look => ({
  ...STATE_LOOKS[state],
  word: state === 'attested' ? texts('links')('state.attested') : texts('statuses')(STATUSES[state]),
});

const TYPES = ['user', 'service-principal', 'group', 'foreign-group'] as const;

/** A kind of later versions is called as it is there. */
export function typeName(type: string | null, { texts }: Wording): string {
  const known = TYPES.find((one) => one === type);
  if (known === undefined && type !== null) return type.replaceAll('-', ' ');
  return texts('links')(`type.${known ?? 'unread'}`);
}

/** What to do about one identity; null where nothing is. */
export function linkAdvice(link: Link, { texts }: Wording): string | null {
  const advice = adviceOf(link);
  return advice === null ? null : texts('links')(`advise.${advice}`);
}

function adviceOf(link: Link) {
  if (link.enabled === false && link.subscriptions > 0) return 'disabled';
  if (link.state === 'unknown') return unknownAdvice(link);
  if (link.state === 'not-linked') {
    if (link.earning === 0) return null;
    return link.managingTenant ? 'linkManaging' : 'linkCustomer';
  }
  if (link.ours === 'other' || link.ours === 'global') return link.ours;
  if (!link.carriesMuch) return null;
  return link.principalType === 'user' ? 'person' : 'second';
}

function unknownAdvice({ principalType, checkedAt }: Link) {
  if (principalType === 'group') return 'group';
  if (checkedAt !== null) return 'tooOld';
  return principalType === 'user' ? 'askPerson' : 'addCredential';
}
