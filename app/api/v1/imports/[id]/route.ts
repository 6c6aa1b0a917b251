import { answer, notFound, refuseParameters, respond } from '#app/api/respond.ts';
import { undoImport } from '#lib/commands/undo-import.ts';
import { getImport } from '#lib/queries/imports.ts';

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
    if (!(await undoImport((await params).id))) return unknown();
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
  });
