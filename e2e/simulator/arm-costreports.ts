import type { ArmCall } from './arm-route.ts';
import { countCost, tooMany } from './cost-calls.ts';
import { unwrapped } from './cost-pages.ts';
import { parseReportRequest } from './cost-report-request.ts';
import { OPERATION } from './cost-reports.ts';
import { scopeOf } from './cost-scopes.ts';
import { json, paramOf, type Answer } from './http.ts';

const ACTION = 'Microsoft.CostManagement/generateCostDetailsReport/action';

export function beginReport(armCall: ArmCall): Answer {
  const { call, simulation } = armCall;
  const found = scopeOf(armCall, ACTION, 'report');
  if ('refusal' in found) return found.refusal;
  const { scope } = found;
  const { allowed, headers } = countCost(armCall, { kind: 'report', scope: scope.path, units: 0 });
  if (!allowed) return tooMany(headers);
  const parsed = parseReportRequest(call.body, simulation.clock.now());
  if ('refusal' in parsed) return { ...parsed.refusal, headers };
  const { world, costs } = simulation;
  const { payers, path: scopePath } = scope;
  const { id } = costs.reports.begin({ scopePath, payers, request: parsed.request, world });
  return accepted(armCall, scopePath, id);
}

const accepted = ({ call, simulation }: ArmCall, scopePath: string, id: string): Answer => ({
  status: 202,
  headers: {
    location: `${call.origin}/${scopePath}/${OPERATION}/${id}?api-version=2023-11-01`,
    'retry-after': String(simulation.costs.reports.retryAfter),
  },
});

/** Once the time has come the answer waits for the files, however fast the clock runs. */
export async function pollReport(armCall: ArmCall): Promise<Answer> {
  const { call, simulation } = armCall;
  const found = scopeOf(armCall, ACTION, 'report');
  if ('refusal' in found) return found.refusal;
  const { reports } = simulation.costs;
  const report = reports.find(paramOf(armCall.params, 'operationId'), found.scope.path);
  if (report === null) return unwrapped('The operation id is not valid.', 'No report has this id.');
  if (simulation.clock.now() < report.readyAt) return accepted(armCall, found.scope.path, report.id);
  return json(await reports.result(report, call.origin));
}
