import type { Texts } from '../en/all-areas.ts';

export const sync: Texts['sync'] = {};
