import { LINKED_LOOKS, type Look } from '#components/status/verdict-looks.ts';
import type { Link, LinkState } from '#lib/queries/schemas/links.ts';

export const STATE_LOOKS: Record<LinkState, Look> = {
  linked: LINKED_LOOKS.yes,
  'not-linked': LINKED_LOOKS.no,
  unknown: LINKED_LOOKS.unknown,
  attested: { tone: 'doubt', icon: 'link', word: 'Attested' },
};

export const STATES: readonly LinkState[] = ['linked', 'attested', 'not-linked', 'unknown'];

export const HOW_WORDS: Record<NonNullable<Link['how']>, string> = {
  'own-token': 'Read with its own token',
  'link-credential': 'Read with its link credential',
  'on-behalf-of': 'Read as the signed-in person',
  attested: 'Attested by a person',
};

const TYPES: ReadonlyMap<string, string> = new Map([
  ['user', 'User'],
  ['service-principal', 'Service principal'],
  ['group', 'Group'],
  ['foreign-group', 'Group of another tenant'],
]);

export const typeName = (type: string | null): string =>
  type === null ? 'Kind not read' : (TYPES.get(type) ?? type.replaceAll('-', ' '));

/** What to do about one identity; null where nothing is. */
export function linkAdvice(link: Link): string | null {
  if (link.enabled === false && link.subscriptions > 0) {
    return 'Disabled, so its link no longer counts: link another identity, best a service principal.';
  }
  if (link.state === 'unknown') return unknownAdvice(link);
  if (link.state === 'not-linked') {
    return link.earning > 0
      ? `Link it to a location partner ID of yours in ${link.managingTenant ? 'your managing tenant' : 'this customer’s tenant'}.`
      : null;
  }
  if (link.ours === 'other')
    return 'Linked to a partner ID that is not among yours: change the link, or add the ID to PARTNER_IDS.';
  if (link.ours === 'global')
    return 'Linked to the global partner ID: change the link to a location partner ID.';
  if (!link.carriesMuch) return null;
  return link.principalType === 'user'
    ? 'A person may leave, and the credit with them: link a service principal beside.'
    : 'If it is deleted or disabled the credit ends: link a second identity.';
}

function unknownAdvice({ principalType, checkedAt }: Link): string {
  if (principalType === 'group')
    return 'A group cannot be linked: its members can, and they were not read or there are none.';
  if (checkedAt !== null) return 'Last read too long ago to count: check that its credential still works.';
  if (principalType === 'user')
    return 'Only the person’s own sign-in shows it: ask for “Check my link”, or record an attestation.';
  return 'Only its own token shows it: add its credential to LINK_CREDENTIALS_FILE, or record an attestation.';
}
