import type { IconName } from '#components/ui/icon-shapes.ts';
import type { Tone } from '#components/ui/tone.ts';
import type { SetupItem } from '#lib/queries/schemas/setup.ts';

export const SETUP_LOOKS: Record<SetupItem['state'], { tone: Tone; icon: IconName }> = {
  done: { tone: 'earn', icon: 'check' },
  'to-do': { tone: 'part', icon: 'warn' },
  'under-way': { tone: 'wait', icon: 'clock' },
  refused: { tone: 'miss', icon: 'lock' },
  'partly-refused': { tone: 'part', icon: 'partly' },
  failed: { tone: 'miss', icon: 'cross' },
  later: { tone: 'mute', icon: 'none' },
};

/** Somebody has to do something, and the reader wants to know. */
export const isOpen = ({ state, setAside }: SetupItem): boolean =>
  !setAside && (state === 'to-do' || state === 'refused' || state === 'partly-refused');
