import type { IconName } from '#components/ui/icon-shapes.ts';
import type { Tone } from '#components/ui/tone.ts';
import type { ChangeKind } from '#lib/core/statuses.ts';

type ChangeLook = { tone: Tone; icon: IconName; word: string };

export const CHANGE_LOOKS: Record<ChangeKind, ChangeLook> = {
  'customer-new': { tone: 'wait', icon: 'customers', word: 'New customer' },
  'subscription-new': { tone: 'wait', icon: 'subscriptions', word: 'New subscription' },
  'subscription-unseen': { tone: 'mute', icon: 'unknown', word: 'Subscription not seen any more' },
  'transferred-in': { tone: 'wait', icon: 'swap', word: 'Billing moved to you' },
  'transferred-away': { tone: 'mute', icon: 'swap', word: 'Billing moved away' },
  'access-won': { tone: 'earn', icon: 'roles', word: 'Access given' },
  'access-lost': { tone: 'miss', icon: 'roles', word: 'Access lost' },
  'role-changed': { tone: 'part', icon: 'roles', word: 'Roles changed' },
  'link-new': { tone: 'earn', icon: 'link', word: 'Partner link made' },
  'link-gone': { tone: 'miss', icon: 'unlink', word: 'Partner link removed' },
  'link-changed': { tone: 'part', icon: 'link', word: 'Partner ID changed' },
  'verdict-changed': { tone: 'wait', icon: 'stale', word: 'Verdict changed' },
  'source-refused': { tone: 'part', icon: 'lock', word: 'Reading refused' },
  'source-read': { tone: 'earn', icon: 'check', word: 'Read again' },
};
