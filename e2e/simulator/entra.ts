import { timingSafeEqual } from 'node:crypto';
import type { Application, ServicePrincipal, Tenant } from './worlds/types.ts';
import { ASSERTION_TYPE } from './client-assertion.ts';
import { answerSignInGrant, corsHeaders } from './entra-grants.ts';
import { authorize, logout } from './entra-pages.ts';
import { entraError, missingParameter, type EntraProblem } from './entra-problem.ts';
import { json, matchPath, paramOf, type Answer, type Call } from './http.ts';
import type { Simulation } from './simulation.ts';
import { SCOPES, TOKEN_SECONDS } from './tokens.ts';

const ROUTES = [
  ['/:tenant/v2.0/.well-known/openid-configuration', ['GET'], metadata],
  ['/:tenant/discovery/v2.0/keys', ['GET'], signingKeys],
  ['/:tenant/oauth2/v2.0/token', ['POST'], issueToken],
  ['/:tenant/oauth2/v2.0/authorize', ['GET', 'POST'], authorize],
  ['/:tenant/oauth2/v2.0/logout', ['GET'], logout],
] as const;

/** Answers Entra's own paths; null: the path is none of them. */
export async function answerEntra(call: Call, simulation: Simulation): Promise<Answer | null> {
  for (const [pattern, methods, answer] of ROUTES) {
    const params = matchPath(pattern, call.path);
    if (params === null) continue;
    if (call.method === 'OPTIONS') return preflight(call);
    const allowed: readonly string[] = methods;
    if (!allowed.includes(call.method)) return { status: 405, headers: { allow: allowed.join(', ') } };
    return answer(paramOf(params, 'tenant').toLowerCase(), call, simulation);
  }
  return null;
}

export const tenantOfEntraPath = (path: string): string | null =>
  ROUTES.map(([pattern]) => matchPath(pattern, path)?.['tenant']).find((tenant) => tenant !== undefined) ??
  null;

const preflight = (call: Call): Answer => ({
  status: 200,
  headers: {
    ...corsHeaders(call),
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers': String(call.headers['access-control-request-headers'] ?? ''),
  },
});

function metadata(tenantId: string, call: Call, simulation: Simulation): Answer {
  if (!simulation.world.tenants.has(tenantId)) return unknownTenant(tenantId, simulation);
  const base = `${call.origin}/${tenantId}`;
  const described = {
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'tid', 'oid'],
    tenant_region_scope: 'EU',
    cloud_instance_name: 'microsoftonline.com',
  };
  return json(described, corsHeaders(call));
}

function signingKeys(tenantId: string, _call: Call, simulation: Simulation): Answer {
  return simulation.world.tenants.has(tenantId)
    ? json(simulation.tokens.keys())
    : unknownTenant(tenantId, simulation);
}

async function issueToken(tenantId: string, call: Call, simulation: Simulation): Promise<Answer> {
  const tenant = simulation.world.tenants.get(tenantId);
  if (tenant === undefined) return unknownTenant(tenantId, simulation);
  const form = new URLSearchParams(call.body);
  const signedIn = await answerSignInGrant({ form, tenantId, call, simulation });
  if (signedIn !== null) return signedIn;
  const clientId = clientIdOf(form, call, simulation);
  const problem = await problemOf({ form, call, clientId, tenant, simulation });
  if (problem !== null) return entraError(problem, simulation);
  const audience = SCOPES.get(form.get('scope') ?? '');
  const principal = principalOf(clientId, tenant);
  if (audience === undefined || principal === undefined) throw new Error('the form was checked before');
  const caller = {
    tenantId,
    objectId: principal.id,
    appId: principal.appId,
    graphRoles: principal.graphRoles,
  };
  return json(
    {
      token_type: 'Bearer',
      expires_in: TOKEN_SECONDS,
      ext_expires_in: TOKEN_SECONDS,
      access_token: await simulation.tokens.issue(caller, audience, call.origin),
    },
    { 'cache-control': 'no-store, no-cache', pragma: 'no-cache' },
  );
}

