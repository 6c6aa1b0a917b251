import { answer, notFound, problem, refuseParameters, respond } from '#app/api/respond.ts';
import { refreshCustomer } from '#lib/commands/refresh-customer.ts';

type Context = { params: Promise<{ tenantId: string }> };

/** A refresh that is under way already is the one that was asked for. */
export const POST = (request: Request, { params }: Context): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    const start = await refreshCustomer((await params).tenantId);
    switch (start.kind) {
      case 'started':
      case 'running':
        return answer({ id: start.runId }, 202);
      case 'unknown-customer':
        return notFound('No customer with this tenant id is known.');
      case 'not-configured':
        return problem({
          status: 409,
          code: 'azure-not-configured',
          title: 'Azure is not configured',
          detail: 'Set AZURE_TENANT_ID, AZURE_CLIENT_ID and a credential, then start the server again.',
        });
    }
  });
