import type { Texts } from '../en/all-areas.ts';

export const ownLink: Texts['ownLink'] = {};
