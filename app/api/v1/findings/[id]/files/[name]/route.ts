import { notFound, refuseParameters, respond } from '#app/api/respond.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { exportFindingFile } from '#lib/queries/exports/finding-file.ts';

type Params = { params: Promise<{ id: string; name: string }> };

export const GET = (request: Request, { params }: Params): Promise<Response> =>
  respond(async () => {
    await requireActor('Pec.Viewer');
    refuseParameters(request);
    const { id, name } = await params;
    const file = await exportFindingFile(id, name);
    if (file === null) return notFound('No such file is known.');
    return new Response(file.text, {
      headers: {
        'content-type': file.type,
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
      },
    });
  });