type TokenRequest = {
  form: URLSearchParams;
  call: Call;
  clientId: string | null;
  tenant: Tenant;
  simulation: Simulation;
};

async function problemOf(request: TokenRequest): Promise<EntraProblem | null> {
  const { form, clientId, tenant, simulation } = request;
  const grant = form.get('grant_type');
  if (grant === null) return missingParameter('grant_type');
  if (grant !== 'client_credentials') return unsupportedGrant(grant);
  if (clientId === null) return missingParameter('client_id');
  const principal = principalOf(clientId, tenant);
  const application = simulation.world.applications.get(clientId);
  if (principal === undefined || application === undefined) return unknownApplication(clientId, tenant);
  if (!principal.accountEnabled) return disabledApplication(clientId);
  const refused = await credentialProblem(request, application);
  if (refused !== null) return refused;
  const scope = form.get('scope');
  if (scope === null) return missingParameter('scope');
  return SCOPES.has(scope) ? null : badScope(scope);
}

/** A secret, or an assertion signed with the registered certificate. */
async function credentialProblem(
  { form, call, simulation: { assertions } }: TokenRequest,
  { appId, secret: known }: Application,
): Promise<EntraProblem | null> {
  const assertion = form.get('client_assertion');
  if (assertion !== null && form.get('client_assertion_type') === ASSERTION_TYPE) {
    const good = await assertions.isGood(assertion, appId, `${call.origin}${call.path}`);
    return good ? null : wrongAssertion();
  }
  const secret = secretOf(form, call);
  if (secret === null) return missingParameter('client_secret or client_assertion', 7000218);
  return sameSecret(secret, known) ? null : wrongSecret(appId);
}

function clientIdOf(form: URLSearchParams, call: Call, { assertions }: Simulation): string | null {
  const assertion = form.get('client_assertion');
  const signedBy = assertion === null ? null : assertions.clientIdOf(assertion);
  return (form.get('client_id') ?? basicOf(call)?.[0] ?? signedBy)?.toLowerCase() ?? null;
}

const secretOf = (form: URLSearchParams, call: Call): string | null =>
  form.get('client_secret') ?? basicOf(call)?.[1] ?? null;

function basicOf({ headers }: Call): [string, string] | null {
  const encoded = /^Basic (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (encoded === undefined) return null;
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':', 2);
  return [decodeURIComponent(id), decodeURIComponent(secret)];
}

function sameSecret(given: string, known: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(known)];
  return left.length === right.length && timingSafeEqual(left, right);
}

const principalOf = (clientId: string | null, tenant: Tenant): ServicePrincipal | undefined =>
  [...tenant.objects.values()].find(
    (object): object is ServicePrincipal => object.kind === 'servicePrincipal' && object.appId === clientId,
  );

const unsupportedGrant = (grant: string): EntraProblem => ({
  status: 400,
  error: 'unsupported_grant_type',
  code: 70003,
  text: `The app requested an unsupported grant type '${grant}'.`,
});

const unknownApplication = (clientId: string, tenant: Tenant): EntraProblem => ({
  status: 400,
  error: 'unauthorized_client',
  code: 700016,
  text: `Application with identifier '${clientId}' was not found in the directory '${tenant.displayName}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
});

const disabledApplication = (clientId: string): EntraProblem => ({
  status: 401,
  error: 'unauthorized_client',
  code: 7000112,
  text: `Application '${clientId}' is disabled.`,
});

const wrongSecret = (clientId: string): EntraProblem => ({
  status: 401,
  error: 'invalid_client',
  code: 7000215,
  text: `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
});

const wrongAssertion = (): EntraProblem => ({
  status: 401,
  error: 'invalid_client',
  code: 700027,
  text: 'The certificate with identifier used to sign the client assertion is not registered on application, or the assertion is not valid.',
});

const badScope = (scope: string): EntraProblem => ({
  status: 400,
  error: 'invalid_scope',
  code: 70011,
  text: `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`,
});

function unknownTenant(tenantId: string, simulation: Simulation): Answer {
  const text = `Tenant '${tenantId}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`;
  return entraError({ status: 400, error: 'invalid_request', code: 90002, text }, simulation);
}
