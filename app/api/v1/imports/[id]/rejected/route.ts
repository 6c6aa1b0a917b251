import { csvAnswer, notFound, refuseParameters, respond } from '#app/api/respond.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { exportRejected } from '#lib/commands/export-rejected.ts';
import { csvLine } from '#lib/queries/csv.ts';
import { importId } from '#lib/queries/schemas/imports.ts';

type Context = { params: Promise<{ id: string }> };
type Rejects = NonNullable<Awaited<ReturnType<typeof exportRejected>>>;

export const GET = (request: Request, { params }: Context): Promise<Response> =>
  respond(async () => {
    await requireActor('Pec.Viewer');
    refuseParameters(request);
    const { id } = await params;
    const rejects = importId.safeParse(id).success ? await exportRejected(id) : null;
    if (rejects === null) return notFound('No import with this id is held.');
    return csvAnswer(linesOf(rejects), 'pecboard-rejected-lines.csv');
  });

async function* linesOf(rejects: Rejects): AsyncGenerator<string> {
  yield csvLine(['file', 'line', 'reason', 'text']);
  for await (const { file, line, reason, text } of rejects) yield csvLine([file, line, reason, text]);
}
