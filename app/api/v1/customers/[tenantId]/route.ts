import { answer, notFound, parseQuery, respond } from '#app/api/respond.ts';
import { getCustomer } from '#lib/queries/customer.ts';
import { customerQuery } from '#lib/queries/schemas/customers.ts';

type Context = { params: Promise<{ tenantId: string }> };

export const GET = (request: Request, { params }: Context): Promise<Response> =>
  respond(async () => {
    const { tenantId } = await params;
    const customer = await getCustomer(tenantId, parseQuery(request, customerQuery));
    return customer === null ? notFound('No customer with this tenant id is known.') : answer(customer);
  });
