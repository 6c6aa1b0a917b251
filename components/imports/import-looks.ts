import { useFormats, useTexts } from '#language';
import type { IconName } from '#components/ui/icon.tsx';
import type { Tone } from '#components/ui/tone.ts';
import type { CostImport } from '#lib/queries/schemas/imports.ts';

type Look = { tone: Tone; icon: IconName };

export const STATE_LOOKS: Record<CostImport['state'], Look> = {
  waiting: { tone: 'wait', icon: 'clock' },
  reading: { tone: 'wait', icon: 'clock' },
  storing: { tone: 'wait', icon: 'clock' },
  judging: { tone: 'wait', icon: 'clock' },
  cancelling: { tone: 'wait', icon: 'clock' },
  done: { tone: 'earn', icon: 'check' },
  refused: { tone: 'miss', icon: 'cross' },
  failed: { tone: 'miss', icon: 'cross' },
  cancelled: { tone: 'mute', icon: 'none' },
  interrupted: { tone: 'part', icon: 'warn' },
  undone: { tone: 'mute', icon: 'none' },
};

const UNITS = ['kB', 'MB', 'GB'] as const;

/** The size of a file: 12 bytes, 3.4 kB, 120 MB. */
export function useBytes(): (bytes: number) => string {
  const t = useTexts('importFiles');
  const { count } = useFormats();
  return (bytes) => {
    if (bytes < 1000) return t('bytes', { count: bytes });
    const step = Math.min(UNITS.length, Math.floor(Math.log10(bytes) / 3));
    const value = bytes / 1000 ** step;
    return `${count(Number(value.toFixed(value < 10 ? 1 : 0)))} ${UNITS[step - 1] ?? ''}`;
  };
}
