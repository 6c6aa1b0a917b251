import type { Texts } from '../en/all-areas.ts';

export const customers: Texts['customers'] = {};
