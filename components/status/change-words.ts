import type { IconName } from '#components/ui/icon-shapes.ts';
import type { Tone } from '#components/ui/tone.ts';
import type { ChangeKind } from '#lib/core/statuses.ts';

type ChangeLook = { tone: Tone; icon: IconName };

export const CHANGE_LOOKS: Record<ChangeKind, ChangeLook> = {
  'customer-new': { tone: 'wait', icon: 'customers' },
  'subscription-new': { tone: 'wait', icon: 'subscriptions' },
  'subscription-unseen': { tone: 'mute', icon: 'unknown' },
  'transferred-in': { tone: 'wait', icon: 'swap' },
  'transferred-away': { tone: 'mute', icon: 'swap' },
  'access-won': { tone: 'earn', icon: 'roles' },
  'access-lost': { tone: 'miss', icon: 'roles' },
  'role-changed': { tone: 'part', icon: 'roles' },
  'link-new': { tone: 'earn', icon: 'link' },
  'link-gone': { tone: 'miss', icon: 'unlink' },
  'link-changed': { tone: 'part', icon: 'link' },
  'verdict-changed': { tone: 'wait', icon: 'stale' },
  'source-refused': { tone: 'part', icon: 'lock' },
  'source-read': { tone: 'earn', icon: 'check' },
};
