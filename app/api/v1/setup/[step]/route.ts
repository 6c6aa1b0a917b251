import { parseInput } from '#app/api/parse-input.ts';
import { readBody } from '#app/api/read-body.ts';
import { problem, refuseParameters, respond } from '#app/api/respond.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { setAside, takeUpAgain } from '#lib/commands/set-aside.ts';
import { setupChange, setupStep } from '#lib/queries/schemas/setup.ts';

type Context = { params: Promise<{ step: string }> };

export const PUT = (request: Request, { params }: Context): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    await requireActor('Pec.Viewer');
    const step = parseInput(setupStep, (await params).step);
    const { setAside: isAside } = await readBody(request, setupChange);
    if (!isAside) await takeUpAgain(step);
    else if ((await setAside(step)) === 'not-this-one') {
      return problem({
        ...{ status: 409, code: 'step-needed', title: 'This one stays' },
        detail: 'Without it the pages may be wrong as a whole, so that it stays in sight.',
      });
    }
    return new Response(null, { status: 204 });
  });
