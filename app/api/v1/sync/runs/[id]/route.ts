import { answer, notFound, refuseParameters, respond } from '#app/api/respond.ts';
import { getRun } from '#lib/queries/sync-runs.ts';

type Context = { params: Promise<{ id: string }> };

export const GET = (request: Request, { params }: Context): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    const run = await getRun((await params).id);
    return run === null ? notFound('No sync run with this id is known.') : answer(run);
  });
