import { getExport, listExports, listRuns } from './arm-costexports.ts';
import { beginReport, pollReport } from './arm-costreports.ts';
import type { ArmCall, ArmRoute } from './arm-route.ts';
import { countCost, tooMany } from './cost-calls.ts';
import { dimensionsAt, valueOf, type Dimension } from './cost-dimension-values.ts';
import { parseQuery } from './cost-query.ts';
import { scopeOf, type CostScope } from './cost-scopes.ts';
import { columnsOf, rowsOf } from './cost-table.ts';
import { json, type Answer } from './http.ts';
import { costDays, daysBetween } from './worlds/costs.ts';
import { guidOf } from './worlds/seeded.ts';

const VERSION = '2023-11-01';
const COST = 'providers/Microsoft.CostManagement';
const ACCOUNT = '/providers/Microsoft.Billing/billingAccounts/:billingAccountName';
const PROFILE = `${ACCOUNT}/billingProfiles/:profileName`;
const CUSTOMER = `${ACCOUNT}/customers/:customerId`;

type Methods = ArmRoute['methods'];

const at = (scopes: readonly string[], api: ArmRoute['api'], path: string, methods: Methods): ArmRoute[] =>
  scopes.map((scope) => ({ api, pattern: `${scope}/${COST}/${path}`, version: VERSION, methods }));

const BILLING = [ACCOUNT, PROFILE, CUSTOMER];
const REPORTED = [PROFILE, CUSTOMER];

export const costManagementRoutes: readonly ArmRoute[] = [
  ...at(BILLING, 'cost-dimensions', 'dimensions', { GET: listDimensions }),
  ...at([...BILLING, '/subscriptions/:subscriptionId'], 'cost-query', 'query', { POST: query }),
  ...at(REPORTED, 'cost-report', 'generateCostDetailsReport', { POST: beginReport }),
  ...at(REPORTED, 'cost-report', 'costDetailsOperationResults/:operationId', { GET: pollReport }),
  ...at(BILLING, 'cost-exports', 'exports', { GET: listExports }),
  ...at(BILLING, 'cost-exports', 'exports/:exportName', { GET: getExport }),
  ...at(BILLING, 'cost-exports', 'exports/:exportName/runHistory', { GET: listRuns }),
];

/** Its values come only where they are asked for, those of the last month and one page of them. */
function listDimensions(armCall: ArmCall): Answer {
  const { call, simulation } = armCall;
  const found = scopeOf(armCall, 'Microsoft.CostManagement/dimensions/read', null);
  if ('refusal' in found) return found.refusal;
  const { scope } = found;
  const { allowed, headers } = countCost(armCall, { kind: 'dimensions', scope: scope.path, units: 0 });
  if (!allowed) return tooMany(headers);
  const { first, last } = costDays(simulation.clock.now());
  const expanded = /(^|,)properties\/data($|,)/.test(call.query.get('$expand') ?? '');
  const top = Number(call.query.get('$top') ?? 1000);
  const value = dimensionsAt(scope.kind).map((category) => {
    const name = `dimensions_${category}_${first}_${last}`;
    const data = expanded ? valuesIn(category, scope, last) : [];
    return {
      id: `${scope.path}/providers/microsoft.CostManagement/${name}`,
      name,
      type: 'microsoft.CostManagement/dimensions',
      properties: {
        data: data.slice(0, top),
        total: data.length,
        category,
        usageStart: `${first}T00:00:00Z`,
        usageEnd: `${last}T00:00:00Z`,
        description: category.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' '),
        filterEnabled: true,
        groupingEnabled: true,
      },
    };
  });
  return json({ value }, headers);
}

function valuesIn(category: Dimension, { payers }: CostScope, last: string): string[] {
  const values = new Set<string>();
  for (const day of daysBetween(`${last.slice(0, 7)}-01`, last)) {
    for (const payer of payers) {
      for (const line of payer.linesOf(day)) values.add(valueOf(category, { line, payer }));
    }
  }
  return [...values].toSorted();
}

/** Its pages are asked for by sending the same body again to the link. */
function query(armCall: ArmCall): Answer {
  const { call, simulation } = armCall;
  const found = scopeOf(armCall, 'Microsoft.CostManagement/query/action', 'query');
  if ('refusal' in found) return found.refusal;
  const { scope } = found;
  const now = simulation.clock.now();
  const parsed = parseQuery(call.body, scope.kind, now);
  const units = 'query' in parsed ? parsed.query.months : 1;
  const { allowed, headers } = countCost(armCall, { kind: 'query', scope: scope.path, units });
  if (!allowed) return tooMany(headers);
  if ('refusal' in parsed) return { ...parsed.refusal, headers };
  const page = simulation.costs.pages.page(call, scope.path, () => rowsOf(parsed.query, scope, now));
  if ('refusal' in page) return { ...page.refusal, headers };
  if (page.rows.length === 0) return { status: 204, headers };
  const name = guidOf('query', simulation.nextNumber());
  return json(
    {
      id: `${scope.path}/${COST}/query/${name}`,
      name,
      type: 'Microsoft.CostManagement/query',
      location: null,
      sku: null,
      eTag: null,
      properties: { nextLink: page.nextLink, columns: columnsOf(parsed.query), rows: page.rows },
    },
    headers,
  );
}
