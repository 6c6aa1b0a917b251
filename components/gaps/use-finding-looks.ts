import { useWording } from '#language';
import type { Wording } from '#lib/texts/wording.ts';
import type { Look } from '#components/status/verdict-looks.ts';
import type { FindingState, Severity } from '#lib/core/statuses.ts';

const STATES: Record<FindingState, Omit<Look, 'word'>> = {
  open: { tone: 'miss', icon: 'warn' },
  'in-progress': { tone: 'wait', icon: 'sync' },
  waiting: { tone: 'wait', icon: 'pause' },
  resolved: { tone: 'earn', icon: 'check' },
  accepted: { tone: 'mute', icon: 'none' },
};

const SEVERITIES: Record<Severity, Omit<Look, 'word'>> = {
  high: { tone: 'miss', icon: 'warn' },
  medium: { tone: 'part', icon: 'partly' },
  low: { tone: 'mute', icon: 'info' },
  none: { tone: 'mute', icon: 'none' },
  unknown: { tone: 'mute', icon: 'unknown' },
};

/** Icon, word and colour of a finding's state and of how much it weighs. */
export function findingLooksIn({ texts }: Wording) {
  const t = texts('finding');
  return {
    state: (state: FindingState): Look => ({ ...STATES[state], word: t(`state.${state}`) }),
    severity: (severity: Severity): Look => ({ ...SEVERITIES[severity], word: t(`severity.${severity}`) }),
  };
}

export const useFindingLooks = () => findingLooksIn(useWording());
