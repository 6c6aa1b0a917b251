import { parseQuery, respond } from '#app/api/respond.ts';
import { exportAudit } from '#lib/queries/audit.ts';
import { auditExportQuery } from '#lib/queries/schemas/audit.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => {
    const lines = await exportAudit(parseQuery(request, auditExportQuery));
    return new Response(streamOf(lines), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="pecboard-audit.csv"',
        'cache-control': 'no-store',
      },
    });
  });

function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
