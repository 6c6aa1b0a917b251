import type { Texts } from '../en/all-areas.ts';

export const answers: Texts['answers'] = {};
