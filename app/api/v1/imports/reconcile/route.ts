import { answer, parseQuery, respond } from '#app/api/respond.ts';
import { reconcileImports, showReconciled } from '#lib/commands/reconcile-imports.ts';
import { reconciliation, reconcileQuery } from '#lib/queries/schemas/reconcile.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => {
    const { period = null } = parseQuery(request, reconcileQuery);
    return answer(reconciliation.parse(showReconciled(await reconcileImports(period))));
  });
