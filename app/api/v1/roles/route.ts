import { answer, parseQuery, respond } from '#app/api/respond.ts';
import { getRoles } from '#lib/queries/roles.ts';
import { rolesQuery } from '#lib/queries/schemas/roles.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => answer(await getRoles(parseQuery(request, rolesQuery))));
