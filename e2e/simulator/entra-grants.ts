import {
  answerTokens,
  apiTokenOf,
  challengeOf,
  findPerson,
  findProgram,
  personArmToken,
  programTokenOf,
  stateOf,
} from './entra-people.ts';
import { entraError, invalidGrant, missingParameter, type EntraProblem } from './entra-problem.ts';
import { json, type Answer, type Call } from './http.ts';
import type { Simulation } from './simulation.ts';
import { SCOPES, TOKEN_SECONDS } from './tokens.ts';
import { guidOf } from './worlds/seeded.ts';
import { SIGN_IN_APPLICATION, SIGN_IN_PEOPLE, type SignInPerson } from './worlds/sign-in.ts';

export const ON_BEHALF_OF = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

export type Grant = { form: URLSearchParams; tenantId: string; call: Call; simulation: Simulation };

const NO_STORE = { 'cache-control': 'no-store, no-cache', pragma: 'no-cache' };

/** Grants of the product's own registration; null: the request is for none of them. */
export async function answerSignInGrant(grant: Grant): Promise<Answer | null> {
  const { form, call, simulation } = grant;
  const clientId = form.get('client_id')?.toLowerCase() ?? null;
  const answer = await tokensFor(grant, clientId);
  if (answer === null) return null;
  const cors = corsHeaders(call);
  if ('error' in answer) {
    const refusal = entraError(answer, simulation);
    return { ...refusal, headers: { ...refusal.headers, ...cors } };
  }
  return json(answer, { ...NO_STORE, ...cors });
}

/** Browser applications ask across origins. */
export const corsHeaders = ({ headers }: Call): Record<string, string> =>
  headers.origin === undefined
    ? {}
    : { 'access-control-allow-origin': headers.origin, 'access-control-expose-headers': 'Content-Length' };

async function tokensFor(grant: Grant, clientId: string | null): Promise<object | EntraProblem | null> {
  const isOurs = clientId === SIGN_IN_APPLICATION.appId;
  switch (grant.form.get('grant_type')) {
    case 'authorization_code':
      return isOurs ? redeemCode(grant) : null;
    case 'refresh_token':
      return isOurs ? refresh(grant) : null;
    case 'password':
      return isOurs || findProgram(clientId) !== undefined ? byPassword(grant) : null;
    case ON_BEHALF_OF:
      return isOurs ? onBehalfOf(grant) : null;
    case 'client_credentials':
      return findProgram(clientId) === undefined ? null : forProgram(grant, clientId);
    default:
      return null;
  }
}

function redeemCode({ form, call, simulation }: Grant): Promise<object> | EntraProblem {
  const { codes } = stateOf(simulation);
  const text = form.get('code') ?? '';
  const code = codes.get(text);
  codes.delete(text);
  if (code === undefined) return invalidGrant(54005, 'OAuth2 Authorization code was already redeemed.');
  if (challengeOf(form.get('code_verifier') ?? '') !== code.challenge) {
    return invalidGrant(
      501481,
      'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    );
  }
  if (form.get('redirect_uri') !== code.redirectUri) {
    return invalidGrant(50011, 'The redirect URI specified in the request does not match.');
  }
  return answerTokens(code.person, code, call, simulation);
}

function refresh({ form, call, simulation }: Grant): Promise<object> | EntraProblem {
  const { refreshTokens } = stateOf(simulation);
  const text = form.get('refresh_token') ?? '';
  const person = refreshTokens.get(text);
  if (person === undefined) {
    return invalidGrant(700082, 'The refresh token has expired due to inactivity.', 'token_expired');
  }
  refreshTokens.delete(text);
  return answerTokens(person, { nonce: null, scope: form.get('scope') ?? '' }, call, simulation);
}

async function byPassword({ form, tenantId, call, simulation }: Grant): Promise<object | EntraProblem> {
  const userName = form.get('username');
  if (userName === null) return missingParameter('username');
  const person = findPerson(userName);
  if (person === undefined || person.tenantId !== tenantId) {
    return invalidGrant(50034, `The user account does not exist in the ${tenantId} directory.`);
  }
  if (person.password !== form.get('password')) {
    return invalidGrant(50126, 'Error validating credentials due to invalid username or password.');
  }
  const answer = await answerTokens(
    person,
    { nonce: null, scope: form.get('scope') ?? '' },
    call,
    simulation,
  );
  return { ...answer, access_token: await apiTokenOf(person, call, simulation) };
}

async function forProgram(
  { form, tenantId, call, simulation }: Grant,
  clientId: string | null,
): Promise<object | EntraProblem> {
  const program = findProgram(clientId);
  const wanted: readonly (string | null)[] = [SIGN_IN_APPLICATION.defaultScope, SIGN_IN_APPLICATION.apiScope];
  if (program === undefined || !wanted.includes(form.get('scope'))) {
    return { status: 400, error: 'invalid_scope', code: 70011, text: 'The scope is not valid.' };
  }
  if (form.get('client_secret') !== program.secret) {
    return { status: 401, error: 'invalid_client', code: 7000215, text: 'Invalid client secret provided.' };
  }
  const access_token = await programTokenOf(program, tenantId, call, simulation);
  return { token_type: 'Bearer', expires_in: TOKEN_SECONDS, ext_expires_in: TOKEN_SECONDS, access_token };
}

/** A token of ours is exchanged for one of Resource Manager that acts for the same person. */
async function onBehalfOf({ form, tenantId, call, simulation }: Grant): Promise<object | EntraProblem> {
  if (form.get('client_secret') !== SIGN_IN_APPLICATION.secret) {
    return { status: 401, error: 'invalid_client', code: 7000215, text: 'Invalid client secret provided.' };
  }
  const claims = await simulation.tokens.read(form.get('assertion') ?? '', SIGN_IN_APPLICATION.appId);
  const person = SIGN_IN_PEOPLE.find(({ objectId }) => objectId === claims?.['oid']);
  if (person === undefined || claims?.['scp'] === undefined) {
    return invalidGrant(50013, 'Assertion failed signature validation.');
  }
  const isArm = (form.get('scope') ?? '')
    .split(' ')
    .some((scope) => SCOPES.get(scope) === 'resource-manager');
  if (!isArm) return { status: 400, error: 'invalid_scope', code: 70011, text: 'The scope is not valid.' };
  if (!person.hasConsented) {
    const text = `The user or administrator has not consented to use the application with ID '${SIGN_IN_APPLICATION.appId}' named '${SIGN_IN_APPLICATION.displayName}'. Send an interactive authorization request for this user and resource.`;
    return invalidGrant(65001, text, 'consent_required');
  }
  const object = objectIn(person, tenantId, simulation);
  if (object === null) {
    return invalidGrant(
      50020,
      `User account '${person.userName}' from identity provider 'https://sts.windows.net/${person.tenantId}/' does not exist in tenant '${tenantId}' and cannot access the application.`,
    );
  }
  return {
    token_type: 'Bearer',
    scope: 'https://management.azure.com/user_impersonation',
    expires_in: TOKEN_SECONDS,
    ext_expires_in: TOKEN_SECONDS,
    access_token: await personArmToken(person, { tenantId, objectId: object }, call, simulation),
  };
}

/** The person's object in a tenant: their own, or a guest's in the first customer's; else none. */
function objectIn(person: SignInPerson, tenantId: string, { world }: Simulation): string | null {
  if (person.tenantId === tenantId) return person.objectId;
  return world.customers[0]?.tenantId === tenantId ? guidOf('guest of', person.objectId, tenantId) : null;
}
