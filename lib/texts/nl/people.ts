import type { Texts } from '../en/all-areas.ts';

export const people: Texts['people'] = {};
