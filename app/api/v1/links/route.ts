import { answer, parseQuery, respond } from '#app/api/respond.ts';
import { getLinks } from '#lib/queries/links.ts';
import { linksQuery } from '#lib/queries/schemas/links.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => answer(await getLinks(parseQuery(request, linksQuery))));
