import { answer, notFound, parseQuery, respond } from '#app/api/respond.ts';
import { exportFacts } from '#lib/commands/export-facts.ts';
import { subscriptionQuery } from '#lib/queries/schemas/subscriptions.ts';

type Context = { params: Promise<{ subscriptionId: string }> };

export const GET = (request: Request, { params }: Context): Promise<Response> =>
  respond(async () => {
    const query = parseQuery(request, subscriptionQuery);
    const exported = await exportFacts((await params).subscriptionId, query);
    return exported.kind === 'facts'
      ? answer(exported.file)
      : notFound('No subscription with this id is known for that month.');
  });
