import { answer, refuseParameters, respond } from '#app/api/respond.ts';
import { getViews } from '#lib/queries/views.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    return answer(await getViews());
  });
