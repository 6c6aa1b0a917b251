import type { Texts } from '../en/all-areas.ts';

export const costs: Texts['costs'] = {};
