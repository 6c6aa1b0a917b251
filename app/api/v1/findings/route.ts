import { readBody } from '#app/api/read-body.ts';
import { answer, parseQuery, problem, refuseParameters, respond } from '#app/api/respond.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { changeFindings } from '#lib/commands/change-finding.ts';
import { getFindings } from '#lib/queries/findings.ts';
import { changedFindings, findingsChange, findingsQuery } from '#lib/queries/schemas/findings.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => answer(await getFindings(parseQuery(request, findingsQuery))));

/** The same change for several findings. */
export const PATCH = (request: Request): Promise<Response> =>
  respond(async () => {
    await requireActor('Pec.Support');
    refuseParameters(request);
    const { ids, ...change } = await readBody(request, findingsChange);
    const result = await changeFindings(ids, change);
    if (result.kind === 'changed') return answer(changedFindings.parse(result));
    return problem({
      status: 422,
      code: result.kind,
      title: 'Nobody of that id is known',
      detail: 'People are known once they have signed in or an administrator has named them.',
    });
  });
