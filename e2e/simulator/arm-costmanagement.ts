import { createHash } from 'node:crypto';
import type { ArmCall, ArmRoute } from './arm-route.ts';
import { DIMENSIONS, parseQuery, runQuery } from './cost-query.ts';
import { armError, json, paramOf, type Answer } from './http.ts';
import { pageOf } from './paging.ts';
import { authorizationFailed, mayReadBilling } from './rights.ts';
import { costDays } from './worlds/costs.ts';
import { guidOf } from './worlds/seeded.ts';

const VERSION = '2023-11-01';
const ACCOUNT = 'providers/Microsoft.Billing/billingAccounts';
const COST = 'providers/Microsoft.CostManagement';
const QUERY_PAGE = 1000;

export const costManagementRoutes: readonly ArmRoute[] = [
  {
    api: 'cost-dimensions',
    pattern: `/${ACCOUNT}/:billingAccountName/${COST}/dimensions`,
    version: VERSION,
    methods: { GET: listDimensions },
  },
  {
    api: 'cost-query',
    pattern: `/${ACCOUNT}/:billingAccountName/customers/:customerId/${COST}/query`,
    version: VERSION,
    methods: { POST: query },
  },
];

/** Scope ids of Cost Management have no leading slash. */
const accountScope = ({ params }: ArmCall): string => `${ACCOUNT}/${paramOf(params, 'billingAccountName')}`;

function refuseAccount(armCall: ArmCall, scope: string, action: string): Answer | null {
  const { caller, params, simulation } = armCall;
  const known = paramOf(params, 'billingAccountName') === simulation.world.partner.billingAccountName;
  if (known && mayReadBilling(caller, simulation.world)) return null;
  return authorizationFailed(caller, action, `/${scope}`);
}

function counted(armCall: ArmCall, kind: 'query' | 'dimensions', scope: string) {
  const { call, caller, simulation } = armCall;
  const clientType = call.headers['clienttype'];
  return simulation.throttle.cost({
    kind,
    scope,
    tenantId: caller.tenantId,
    identity: `${caller.tenantId} ${caller.objectId}`,
    clientType: Array.isArray(clientType) ? clientType[0] : clientType,
  });
}

const tooMany = (headers: Record<string, string>): Answer =>
  armError(429, '429', 'Too many requests. Please retry.', headers);

function listDimensions(armCall: ArmCall): Answer {
  const scope = accountScope(armCall);
  const refused = refuseAccount(armCall, scope, 'Microsoft.CostManagement/dimensions/read');
  if (refused !== null) return refused;
  const { allowed, headers } = counted(armCall, 'dimensions', scope);
  if (!allowed) return tooMany(headers);
  const { first, last } = costDays(armCall.simulation.clock.now());
  const value = DIMENSIONS.map((category) => {
    const name = `dimensions_${category}_${first}_${last}`;
    return {
      id: `${scope}/providers/microsoft.CostManagement/${name}`,
      name,
      type: 'microsoft.CostManagement/dimensions',
      properties: {
        data: [],
        total: 0,
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

/** Its pages are asked for by sending the same body again to the link. */
function query(armCall: ArmCall): Answer {
  const { call, params, simulation } = armCall;
  const customerId = paramOf(params, 'customerId').toLowerCase();
  const scope = `${accountScope(armCall)}/customers/${customerId}`;
  const action = 'Microsoft.CostManagement/query/action';
  const refused = refuseAccount(armCall, scope, action);
  if (refused !== null) return refused;
  const customer = simulation.world.customers.find(({ tenantId }) => tenantId === customerId);
  if (customer === undefined || customer.costRefused) {
    return authorizationFailed(armCall.caller, action, `/${scope}`);
  }
  const { allowed, headers } = counted(armCall, 'query', scope);
  if (!allowed) return tooMany(headers);
  const now = simulation.clock.now();
  const parsed = parseQuery(call.body, now);
  if ('refusal' in parsed) return { ...parsed.refusal, headers };
  const { columns, rows } = runQuery(parsed.query, customer.subscriptions, now);
  if (rows.length === 0) return { status: 204, headers };
  const page = pageOf(rows, call, { size: QUERY_PAGE, of: digestOf(scope, call.body) });
  if ('refusal' in page) return { ...page.refusal, headers };
  const name = guidOf('query', simulation.nextNumber());
  return json(
    {
      id: `${scope}/${COST}/query/${name}`,
      name,
      type: 'Microsoft.CostManagement/query',
      location: null,
      sku: null,
      eTag: null,
      properties: { nextLink: page.nextLink ?? null, columns, rows: page.items },
    },
    headers,
  );
}

const digestOf = (scope: string, body: string): string =>
  createHash('sha256').update(scope).update(body).digest('base64url').slice(0, 16);
