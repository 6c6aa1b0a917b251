import type { Texts } from '../en/all-areas.ts';

export const palette: Texts['palette'] = {};
