import type { ArmCall } from './arm-route.ts';
import { EXPORT_PLACE } from './blobs.ts';
import { exportsOf, runsOf, storageAccountId, type CostExport, type ExportRun } from './cost-exports.ts';
import { scopeOf } from './cost-scopes.ts';
import { armError, json, paramOf, type Answer } from './http.ts';

const EXPORTS = 'providers/Microsoft.CostManagement/exports';
const ACTION = 'Microsoft.CostManagement/exports/read';
const DAY_MS = 86_400_000;

type Held = { path: string; exports: readonly CostExport[] };

/** Partners set exports up at their billing profiles, or one for the account; customers have none. */
function exportsAt(armCall: ArmCall): Held | { refusal: Answer } {
  const found = scopeOf(armCall, ACTION, null);
  if ('refusal' in found) return found;
  const { path } = found.scope;
  const exports = exportsOf(armCall.simulation)
    .map(({ held }) => held)
    .filter(({ scopePath }) => scopePath.toLowerCase() === path.toLowerCase());
  return { path, exports };
}

export function listExports(armCall: ArmCall): Answer {
  const held = exportsAt(armCall);
  if ('refusal' in held) return held.refusal;
  const now = armCall.simulation.clock.now();
  return json({
    value: held.exports.flatMap((own) => [unusedExport(own), wireExport(own, now)]),
  });
}

export function getExport(armCall: ArmCall): Answer {
  const found = exportNamed(armCall);
  return 'refusal' in found ? found.refusal : json(wireExport(found.held, armCall.simulation.clock.now()));
}

export function listRuns(armCall: ArmCall): Answer {
  const found = exportNamed(armCall);
  if ('refusal' in found) return found.refusal;
  const runs = runsOf(found.held, armCall.simulation.clock.now());
  return json({ value: runs.map((run) => wireRun(found.held, run)) });
}

function exportNamed(armCall: ArmCall): { held: CostExport } | { refusal: Answer } {
  const found = exportsAt(armCall);
  if ('refusal' in found) return found;
  const name = paramOf(armCall.params, 'exportName');
  const held = found.exports.find((own) => own.name.toLowerCase() === name.toLowerCase());
  if (held !== undefined) return { held };
  return { refusal: armError(404, '404', `No export found for ${name}, scope: ${found.path}.`) };
}

const deliveryOf = ({ rootFolder }: CostExport) => ({
  destination: {
    resourceId: storageAccountId,
    container: EXPORT_PLACE.container,
    rootFolderPath: rootFolder,
  },
});

const settingsOf = (held: CostExport) => ({
  format: 'Csv',
  partitionData: true,
  deliveryInfo: deliveryOf(held),
  definition: { type: 'ActualCost', timeframe: 'MonthToDate', dataSet: { granularity: 'Daily' } },
});

const wireExport = (held: CostExport, nowMs: number) => ({
  id: `${held.scopePath}/${EXPORTS}/${held.name}`,
  name: held.name,
  type: 'Microsoft.CostManagement/exports',
  eTag: '"1dd3a5c0e2b7f41"',
  properties: {
    ...settingsOf(held),
    schedule: {
      status: 'Active',
      recurrence: 'Daily',
      recurrencePeriod: { from: '2024-02-01T00:00:00Z', to: '2050-02-01T00:00:00Z' },
    },
    nextRunTimeEstimate: new Date(nowMs + DAY_MS).toISOString(),
  },
});

/** Somebody's trial of long ago: amortised, switched off, never run. */
const unusedExport = ({ scopePath }: CostExport) => ({
  id: `${scopePath}/${EXPORTS}/trial`,
  name: 'trial',
  type: 'Microsoft.CostManagement/exports',
  eTag: '"1d838559aa4dac9"',
  properties: {
    format: 'Csv',
    deliveryInfo: {
      destination: { resourceId: storageAccountId, container: 'trial', rootFolderPath: null },
    },
    definition: { type: 'AmortizedCost', timeframe: 'TheLastMonth', dataSet: { granularity: 'Daily' } },
    schedule: { status: 'Inactive' },
  },
});

function wireRun(held: CostExport, run: ExportRun) {
  const text = (ms: number): string => new Date(ms).toISOString();
  return {
    id: `${held.scopePath}/${EXPORTS}/${held.name}/Run/${run.id}`,
    name: run.id,
    type: 'Microsoft.CostManagement/exports',
    properties: {
      executionType: 'Scheduled',
      status: run.endedMs === null ? 'InProgress' : 'Completed',
      submittedBy: 'System',
      submittedTime: text(run.startedMs),
      processingStartTime: text(run.startedMs + 1000),
      ...(run.endedMs === null ? {} : { processingEndTime: text(run.endedMs) }),
      fileName: `${run.folder}/manifest.json`,
      runSettings: settingsOf(held),
    },
  };
}
