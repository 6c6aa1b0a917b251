import { answer, parseQuery, problem, refuseParameters, respond } from '#app/api/respond.ts';
import { startSync } from '#lib/commands/start-sync.ts';
import { runsQuery } from '#lib/queries/schemas/sync.ts';
import { getRuns } from '#lib/queries/sync-runs.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => answer(await getRuns(parseQuery(request, runsQuery))));

export const POST = (request: Request): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    const start = await startSync();
    switch (start.kind) {
      case 'started':
        return answer({ id: start.runId }, 202);
      case 'running':
        return problem({
          status: 409,
          code: 'sync-running',
          title: start.status === 'paused' ? 'A sync is paused' : 'A sync is already running',
          detail:
            start.status === 'paused'
              ? `Run ${start.runId} is paused. Resume or cancel it first.`
              : `Run ${start.runId} has not ended. Follow it, or start again when it has.`,
        });
      case 'not-configured':
        return problem({
          status: 409,
          code: 'azure-not-configured',
          title: 'Azure is not configured',
          detail: 'Set AZURE_TENANT_ID, AZURE_CLIENT_ID and a credential, then start the server again.',
        });
    }
  });
