import type { LinksQuery } from '#lib/queries/schemas/links.ts';

export const PATH = '/links';

export type Choice = { [Name in 'state' | 'where' | 'q']: LinksQuery[Name] };

export const choiceOf = ({ state, where, q }: LinksQuery): Choice => ({ state, where, q });

export const isFiltered = (choice: Choice): boolean =>
  Object.values(choice).some((value) => value !== undefined);
