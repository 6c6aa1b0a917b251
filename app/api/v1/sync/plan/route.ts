import { answer, problem, refuseParameters, respond } from '#app/api/respond.ts';
import { getSyncPlan } from '#lib/queries/sync-plan.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => {
    const plan = await getSyncPlan();
    refuseParameters(request);
    if (plan !== null) return answer(plan);
    return problem({
      status: 409,
      code: 'azure-not-configured',
      title: 'Azure is not configured',
      detail: 'Set AZURE_TENANT_ID, AZURE_CLIENT_ID and a credential, then start the server again.',
    });
  });
