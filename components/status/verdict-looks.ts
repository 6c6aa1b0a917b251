import type { IconName } from '#components/ui/icon-shapes.ts';
import type { Tone } from '#components/ui/tone.ts';
import type { Access, Credit, Linked, Verdict } from '#lib/core/statuses.ts';

export type Look = StatusLook & { word: string };

type StatusLook = { tone: Tone; icon: IconName };

export const VERDICT_LOOKS: Record<Verdict, StatusLook> = {
  earning: { tone: 'earn', icon: 'check' },
  partial: { tone: 'part', icon: 'partly' },
  'not-earning': { tone: 'miss', icon: 'cross' },
  'not-applicable': { tone: 'mute', icon: 'none' },
  pending: { tone: 'wait', icon: 'clock' },
  unverified: { tone: 'doubt', icon: 'swap' },
  unknown: { tone: 'mute', icon: 'unknown' },
};

export const LINKED_LOOKS: Record<Linked, StatusLook> = {
  yes: { tone: 'earn', icon: 'link' },
  automatic: { tone: 'earn', icon: 'auto-link' },
  no: { tone: 'miss', icon: 'unlink' },
  unknown: { tone: 'mute', icon: 'unknown' },
};

export const ACCESS_LOOKS: Record<Access, StatusLook> = {
  covered: { tone: 'earn', icon: 'check' },
  partly: { tone: 'part', icon: 'partly' },
  'not-covered': { tone: 'miss', icon: 'cross' },
  unknown: { tone: 'mute', icon: 'unknown' },
};

export const CREDIT_LOOKS: Record<Credit, StatusLook> = {
  credited: { tone: 'earn', icon: 'check' },
  partly: { tone: 'part', icon: 'partly' },
  'not-credited': { tone: 'miss', icon: 'cross' },
  'not-applicable': { tone: 'mute', icon: 'none' },
  unknown: { tone: 'mute', icon: 'unknown' },
};

export const ROLE_EARNS_LOOKS: Record<'yes' | 'no' | 'unlisted', StatusLook> = {
  yes: { tone: 'earn', icon: 'check' },
  no: { tone: 'miss', icon: 'cross' },
  unlisted: { tone: 'mute', icon: 'unknown' },
};

export const PATH_EARNS_LOOKS: Record<'yes' | 'no' | 'unknown', StatusLook> = {
  yes: { tone: 'earn', icon: 'check' },
  no: { tone: 'miss', icon: 'cross' },
  unknown: { tone: 'mute', icon: 'unknown' },
};
