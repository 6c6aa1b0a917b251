import type { Texts } from '../en/all-areas.ts';

export const roles: Texts['roles'] = {};
