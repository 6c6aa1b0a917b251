import type { Texts } from '../en/all-areas.ts';

export const customer: Texts['customer'] = {};
