import { answer, parseQuery, respond } from '#app/api/respond.ts';
import { getCosts } from '#lib/queries/costs.ts';
import { costsQuery } from '#lib/queries/schemas/costs.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => answer(await getCosts(parseQuery(request, costsQuery))));
