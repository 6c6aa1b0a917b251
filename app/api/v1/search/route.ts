import { answer, parseQuery, respond } from '#app/api/respond.ts';
import { searchQuery } from '#lib/queries/schemas/search.ts';
import { findAnything } from '#lib/queries/search.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => answer(await findAnything(parseQuery(request, searchQuery))));
