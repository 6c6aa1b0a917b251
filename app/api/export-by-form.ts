import { requireActor } from '#lib/auth/request-actor.ts';
import { exportList } from '#lib/queries/exports/export-list.ts';
import { exportQueries, type Choosable, type ExportQuery } from '#lib/queries/schemas/exports.ts';
import { fileAnswer } from './file-answer.ts';
import { readForm } from './read-body.ts';
import { parseParameters, refuseParameters, respond } from './respond.ts';

/** The same file as by GET, of more chosen rows than an address holds. */
export const exportByForm =
  (list: Choosable) =>
  (request: Request): Promise<Response> =>
    respond(async () => {
      await requireActor('Pec.Viewer');
      refuseParameters(request);
      // What the list's own schema gives.
      const query = parseParameters(await readForm(request), exportQueries[list]) as ExportQuery<typeof list>;
      return fileAnswer(await exportList(list, query));
    });
