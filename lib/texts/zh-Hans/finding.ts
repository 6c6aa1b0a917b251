import type { Texts } from '../en/all-areas.ts';

export const finding: Texts['finding'] = {};
