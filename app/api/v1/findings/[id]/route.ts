import { readBody } from '#app/api/read-body.ts';
import { answer, notFound, problem, refuseParameters, respond } from '#app/api/respond.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { changeFindings } from '#lib/commands/change-finding.ts';
import { getFinding } from '#lib/queries/finding.ts';
import { findingChange } from '#lib/queries/schemas/findings.ts';

type Params = { params: Promise<{ id: string }> };

export const GET = (request: Request, { params }: Params): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    const finding = await getFinding((await params).id);
    return finding === null ? notFound('No such finding is known.') : answer(finding);
  });

export const PATCH = (request: Request, { params }: Params): Promise<Response> =>
  respond(async () => {
    await requireActor('Pec.Support');
    refuseParameters(request);
    const { id } = await params;
    const change = await readBody(request, findingChange);
    if ((await getFinding(id)) === null) return notFound('No such finding is known.');
    const result = await changeFindings([id], change);
    if (result.kind === 'unknown-person') {
      return problem({
        status: 422,
        code: result.kind,
        title: 'Nobody of that id is known',
        detail: 'People are known once they have signed in or an administrator has named them.',
      });
    }
    const finding = await getFinding(id);
    return finding === null ? notFound('No such finding is known.') : answer(finding);
  });
