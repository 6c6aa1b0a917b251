import { answer, parseQuery, respond } from '#app/api/respond.ts';
import { getOverview } from '#lib/queries/overview.ts';
import { overviewQuery } from '#lib/queries/schemas/overview.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => answer(await getOverview(parseQuery(request, overviewQuery))));
