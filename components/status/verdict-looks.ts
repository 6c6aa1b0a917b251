import type { IconName } from '#components/ui/icon-shapes.ts';
import type { Tone } from '#components/ui/tone.ts';
import type { Access, Credit, Linked, Verdict } from '#lib/core/statuses.ts';
import { statuses } from '#lib/texts/en/statuses.ts';

export type Look = { tone: Tone; icon: IconName; word: string };

export const VERDICT_LOOKS: Record<Verdict, Look> = {
  earning: { tone: 'earn', icon: 'check', word: statuses.verdict.earning },
  partial: { tone: 'part', icon: 'partly', word: statuses.verdict.partial },
  'not-earning': { tone: 'miss', icon: 'cross', word: statuses.verdict['not-earning'] },
  'not-applicable': { tone: 'mute', icon: 'none', word: statuses.verdict['not-applicable'] },
  pending: { tone: 'wait', icon: 'clock', word: statuses.verdict.pending },
  unverified: { tone: 'doubt', icon: 'swap', word: statuses.verdict.unverified },
  unknown: { tone: 'mute', icon: 'unknown', word: statuses.verdict.unknown },
};

export const LINKED_LOOKS: Record<Linked, Look> = {
  yes: { tone: 'earn', icon: 'link', word: statuses.linked.yes },
  automatic: { tone: 'earn', icon: 'auto-link', word: statuses.linked.automatic },
  no: { tone: 'miss', icon: 'unlink', word: statuses.linked.no },
  unknown: { tone: 'mute', icon: 'unknown', word: statuses.linked.unknown },
};

export const ACCESS_LOOKS: Record<Access, Look> = {
  covered: { tone: 'earn', icon: 'check', word: statuses.access.covered },
  partly: { tone: 'part', icon: 'partly', word: statuses.access.partly },
  'not-covered': { tone: 'miss', icon: 'cross', word: statuses.access['not-covered'] },
  unknown: { tone: 'mute', icon: 'unknown', word: statuses.access.unknown },
};

export const CREDIT_LOOKS: Record<Credit, Look> = {
  credited: { tone: 'earn', icon: 'check', word: statuses.credit.credited },
  partly: { tone: 'part', icon: 'partly', word: statuses.credit.partly },
  'not-credited': { tone: 'miss', icon: 'cross', word: statuses.credit['not-credited'] },
  'not-applicable': { tone: 'mute', icon: 'none', word: statuses.credit['not-applicable'] },
  unknown: { tone: 'mute', icon: 'unknown', word: statuses.credit.unknown },
};

export const ROLE_EARNS_LOOKS: Record<'yes' | 'no' | 'unlisted', Look> = {
  yes: { tone: 'earn', icon: 'check', word: statuses.roleEarns.yes },
  no: { tone: 'miss', icon: 'cross', word: statuses.roleEarns.no },
  unlisted: { tone: 'mute', icon: 'unknown', word: statuses.roleEarns.unlisted },
};

export const PATH_EARNS_LOOKS: Record<'yes' | 'no' | 'unknown', Look> = {
  yes: { tone: 'earn', icon: 'check', word: statuses.pathEarns.yes },
  no: { tone: 'miss', icon: 'cross', word: statuses.pathEarns.no },
  unknown: { tone: 'mute', icon: 'unknown', word: statuses.pathEarns.unknown },
};
