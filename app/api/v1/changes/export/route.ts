import { fileAnswer } from '#app/api/file-answer.ts';
import { parseQuery, respond } from '#app/api/respond.ts';
import { exportList } from '#lib/queries/exports/export-list.ts';
import { exportQueries } from '#lib/queries/schemas/exports.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => fileAnswer(await exportList('changes', parseQuery(request, exportQueries.changes))));
