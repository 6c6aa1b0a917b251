import type { Texts } from '../en/all-areas.ts';

export const links: Texts['links'] = {};
