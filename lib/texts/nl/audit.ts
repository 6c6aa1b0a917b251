import type { Texts } from '../en/all-areas.ts';

export const audit: Texts['audit'] = {};
