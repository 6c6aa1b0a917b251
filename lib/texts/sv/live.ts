import type { Texts } from '../en/all-areas.ts';

export const live: Texts['live'] = {};
