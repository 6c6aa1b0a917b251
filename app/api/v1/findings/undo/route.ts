import { readBody } from '#app/api/read-body.ts';
import { answer, refuseParameters, respond } from '#app/api/respond.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { undoFindings } from '#lib/commands/change-finding.ts';
import { findingsUndo } from '#lib/queries/schemas/findings.ts';

/** Takes back what the same person has just decided. */
export const POST = (request: Request): Promise<Response> =>
  respond(async () => {
    await requireActor('Pec.Support');
    refuseParameters(request);
    const { ids, decidedAt } = await readBody(request, findingsUndo);
    return answer(await undoFindings(ids, decidedAt));
  });
