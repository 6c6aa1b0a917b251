import { answer, parseQuery, respond } from '#app/api/respond.ts';
import { getAudit } from '#lib/queries/audit.ts';
import { auditQuery } from '#lib/queries/schemas/audit.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => answer(await getAudit(parseQuery(request, auditQuery))));
