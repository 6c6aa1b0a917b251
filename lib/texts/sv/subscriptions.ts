import type { Texts } from '../en/all-areas.ts';

export const subscriptions: Texts['subscriptions'] = {};
