import { readBody } from '#app/api/read-body.ts';
import { notFound, refuseParameters, respond } from '#app/api/respond.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { endPersonSessions } from '#lib/commands/people.ts';
import { sessionsEnd } from '#lib/queries/schemas/people.ts';

/** Ends every session of a person, on every device. */
export const DELETE = (request: Request): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    await requireActor('Pec.Admin');
    const { personId } = await readBody(request, sessionsEnd);
    const isKnown = await endPersonSessions(personId);
    return isKnown
      ? new Response(null, { status: 204 })
      : notFound('Nobody with this id has signed in or was named.');
  });
