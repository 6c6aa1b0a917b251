import type { Texts } from '../en/all-areas.ts';

export const remedies: Texts['remedies'] = {};
