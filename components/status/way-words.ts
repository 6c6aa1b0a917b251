import type { UnreadReason } from '#lib/core/statuses.ts';
import { COST_WAY_WORDS } from './cost-way-words.ts';

const WAYS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(COST_WAY_WORDS).map(([way, { name }]) => [way, name] as const),
  ['resource-graph', 'Azure Resource Graph'],
  ['list', 'the list of each subscription'],
  ['managing-tenant', 'a token of your tenant'],
  ['customer-tenant', 'a token of the customer’s tenant'],
  ['own-token', 'its own token'],
  ['link-credential', 'its link credential'],
  ['on-behalf-of', 'the person’s own sign-in'],
  ['attested', 'a person’s word'],
]);

/** By which way a fact was read, in words; a way of later versions as it is called there. */
export const wayWords = (way: string): string => WAYS.get(way) ?? way;

export const UNREAD_WORDS: Record<UnreadReason, string> = {
  forbidden: 'Not allowed',
  'no-consent': 'No consent',
  failed: 'Failed',
  'not-asked': 'Not needed',
  'not-visible': 'Not visible',
  'too-old': 'Too old to count',
};
