import { answer, parseQuery, respond } from '#app/api/respond.ts';
import { getSubscriptions } from '#lib/queries/subscriptions.ts';
import { subscriptionsQuery } from '#lib/queries/schemas/subscriptions.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => answer(await getSubscriptions(parseQuery(request, subscriptionsQuery))));
