import { parseInput } from '#app/api/parse-input.ts';
import { readBody } from '#app/api/read-body.ts';
import { answer, notFound, problem, refuseParameters, respond } from '#app/api/respond.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { forgetView, keepView, MOST_VIEWS } from '#lib/commands/save-view.ts';
import { viewChange, viewName } from '#lib/queries/schemas/views.ts';
import { getView } from '#lib/queries/views.ts';

type Context = { params: Promise<{ name: string }> };

const NO_VIEW = 'There is no view of this name.';
const done = (): Response => new Response(null, { status: 204 });

export const GET = (request: Request, { params }: Context): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    await requireActor('Pec.Viewer');
    const view = await getView(parseInput(viewName, (await params).name));
    return view === null ? notFound(NO_VIEW) : answer(view);
  });

export const PUT = (request: Request, { params }: Context): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    await requireActor('Pec.Viewer');
    const name = parseInput(viewName, (await params).name);
    // As HTTP has it: only where there is none.
    const onlyNew = request.headers.get('if-none-match') === '*';
    const kept = await keepView(name, await readBody(request, viewChange), onlyNew);
    if (kept === 'saved') return done();
    if (kept === 'exists') {
      return problem({
        ...{ status: 412, code: 'view-exists', title: 'There is one of this name' },
        detail: 'A view of this name is kept already, and was left as it is.',
      });
    }
    return problem({
      ...{ status: 409, code: 'too-many-views', title: 'Too many views' },
      detail: `A person can keep ${MOST_VIEWS} views; forget one first.`,
    });
  });

export const DELETE = (request: Request, { params }: Context): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    await requireActor('Pec.Viewer');
    return (await forgetView(parseInput(viewName, (await params).name))) ? done() : notFound(NO_VIEW);
  });
