import type { PartName } from './stacked-bars.ts';

type PartLook = {
  /** Colour and pattern: neither is needed to tell the parts apart. */
  look: string;
  fill: string;
  pattern: 'plain' | 'stripes' | 'hatch' | 'dots';
};

export const PART_LOOKS: Record<PartName, PartLook> = {
  credited: {
    look: 'bg-earn-fill',
    fill: 'var(--color-earn-fill)',
    pattern: 'plain',
  },
  notEarned: {
    look: 'bg-miss-fill stripes',
    fill: 'var(--color-miss-fill)',
    pattern: 'stripes',
  },
  unclassified: {
    look: 'bg-mute-fill hatch',
    fill: 'var(--color-mute-fill)',
    pattern: 'hatch',
  },
  ineligible: {
    look: 'bg-wait-fill dots',
    fill: 'var(--color-wait-fill)',
    pattern: 'dots',
  },
};
