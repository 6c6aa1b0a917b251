import { answer, notFound, refuseParameters, respond } from '#app/api/respond.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { undoImport } from '#lib/commands/undo-import.ts';
import { getImport } from '#lib/queries/imports.ts';
import { importId } from '#lib/queries/schemas/imports.ts';

type Context = { params: Promise<{ id: string }> };

const unknown = (): Response => notFound('No import with this id is held.');

export const GET = (request: Request, { params }: Context): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    const found = await getImport((await params).id);
    return found === null ? unknown() : answer(found);
  });

export const DELETE = (request: Request, { params }: Context): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    await requireActor('Pec.Support');
    const { id } = await params;
    const isUndone = importId.safeParse(id).success && (await undoImport(id));
    if (!isUndone) return unknown();
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
  });
