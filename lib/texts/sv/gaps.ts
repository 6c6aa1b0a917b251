import type { Texts } from '../en/all-areas.ts';

export const gaps: Texts['gaps'] = {};
