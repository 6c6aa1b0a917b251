import { readBody } from '#app/api/read-body.ts';
import { answer, problem, refuseParameters, respond } from '#app/api/respond.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { savePerson } from '#lib/commands/people.ts';
import { getPeople } from '#lib/queries/people.ts';
import { personChange } from '#lib/queries/schemas/people.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    return answer(await getPeople());
  });

export const PUT = (request: Request): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    await requireActor('Pec.Admin');
    const saved = await savePerson(await readBody(request, personChange));
    if (saved.kind === 'saved') return new Response(null, { status: 204 });
    return problem({
      status: 422,
      code: saved.kind,
      title: 'Not saved',
      detail:
        saved.kind === 'unknown-person'
          ? 'Nobody with this id has signed in yet; give a name to add the person.'
          : `No customer has the tenant id ${saved.tenantIds.slice(0, 5).join(', ')}.`,
    });
  });
