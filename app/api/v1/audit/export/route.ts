import { parseQuery, respond } from '#app/api/respond.ts';
import { streamText } from '#app/api/stream-text.ts';
import { exportAudit } from '#lib/queries/audit.ts';
import { auditExportQuery } from '#lib/queries/schemas/audit.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => {
    const lines = await exportAudit(parseQuery(request, auditExportQuery));
    return new Response(streamText(lines, 'file'), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="pecboard-audit.csv"',
        'cache-control': 'no-store',
      },
    });
  });
