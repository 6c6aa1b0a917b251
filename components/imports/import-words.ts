import { formatCount } from '#components/ui/format-numbers.ts';
import type { IconName } from '#components/ui/icon.tsx';
import type { Tone } from '#components/ui/tone.ts';
import type { CostImport } from '#lib/queries/schemas/imports.ts';

export const KIND_WORDS: Record<NonNullable<CostImport['kind']>, string> = {
  'cost-details': 'Cost details',
  'daily-rated-usage': 'Daily rated usage',
  focus: 'FOCUS export',
  reconciliation: 'Invoice reconciliation',
  'line-items': 'Line items of Partner Center',
};

export const WAY_WORDS: Record<CostImport['way'], string> = {
  upload: 'uploaded',
  command: 'by the command line',
  folder: 'from the watched folder',
  container: 'from the watched container',
};

type Looks = { word: string; tone: Tone; icon: IconName };

export const STATE_LOOKS: Record<CostImport['state'], Looks> = {
  waiting: { word: 'Waiting for the file before', tone: 'wait', icon: 'clock' },
  reading: { word: 'Reading', tone: 'wait', icon: 'clock' },
  storing: { word: 'Storing its sums', tone: 'wait', icon: 'clock' },
  judging: { word: 'Judging its customers', tone: 'wait', icon: 'clock' },
  cancelling: { word: 'Being cancelled', tone: 'wait', icon: 'clock' },
  done: { word: 'Imported', tone: 'earn', icon: 'check' },
  refused: { word: 'Refused', tone: 'miss', icon: 'cross' },
  failed: { word: 'Failed', tone: 'miss', icon: 'cross' },
  cancelled: { word: 'Cancelled', tone: 'mute', icon: 'none' },
  interrupted: { word: 'Interrupted', tone: 'part', icon: 'warn' },
  undone: { word: 'Taken back', tone: 'mute', icon: 'none' },
};

const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const;

export function formatBytes(bytes: number): string {
  const step = Math.min(UNITS.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return `${step === 0 ? formatCount(bytes) : value.toFixed(value < 10 ? 1 : 0)} ${UNITS[step] ?? ''}`;
}
