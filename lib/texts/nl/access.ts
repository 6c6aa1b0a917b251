import type { Texts } from '../en/all-areas.ts';

export const access: Texts['access'] = {};
