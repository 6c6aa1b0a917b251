import { csvAnswer, parseQuery, respond } from '#app/api/respond.ts';
import { exportAudit } from '#lib/queries/audit.ts';
import { auditExportQuery } from '#lib/queries/schemas/audit.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => {
    const lines = await exportAudit(parseQuery(request, auditExportQuery));
    return csvAnswer(lines, 'pecboard-audit.csv');
  });
