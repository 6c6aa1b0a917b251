import type { AuditPageQuery } from '#lib/queries/schemas/audit.ts';

export const PATH = '/audit';

/** What the address of the list holds besides its page. */
export type Choice = Omit<AuditPageQuery, 'limit' | 'cursor'>;

export const choiceOf = ({ limit: _limit, cursor: _cursor, ...choice }: AuditPageQuery): Choice => choice;
