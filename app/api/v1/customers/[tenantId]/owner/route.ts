import { readBody } from '#app/api/read-body.ts';
import { notFound, problem, refuseParameters, respond } from '#app/api/respond.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { saveCustomerOwner } from '#lib/commands/people.ts';
import { ownerChange } from '#lib/queries/schemas/people.ts';

type Context = { params: Promise<{ tenantId: string }> };

export const PUT = (request: Request, { params }: Context): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    await requireActor('Pec.Admin');
    const { personId } = await readBody(request, ownerChange);
    const saved = await saveCustomerOwner((await params).tenantId, personId);
    if (saved.kind === 'saved') return new Response(null, { status: 204 });
    if (saved.kind === 'unknown-customer') return notFound('No customer with this tenant id is known.');
    const detail = 'Nobody with this id has signed in or was named.';
    return problem({ status: 422, code: saved.kind, title: 'Not saved', detail });
  });
