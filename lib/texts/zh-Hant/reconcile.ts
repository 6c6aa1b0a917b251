import type { Texts } from '../en/all-areas.ts';

export const reconcile: Texts['reconcile'] = {};
