import type { Role } from './roles.ts';

/** What a route asks of whoever calls it: a role, a person who has signed in, or nothing. */
export type Needs = Role | 'person' | 'nothing';

export type RouteRule = { path: string; methods: Readonly<Partial<Record<Method, Needs>>> };
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Every API route with its methods. Queries and commands check the roles themselves; this table is what the tests
 * hold them against, and what a call with a wrong method is told.
 */
export const ROUTE_RULES: readonly RouteRule[] = [
  { path: '/healthz', methods: { GET: 'nothing' } },
  { path: '/readyz', methods: { GET: 'nothing' } },
  { path: '/metrics', methods: { GET: 'Pec.Admin' } },
  { path: '/api/v1/openapi.json', methods: { GET: 'nothing' } },
  {
    path: '/api/v1/session',
    methods: { GET: 'Pec.Viewer', POST: 'nothing', PUT: 'nothing', DELETE: 'nothing' },
  },
  { path: '/api/v1/session/challenge', methods: { POST: 'nothing' } },
  { path: '/api/v1/session/demo', methods: { POST: 'nothing' } },
  { path: '/api/v1/language', methods: { POST: 'nothing' } },
  { path: '/api/rows/:list', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/customers/export', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/subscriptions/export', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/costs/export', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/findings/export', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/links/export', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/roles/export', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/search', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/views', methods: { GET: 'Pec.Viewer' } },
  {
    path: '/api/v1/views/:name',
    methods: { GET: 'Pec.Viewer', PUT: 'Pec.Viewer', DELETE: 'Pec.Viewer' },
  },
  { path: '/api/v1/overview', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/setup', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/setup/:step', methods: { PUT: 'Pec.Viewer' } },
  { path: '/api/v1/customers', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/customers/:tenantId', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/customers/:tenantId/refresh', methods: { POST: 'Pec.Support' } },
  { path: '/api/v1/customers/:tenantId/owner', methods: { PUT: 'Pec.Admin' } },
  { path: '/api/v1/audit', methods: { GET: 'Pec.Admin' } },
  { path: '/api/v1/audit/export', methods: { GET: 'Pec.Admin' } },
  { path: '/api/v1/settings', methods: { GET: 'Pec.Admin', PUT: 'Pec.Admin' } },
  { path: '/api/v1/settings/people', methods: { GET: 'Pec.Admin', PUT: 'Pec.Admin' } },
  { path: '/api/v1/settings/people/sessions', methods: { DELETE: 'Pec.Admin' } },
  { path: '/api/v1/roles', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/costs', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/subscriptions', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/subscriptions/:subscriptionId', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/findings', methods: { GET: 'Pec.Viewer', PATCH: 'Pec.Support' } },
  { path: '/api/v1/findings/decide', methods: { POST: 'Pec.Support' } },
  { path: '/api/v1/findings/undo', methods: { POST: 'Pec.Support' } },
  { path: '/api/v1/findings/:id/files/:name', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/findings/:id', methods: { GET: 'Pec.Viewer', PATCH: 'Pec.Support' } },
  { path: '/api/v1/changes', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/changes/export', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/subscriptions/:subscriptionId/facts', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/links', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/links/me', methods: { GET: 'person', PUT: 'person', DELETE: 'person' } },
  { path: '/api/v1/links/me/check', methods: { POST: 'person' } },
  { path: '/api/v1/links/attestations', methods: { POST: 'Pec.Support', DELETE: 'Pec.Support' } },
  { path: '/api/v1/links/attestations/restore', methods: { POST: 'Pec.Support' } },
  { path: '/api/v1/imports', methods: { GET: 'Pec.Viewer', POST: 'Pec.Support' } },
  { path: '/api/v1/imports/:id/rejected', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/imports/reconcile', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/imports/:id/cancel', methods: { POST: 'Pec.Support' } },
  { path: '/api/v1/imports/:id', methods: { GET: 'Pec.Viewer', DELETE: 'Pec.Support' } },
  { path: '/api/v1/work', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/sync/plan', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/sync/runs', methods: { GET: 'Pec.Viewer', POST: 'Pec.Support' } },
  { path: '/api/v1/sync/runs/:id', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/sync/runs/:id/events', methods: { GET: 'Pec.Viewer' } },
  { path: '/api/v1/sync/runs/:id/pause', methods: { POST: 'Pec.Support' } },
  { path: '/api/v1/sync/runs/:id/resume', methods: { POST: 'Pec.Support' } },
  { path: '/api/v1/sync/runs/:id/cancel', methods: { POST: 'Pec.Support' } },
];

export type PageRule = { path: string; needs: Needs };

/** Every page. Those of a customer or subscription answer 404 to whoever may not see it. */
export const PAGE_RULES: readonly PageRule[] = [
  { path: '/', needs: 'Pec.Viewer' },
  { path: '/customers', needs: 'Pec.Viewer' },
  { path: '/customers/:tenantId', needs: 'Pec.Viewer' },
  { path: '/customers/:tenantId/report', needs: 'Pec.Viewer' },
  { path: '/subscriptions', needs: 'Pec.Viewer' },
  { path: '/subscriptions/:subscriptionId', needs: 'Pec.Viewer' },
  { path: '/gaps', needs: 'Pec.Viewer' },
  { path: '/gaps/:findingId', needs: 'Pec.Viewer' },
  { path: '/roles', needs: 'Pec.Viewer' },
  { path: '/costs', needs: 'Pec.Viewer' },
  { path: '/changes', needs: 'Pec.Viewer' },
  { path: '/links', needs: 'Pec.Viewer' },
  { path: '/links/me', needs: 'person' },
  { path: '/imports', needs: 'Pec.Viewer' },
  { path: '/imports/reconcile', needs: 'Pec.Viewer' },
  { path: '/sync', needs: 'Pec.Viewer' },
  { path: '/audit', needs: 'Pec.Admin' },
  { path: '/settings', needs: 'Pec.Admin' },
  { path: '/settings/people', needs: 'Pec.Admin' },
  { path: '/sign-in', needs: 'nothing' },
  { path: '/sign-in/renew', needs: 'nothing' },
  { path: '/sign-in/out', needs: 'nothing' },
];

const patternOf = ({ path }: RouteRule): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}/?$`);

const PATTERNS = ROUTE_RULES.map((rule) => ({ rule, pattern: patternOf(rule) }));

/** The rule of a path; null for one that is not in the table. */
export const findRouteRule = (path: string): RouteRule | null =>
  PATTERNS.find(({ pattern }) => pattern.test(path))?.rule ?? null;

/** The methods a path knows, when it does not know this one; null when it does, or the path is not in the table. */
export function methodsInstead(path: string, method: string): string[] | null {
  const rule = findRouteRule(path);
  if (rule === null) return null;
  const known: string[] = Object.keys(rule.methods);
  const allowed = known.includes('GET') ? [...known, 'HEAD'] : known;
  return allowed.includes(method) ? null : allowed;
}
