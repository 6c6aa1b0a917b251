import type { PartName } from './day-chart-shape.ts';

type PartLook = {
  /** In legends, bars and tables. */
  name: string;
  /** Colour and pattern: neither is needed to tell the parts apart. */
  look: string;
  fill: string;
  pattern: 'plain' | 'stripes' | 'hatch' | 'dots';
};

export const PART_LOOKS: Record<PartName, PartLook> = {
  credited: {
    name: 'received credit',
    look: 'bg-earn-fill',
    fill: 'var(--color-earn-fill)',
    pattern: 'plain',
  },
  notEarned: {
    name: 'eligible, no credit',
    look: 'bg-miss-fill stripes',
    fill: 'var(--color-miss-fill)',
    pattern: 'stripes',
  },
  unclassified: {
    name: 'no credit, not yet classified',
    look: 'bg-mute-fill hatch',
    fill: 'var(--color-mute-fill)',
    pattern: 'hatch',
  },
  ineligible: {
    name: 'cannot earn',
    look: 'bg-wait-fill dots',
    fill: 'var(--color-wait-fill)',
    pattern: 'dots',
  },
};
