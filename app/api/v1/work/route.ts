import { answer, parseQuery, respond } from '#app/api/respond.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { workQuery } from '#lib/queries/schemas/work.ts';
import { getWork } from '#lib/queries/work.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => {
    await requireActor('Pec.Viewer');
    return answer(await getWork(parseQuery(request, workQuery)));
  });
