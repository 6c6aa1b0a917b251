import { answer, notFound, parseQuery, respond } from '#app/api/respond.ts';
import { getSubscription } from '#lib/queries/subscription.ts';
import { subscriptionQuery } from '#lib/queries/schemas/subscriptions.ts';

type Context = { params: Promise<{ subscriptionId: string }> };

export const GET = (request: Request, { params }: Context): Promise<Response> =>
  respond(async () => {
    const { subscriptionId } = await params;
    const found = await getSubscription(subscriptionId, parseQuery(request, subscriptionQuery));
    return found === null ? notFound('No subscription with this id is known for that month.') : answer(found);
  });
