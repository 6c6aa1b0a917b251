import { csvAnswer, parseQuery, respond } from '#app/api/respond.ts';
import { exportFindings } from '#lib/queries/export-findings.ts';
import { findingsExportQuery } from '#lib/queries/schemas/findings.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () =>
    csvAnswer(await exportFindings(parseQuery(request, findingsExportQuery)), 'pecboard-findings.csv'),
  );
