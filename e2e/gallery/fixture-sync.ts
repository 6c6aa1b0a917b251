import type { StepStatus } from '#lib/core/sync-run.ts';
import type { SyncOverview, SyncPlan, SyncRun, SyncRunDetail } from '#lib/queries/schemas/sync.ts';
import { CUSTOMERS, guid } from './fixture-customers.ts';
import { completenessOf, type Scenario } from './fixture-sources.ts';

type Step = SyncRunDetail['steps'][number];

const step = (id: number, source: Step['source'], status: StepStatus, more: Partial<Step> = {}): Step => ({
  id: String(id),
  source,
  tenantId: null,
  displayName: null,
  period: null,
  status,
  done: status === 'pending' ? 0 : 40,
  total: status === 'pending' ? null : 40,
  expected: null,
  read: status === 'pending' ? 0 : 40,
  kept: status === 'done' ? 40 : null,
  waitUntil: null,
  waitReason: null,
  error: null,
  startedAt: '2026-11-21T04:10:00Z',
  endedAt: status === 'done' ? '2026-11-21T04:10:04Z' : null,
  ...more,
});

const noConsent: Step['error'] = {
  kind: 'no-consent',
  message: 'Entra refused the token: the application has no consent in this tenant',
  missingRight: 'Consent to the application in the customer tenant, with Reader on the subscription',
  status: 400,
  code: 'AADSTS700016',
};

function steps(running: boolean): Step[] {
  const own: Step[] = [
    step(1, 'billing-customers', 'done'),
    step(2, 'subscriptions', 'done'),
    step(3, 'agent-groups', 'done'),
    step(4, 'partner-links', 'done'),
    step(5, 'cost-dimensions', 'done'),
  ];
  const perCustomer = CUSTOMERS.flatMap((customer, index): Step[] => {
    const of = { tenantId: customer.tenantId, displayName: customer.displayName };
    const late = running && index > 11;
    const refused = index === 5 || index === 16;
    return [
      step(100 + index, 'delegations', late ? 'pending' : 'done', of),
      refused
        ? step(200 + index, 'role-assignments', 'forbidden', {
            ...of,
            error: noConsent,
            done: 0,
            total: null,
          })
        : step(200 + index, 'role-assignments', late ? 'pending' : 'done', of),
      step(300 + index, 'costs', costStatus(running, index), {
        ...of,
        period: '2026-11',
        done: running && index === 11 ? 12 : 40,
        waitUntil: running && index === 10 ? new Date(Date.now() + 27_000).toISOString() : null,
        waitReason: running && index === 10 ? 'azure-asked' : null,
        error:
          index === 8
            ? {
                kind: 'timeout',
                message: 'Azure did not answer within 100 s',
                missingRight: null,
                status: null,
                code: null,
              }
            : null,
      }),
    ];
  });
  return [...own, ...perCustomer, step(900, 'judge', running ? 'pending' : 'done')];
}

function costStatus(running: boolean, index: number): StepStatus {
  if (index === 8) return 'failed';
  if (!running || index < 10) return 'done';
  return index === 10 ? 'waiting' : index === 11 ? 'running' : 'pending';
}

function run(index: number, status: SyncRun['status'], counted: Step[]): SyncRun {
  const counts: SyncRun['stepCounts'] = {
    pending: 0,
    running: 0,
    waiting: 0,
    done: 0,
    forbidden: 0,
    failed: 0,
    refused: 0,
    cancelled: 0,
  };
  for (const { status: of } of counted) counts[of] += 1;
  return {
    id: guid(500, index),
    kind: index === 1 ? 'refresh' : 'full',
    customer: index === 1 ? { tenantId: guid(100, 8), displayName: CUSTOMERS[8]?.displayName ?? '' } : null,
    status,
    startedAt: `2026-11-${21 - index}T04:10:00Z`,
    endedAt: status === 'running' ? null : `2026-11-${21 - index}T04:12:37Z`,
    requestedBy: index === 0 ? 'web' : 'command line',
    stepCounts: counts,
    calls: 412,
    waitedMs: 54_000,
    leftMs: status === 'running' ? 12 * 60_000 : null,
    error:
      status === 'failed' ? 'Entra refused the service’s own token: the client secret has expired' : null,
  };
}

const CHECKED_AT = '2026-11-21T04:12:00Z';
const CHECKS: SyncOverview['checks'] = [
  { check: 'billed-customers', compared: 30, differing: 0, examples: [], checkedAt: CHECKED_AT },
  {
    check: 'delegations-by-list',
    ...{ compared: 3, differing: 1, checkedAt: CHECKED_AT },
    examples: ['subscription 4d1e6f0a: Resource Graph shows 2 delegations and its list 3'],
  },
  { check: 'cost-by-two-ways', compared: 0, differing: 0, examples: [], checkedAt: CHECKED_AT },
];

const PLAN: SyncPlan = {
  rows: [
    { source: 'billing-accounts', period: null, way: null, steps: 1, calls: 1, unknownSteps: 0 },
    { source: 'delegations', period: null, way: 'resource-graph', steps: 1, calls: 6, unknownSteps: 0 },
    { source: 'group-schedules', period: null, way: null, steps: 1, calls: 0, unknownSteps: 1 },
    { source: 'costs', period: '2026-11', way: 'query-profile', steps: 4, calls: 152, unknownSteps: 0 },
  ],
  ...{ calls: 159, unknownSteps: 1, minutes: 9.5, isBeyondDay: false, isFirst: false },
};

export function syncOverview(scenario: Scenario): SyncOverview {
  const completeness = completenessOf(scenario);
  if (scenario === 'empty' || scenario === 'unconfigured') {
    return { latest: null, runs: [], completeness, checks: [], plan: null };
  }
  const made = steps(scenario === 'running');
  const status = scenario === 'running' ? 'running' : scenario === 'failed' ? 'failed' : 'partial';
  const latest = { ...run(0, status, made), steps: made };
  const older = [1, 2, 3, 4].map((index) =>
    run(index, index === 3 ? 'failed' : index === 2 ? 'complete' : 'partial', steps(false)),
  );
  const plan = status === 'running' ? null : PLAN;
  return { latest, runs: [run(0, status, made), ...older], completeness, checks: CHECKS, plan };
}
