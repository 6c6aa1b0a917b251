import type { Texts } from '../en/all-areas.ts';

export const subscription: Texts['subscription'] = {};
