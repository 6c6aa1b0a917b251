import type { Texts } from '../en/all-areas.ts';

export const imports: Texts['imports'] = {};
