import { describe, expect, it } from 'vitest';
import { chargesOf } from './charges.ts';
import { observationsOf } from './observed-limits.ts';

const NOW = Date.parse('2026-04-15T12:00:00Z');
const WHO = { tenantId: 'tenant', identity: 'app', urgentScopes: () => [] };
const AZURE = 'https://management.azure.com';
const PROFILE = '/providers/Microsoft.Billing/billingAccounts/A/billingProfiles/P';
const queryBody = (from: string, to: string): string => JSON.stringify({ timePeriod: { from, to } });

const charges = (
  source: Parameters<typeof chargesOf>[0]['source'],
  path: string,
  body: string | null = null,
) => chargesOf({ source, url: `${AZURE}${path}`, body }, WHO);

const QUERY = charges(
  'cost-query',
  `${PROFILE}/providers/Microsoft.CostManagement/query?api-version=1`,
  queryBody('2026-04-01T00:00:00Z', '2026-04-30T23:59:59Z'),
);

describe('the budgets of a call', () => {
  it.each([
    [
      'a subscription has a bucket of its own',
      'role-assignments',
      '/subscriptions/S1/x',
      ['resource-manager s1'],
    ],
    [
      'others share that of the tenant',
      'billing',
      '/providers/Microsoft.Billing/x',
      ['resource-manager tenant'],
    ],
    [
      'Resource Graph counts by itself too',
      'resource-graph',
      '/providers/Microsoft.ResourceGraph/resources',
      ['resource-graph tenant', 'resource-manager tenant'],
    ],
    [
      'making a report counts as a call of its scope',
      'cost-report',
      `${PROFILE}/providers/Microsoft.CostManagement/generateCostDetailsReport`,
      [`cost-scope ${PROFILE.slice(1).toLowerCase()}`, 'cost-identity tenant', 'resource-manager tenant'],
    ],
    [
      'asking whether it is ready does not',
      'cost-report',
      `${PROFILE}/providers/Microsoft.CostManagement/costDetailsOperationResults/1`,
      ['resource-manager tenant'],
    ],
    ['Graph is another door', 'graph', '/v1.0/groups', ['graph tenant']],
  ] as const)('%s', (_name, source, path, expected) => {
    expect(charges(source, path).map(({ key }) => key)).toEqual(expected.map((key) => `${key} app`));
  });

  it('leaves to more urgent scopes, among the calls of the identity, what their own limit holds', () => {
    const urgent = { kind: 'profile', billingAccountName: 'A', billingProfileName: 'P' } as const;
    const url = `${AZURE}/providers/Microsoft.Billing/billingAccounts/A/customers/C/providers/Microsoft.CostManagement/query`;
    const who = { ...WHO, urgentScopes: () => [urgent] };
    const [ofProfile] = QUERY;
    const left = chargesOf({ source: 'cost-query', url, body: null }, who).map(({ family, leavesTo }) => [
      family,
      leavesTo.map(({ key }) => key),
    ]);
    expect(left).toEqual([
      ['cost-scope', []],
      ['cost-identity', [ofProfile?.key]],
      ['cost-units', []],
      ['resource-manager', []],
    ]);
  });

  it('counts a unit for each month that a query is about', () => {
    const year = charges(
      'cost-query',
      `${PROFILE}/providers/Microsoft.CostManagement/query`,
      queryBody('2025-05-01T00:00:00Z', '2026-04-30T23:59:59Z'),
    );
    const unitsOf = (all: typeof year) => all.map(({ family, units }) => [family, units]);
    expect(unitsOf(QUERY)).toContainEqual(['cost-units', 1]);
    expect(unitsOf(year)).toContainEqual(['cost-units', 12]);
    expect(unitsOf(year)).toContainEqual(['cost-scope', 1]);
  });
});

const COST = 'x-ms-ratelimit-microsoft.costmanagement';
const LEFT = 'x-ms-ratelimit-remaining-microsoft.costmanagement';

function observed(status: number, headers: Record<string, string>, of = QUERY) {
  const familyOf = (key: string) => of.find((one) => one.key === key)?.family;
  return observationsOf({ status, headers: Object.entries(headers) }, of, NOW).map(({ key, ...told }) => ({
    ...told,
    of: familyOf(key),
  }));
}

const pause = (of: string, seconds: number) => ({ kind: 'pause', of, untilMs: NOW + seconds * 1000 });

describe('what headers tell', () => {
  it('of counters goes to the budget that each counts', () => {
    const told = observed(200, {
      [`${LEFT}-entity-requests`]: 'DefaultQuota:3',
      [`${LEFT}-tenant-requests`]: '19',
      [`${COST}-qpu-remaining`]: 'QueriesPerHour:577,QueriesPerMin:59',
      [`${COST}-qpu-consumed`]: '2',
      'x-ms-ratelimit-remaining-tenant-reads': '249',
    });
    expect(told).toEqual([
      { kind: 'remaining', of: 'cost-scope', remaining: 3, windowMs: null, resetsAtMs: null },
      { kind: 'remaining', of: 'cost-identity', remaining: 19, windowMs: null, resetsAtMs: null },
      { kind: 'remaining', of: 'cost-units', remaining: 59, windowMs: 60_000, resetsAtMs: null },
      { kind: 'remaining', of: 'cost-units', remaining: 577, windowMs: 3_600_000, resetsAtMs: null },
      { kind: 'units', of: 'cost-units', units: 2 },
      { kind: 'remaining', of: 'resource-manager', remaining: 249, windowMs: null, resetsAtMs: null },
    ]);
  });

  it('of the quota of Resource Graph comes with the time of its reset', () => {
    const asked = charges('resource-graph', '/providers/Microsoft.ResourceGraph/resources');
    const headers = { 'x-ms-user-quota-remaining': '0', 'x-ms-user-quota-resets-after': '00:00:04' };
    expect(observed(200, headers, asked)).toEqual([
      { kind: 'remaining', of: 'resource-graph', remaining: 0, windowMs: null, resetsAtMs: NOW + 4_000 },
    ]);
  });

  it('of waits is nothing on an answer that was not refused', () => {
    expect(observed(200, { [`${COST}-entity-retry-after`]: '60' })).toEqual([]);
  });

  it.each<[string, Record<string, string>, object[]]>([
    ['a scope stops that scope', { [`${COST}-entity-retry-after`]: '27' }, [pause('cost-scope', 27)]],
    [
      'several stops each of them for the longest',
      { [`${COST}-qpu-retry-after`]: '9', [`${COST}-tenant-retry-after`]: '31' },
      [pause('cost-identity', 31), pause('cost-units', 31)],
    ],
    [
      'nobody in particular stops the service, and not the door to the others',
      { 'retry-after': '5' },
      [pause('cost-scope', 5), pause('cost-identity', 5), pause('cost-units', 5)],
    ],
  ])('of a wait of %s', (_name, headers, expected) => {
    expect(observed(429, headers)).toEqual(expected);
  });

  it('of a wait at the door stops what goes through it', () => {
    const list = charges('billing', '/providers/Microsoft.Billing/billingAccounts');
    expect(observed(429, { 'retry-after': '12' }, list)).toEqual([pause('resource-manager', 12)]);
  });
});
