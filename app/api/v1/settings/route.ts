import { readBody } from '#app/api/read-body.ts';
import { answer, refuseParameters, respond } from '#app/api/respond.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { changeSettings } from '#lib/commands/change-settings.ts';
import { settingsChange } from '#lib/queries/schemas/settings.ts';
import { getSettings } from '#lib/queries/settings.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    return answer(await getSettings());
  });

export const PUT = (request: Request): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    await requireActor('Pec.Admin');
    await changeSettings(await readBody(request, settingsChange));
    return new Response(null, { status: 204 });
  });
