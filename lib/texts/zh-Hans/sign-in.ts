import type { Texts } from '../en/all-areas.ts';

export const signIn: Texts['signIn'] = {};
