import type { IconName } from '#components/ui/icon-shapes.ts';
import type { Tone } from '#components/ui/tone.ts';
import type { CostGroup } from '#lib/queries/schemas/costs.ts';

export const KEY_NAMES: Record<CostGroup, string> = {
  customer: 'Customer',
  subscription: 'Subscription',
  resourceGroup: 'Resource group',
  service: 'Service',
  class: 'Class',
  day: 'Day',
  credited: 'Credit applied',
};

export const CREDITED_WORDS: Record<'yes' | 'no' | 'unknown', { tone: Tone; icon: IconName; name: string }> =
  {
    yes: { tone: 'earn', icon: 'check', name: 'Credit applied' },
    no: { tone: 'miss', icon: 'cross', name: 'No credit applied' },
    unknown: { tone: 'mute', icon: 'unknown', name: 'Credit not told' },
  };

/** Stands in addresses for charges without a resource group. */
export const NO_GROUP = '~none';

export const groupName = (name: string): string =>
  name === '' || name === NO_GROUP ? 'no resource group' : name;
