import type { RolesPageQuery } from '#lib/queries/schemas/roles.ts';

export const PATH = '/roles';

/** What the address of the list holds besides its page. */
export type Choice = Omit<RolesPageQuery, 'limit' | 'cursor'>;

export const choiceOf = ({ limit: _limit, cursor: _cursor, ...choice }: RolesPageQuery): Choice => choice;
