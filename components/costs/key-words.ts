import type { IconName } from '#components/ui/icon-shapes.ts';
import type { Tone } from '#components/ui/tone.ts';

export const CREDITED_LOOKS: Record<'yes' | 'no' | 'unknown', { tone: Tone; icon: IconName }> = {
  yes: { tone: 'earn', icon: 'check' },
  no: { tone: 'miss', icon: 'cross' },
  unknown: { tone: 'mute', icon: 'unknown' },
};

/** Stands in addresses for charges without a resource group. */
export const NO_GROUP = '~none';

export const isNoGroup = (name: string): boolean => name === '' || name === NO_GROUP;
