import { notFound, problem, refuseParameters, respond } from '#app/api/respond.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { cancelImport } from '#lib/commands/cancel-import.ts';
import { importId } from '#lib/queries/schemas/imports.ts';

type Context = { params: Promise<{ id: string }> };

export const POST = (request: Request, { params }: Context): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    await requireActor('Pec.Support');
    const { id } = await params;
    const cancelled = importId.safeParse(id).success ? await cancelImport(id) : null;
    if (cancelled === null) return notFound('No import with this id is held.');
    if (cancelled) return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
    return problem({
      status: 409,
      code: 'import-ended',
      title: 'The import has ended',
      detail: 'It cannot be given up any more; it can be undone.',
    });
  });
