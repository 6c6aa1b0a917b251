import { csvAnswer, notFound, parseQuery, respond } from '#app/api/respond.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { exportRejected } from '#lib/commands/export-rejected.ts';
import { rejectedCsv } from '#lib/queries/rejected-lines.ts';
import { importId, rejectedQuery } from '#lib/queries/schemas/imports.ts';

type Context = { params: Promise<{ id: string }> };

export const GET = (request: Request, { params }: Context): Promise<Response> =>
  respond(async () => {
    await requireActor('Pec.Viewer');
    const { language } = parseQuery(request, rejectedQuery);
    const { id } = await params;
    const rejects = importId.safeParse(id).success ? await exportRejected(id) : null;
    if (rejects === null) return notFound('No import with this id is held.');
    return csvAnswer(rejectedCsv(rejects, language), 'pecboard-rejected-lines.csv');
  });
