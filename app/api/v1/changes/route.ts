import { answer, parseQuery, respond } from '#app/api/respond.ts';
import { getChanges } from '#lib/queries/changes.ts';
import { changesQuery } from '#lib/queries/schemas/changes.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => answer(await getChanges(parseQuery(request, changesQuery))));
