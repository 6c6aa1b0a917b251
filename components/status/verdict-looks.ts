import type { IconName } from '#components/ui/icon-shapes.ts';
import type { Tone } from '#components/ui/tone.ts';
import type { Access, Credit, Linked, Verdict } from '#lib/core/statuses.ts';

export type Look = { tone: Tone; icon: IconName; word: string };

export const VERDICT_LOOKS: Record<Verdict, Look> = {
  earning: { tone: 'earn', icon: 'check', word: 'Earning' },
  partial: { tone: 'part', icon: 'partly', word: 'Partly' },
  'not-earning': { tone: 'miss', icon: 'cross', word: 'Not earning' },
  'not-applicable': { tone: 'mute', icon: 'none', word: 'Not applicable' },
  pending: { tone: 'wait', icon: 'clock', word: 'Waiting' },
  unverified: { tone: 'doubt', icon: 'swap', word: 'Unverified' },
  unknown: { tone: 'mute', icon: 'unknown', word: 'Unknown' },
};

export const LINKED_LOOKS: Record<Linked, Look> = {
  yes: { tone: 'earn', icon: 'link', word: 'Linked' },
  automatic: { tone: 'earn', icon: 'auto-link', word: 'Automatic' },
  no: { tone: 'miss', icon: 'unlink', word: 'Not linked' },
  unknown: { tone: 'mute', icon: 'unknown', word: 'Unknown' },
};

export const ACCESS_LOOKS: Record<Access, Look> = {
  covered: { tone: 'earn', icon: 'check', word: 'Covered' },
  partly: { tone: 'part', icon: 'partly', word: 'Partly' },
  'not-covered': { tone: 'miss', icon: 'cross', word: 'Not covered' },
  unknown: { tone: 'mute', icon: 'unknown', word: 'Unknown' },
};

export const CREDIT_LOOKS: Record<Credit, Look> = {
  credited: { tone: 'earn', icon: 'check', word: 'Credited' },
  partly: { tone: 'part', icon: 'partly', word: 'Partly' },
  'not-credited': { tone: 'miss', icon: 'cross', word: 'Not credited' },
  'not-applicable': { tone: 'mute', icon: 'none', word: 'Not applicable' },
  unknown: { tone: 'mute', icon: 'unknown', word: 'Unknown' },
};

export const ROLE_EARNS_LOOKS: Record<'yes' | 'no' | 'unlisted', Look> = {
  yes: { tone: 'earn', icon: 'check', word: 'Earns credit' },
  no: { tone: 'miss', icon: 'cross', word: 'Does not earn' },
  unlisted: { tone: 'mute', icon: 'unknown', word: 'Not listed' },
};

export const PATH_EARNS_LOOKS: Record<'yes' | 'no' | 'unknown', Look> = {
  yes: { tone: 'earn', icon: 'check', word: 'Should earn' },
  no: { tone: 'miss', icon: 'cross', word: 'Does not earn' },
  unknown: { tone: 'mute', icon: 'unknown', word: 'Unknown' },
};
