import type { Texts } from '../en/all-areas.ts';

export const notes: Texts['notes'] = {};
