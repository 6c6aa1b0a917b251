import { answer, parseQuery, respond } from '#app/api/respond.ts';
import { getCustomers } from '#lib/queries/customers.ts';
import { customersQuery } from '#lib/queries/schemas/customers.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => answer(await getCustomers(parseQuery(request, customersQuery))));
