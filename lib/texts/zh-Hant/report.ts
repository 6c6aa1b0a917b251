import type { Texts } from '../en/all-areas.ts';

export const report: Texts['report'] = {};
