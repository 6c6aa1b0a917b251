import { answer, refuseParameters, respond } from '#app/api/respond.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { getSetup } from '#lib/queries/setup.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => {
    await requireActor('Pec.Viewer');
    refuseParameters(request);
    return answer(await getSetup());
  });
