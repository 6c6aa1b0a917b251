import type { Texts } from '../en/all-areas.ts';

export const settings: Texts['settings'] = {};
