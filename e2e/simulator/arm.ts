import type { ArmRoute } from './arm-route.ts';
import { armError, matchPath, type Answer, type Call, type Params } from './http.ts';
import { authorizationRoutes } from './arm-authorization.ts';
import { billingRoutes } from './arm-billing.ts';
import { billingSubscriptionRoutes } from './arm-billing-subscriptions.ts';
import { billingTransferRoutes } from './arm-billing-transfers.ts';
import { costManagementRoutes } from './arm-costmanagement.ts';
import { managedServicesRoutes } from './arm-managedservices.ts';
import { managementPartnerRoutes } from './arm-managementpartner.ts';
import { marketplaceRoutes } from './arm-marketplace.ts';
import { resourceGraphRoutes } from './arm-resourcegraph.ts';
import { restrictionRoutes } from './arm-restrictions.ts';
import { subscriptionRoutes } from './arm-subscriptions.ts';
import { tenantRoutes } from './arm-tenants.ts';
import type { Simulation } from './simulation.ts';
import type { TokenProblem } from './tokens.ts';

const ROUTES: readonly ArmRoute[] = [
  ...subscriptionRoutes,
  ...tenantRoutes,
  ...resourceGraphRoutes,
  ...managedServicesRoutes,
  ...marketplaceRoutes,
  ...authorizationRoutes,
  ...restrictionRoutes,
  ...managementPartnerRoutes,
  ...billingRoutes,
  ...billingSubscriptionRoutes,
  ...billingTransferRoutes,
  ...costManagementRoutes,
];

type Matched = { route: ArmRoute; params: Params };

export function matchArm(path: string): Matched | null {
  for (const route of ROUTES) {
    const params = matchPath(route.pattern, path);
    if (params !== null) return { route, params };
  }
  return null;
}

export async function answerArm(call: Call, simulation: Simulation): Promise<Answer> {
  const verified = await simulation.tokens.verify(call.headers.authorization, 'resource-manager');
  if ('problem' in verified) return unauthenticated(verified.problem);
  const { caller } = verified;
  const matched = matchArm(call.path);
  const version = refuseVersion(call, matched);
  if (version !== null) return version;
  if (matched === null) return notFound(call.path);
  const handler = matched.route.methods[call.method];
  if (handler === undefined) return wrongMethod(call.method, matched.route);
  const subscriptionId = matched.params['subscriptionId']?.toLowerCase();
  const level = subscriptionId === undefined ? 'tenant' : 'subscription';
  const bucket = simulation.throttle.armRead(
    level,
    `${subscriptionId ?? caller.tenantId} ${caller.objectId}`,
  );
  if (!bucket.allowed) return throttled(level, bucket.headers);
  const answer = await handler({ call, params: matched.params, caller, simulation });
  return { ...answer, headers: { ...bucket.headers, ...answer.headers } };
}

const PROBLEMS: Readonly<Record<TokenProblem, readonly [string, string]>> = {
  missing: [
    'AuthenticationFailed',
    "Authentication failed. The 'Authorization' header is missing or has an invalid format.",
  ],
  malformed: ['InvalidAuthenticationToken', 'The access token is invalid.'],
  signature: [
    'InvalidAuthenticationToken',
    'The access token is invalid: its signature could not be verified.',
  ],
  expired: [
    'ExpiredAuthenticationToken',
    'The access token expiry UTC time is earlier than the current UTC time.',
  ],
  audience: [
    'InvalidAuthenticationTokenAudience',
    "The access token has been obtained for wrong audience or resource. It should exactly match with one of the allowed audiences 'https://management.core.windows.net/','https://management.azure.com'.",
  ],
  issuer: [
    'InvalidAuthenticationTokenTenant',
    'The access token is from the wrong issuer. It must match the tenant associated with this subscription.',
  ],
};

function unauthenticated(problem: TokenProblem): Answer {
  const [code, message] = PROBLEMS[problem];
  return armError(401, code, message, {
    'www-authenticate':
      'Bearer authorization_uri="https://login.microsoftonline.com/", error="invalid_token"',
  });
}

function refuseVersion({ query, path }: Call, matched: Matched | null): Answer | null {
  const version = query.get('api-version');
  if (version === null) {
    const message = 'The api-version query parameter (?api-version=) is required for all requests.';
    return armError(400, 'MissingApiVersionParameter', message);
  }
  const supported = matched === null ? [version] : [matched.route.version].flat();
  if (supported.includes(version)) return null;
  const message = `The api-version '${version}' is invalid for '${path}'. The supported versions are '${supported.join(', ')}'.`;
  return armError(400, 'InvalidApiVersionParameter', message);
}

const notFound = (path: string): Answer =>
  armError(404, 'InvalidResourceType', `The resource type could not be found for the path '${path}'.`);

const wrongMethod = (method: string, { methods }: ArmRoute): Answer =>
  armError(405, 'HttpMethodNotAllowed', `The requested resource does not support http method '${method}'.`, {
    allow: Object.keys(methods).join(', '),
  });

function throttled(level: 'subscription' | 'tenant', headers: Record<string, string>): Answer {
  const code = level === 'subscription' ? 'SubscriptionRequestsThrottled' : 'TenantRequestsThrottled';
  const message = `Number of requests exceeded the limit. Please try again after '${headers['retry-after']}' seconds.`;
  return armError(429, code, message, headers);
}
