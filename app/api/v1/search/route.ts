import { answer, parseQuery, respond } from '#app/api/respond.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { searchQuery } from '#lib/queries/schemas/search.ts';
import { findAnything } from '#lib/queries/search.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => {
    await requireActor('Pec.Viewer');
    return answer(await findAnything(parseQuery(request, searchQuery)));
  });
