import { randomBytes } from 'node:crypto';
import { findPerson, stateOf } from './entra-people.ts';
import { describeProblem, type EntraProblem } from './entra-problem.ts';
import type { Answer, Call } from './http.ts';
import type { Simulation } from './simulation.ts';
import { SIGN_IN_APPLICATION, SIGN_IN_PEOPLE, type SignInPerson } from './worlds/sign-in.ts';

const COOKIE = 'simulated-entra';

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const page = (title: string, body: string, headers: Record<string, string> = {}): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers },
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>${title}</title><style>
body{font:16px/1.5 system-ui,sans-serif;margin:3rem auto;max-width:32rem;padding:0 1rem;color:#1b1b1b;background:#fff}
button{display:block;width:100%;text-align:left;padding:.75rem 1rem;margin:.5rem 0;border:1px solid #999;border-radius:4px;background:#f5f5f5;font:inherit;cursor:pointer}
small{display:block;color:#444}</style></head><body><h1>${title}</h1>${body}</body></html>`,
});

function errorPage(problem: EntraProblem, simulation: Simulation): Answer {
  const { description } = describeProblem(problem, simulation);
  return {
    ...page('Sorry, but we’re having trouble signing you in.', `<p>${escapeHtml(description)}</p>`),
    status: 400,
  };
}

/** What is wrong with an authorization request, so that it must not be answered to its redirect address. */
function problemOf(query: URLSearchParams): EntraProblem | null {
  const clientId = query.get('client_id')?.toLowerCase();
  if (clientId !== SIGN_IN_APPLICATION.appId) {
    return {
      status: 400,
      error: 'unauthorized_client',
      code: 700016,
      text: `Application with identifier '${clientId ?? ''}' was not found in the directory.`,
    };
  }
  const redirectUri = query.get('redirect_uri') ?? '';
  const isRegistered =
    URL.canParse(redirectUri) && /^\/sign-in(\/[a-z]+)?$/.test(new URL(redirectUri).pathname);
  if (!isRegistered) {
    return {
      status: 400,
      error: 'invalid_request',
      code: 50011,
      text: `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application.`,
    };
  }
  if (query.get('response_type') !== 'code' || query.get('code_challenge_method') !== 'S256') {
    return {
      status: 400,
      error: 'invalid_request',
      code: 9002325,
      text: 'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
    };
  }
  return null;
}

/** The page on which a person says who they are, or the way back at once where that is known already. */
export function authorize(_tenantId: string, call: Call, simulation: Simulation): Answer {
  const query = call.method === 'POST' ? new URLSearchParams(call.body) : call.query;
  const problem = problemOf(query);
  if (problem !== null) return errorPage(problem, simulation);
  if (call.method === 'POST') return choose(query, simulation);
  const prompt = query.get('prompt');
  const known = findPerson(cookieOf(call) ?? '');
  const isAsked = prompt === 'select_account' || prompt === 'login';
  if (known !== undefined && !isAsked) return back(known, query, simulation);
  if (prompt === 'none') {
    return backWithError(
      query,
      {
        status: 400,
        error: 'login_required',
        code: 50058,
        text: 'A silent sign-in request was sent but no user is signed in.',
      },
      simulation,
    );
  }
  return page('Pick an account', SIGN_IN_PEOPLE.map((person) => buttonOf(person, query)).join(''));
}

function buttonOf({ userName, displayName, description }: SignInPerson, query: URLSearchParams): string {
  const kept = [...query].map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return `<form method="post">${kept.join('')}<button name="simulated_user" value="${escapeHtml(userName)}">${escapeHtml(displayName)}<small>${escapeHtml(description)}</small></button></form>`;
}

function choose(query: URLSearchParams, simulation: Simulation): Answer {
  const person = findPerson(query.get('simulated_user') ?? '');
  if (person === undefined) {
    return errorPage(
      { status: 400, error: 'access_denied', code: 50034, text: 'The user account does not exist.' },
      simulation,
    );
  }
  const answer = back(person, query, simulation);
  const cookie = `${COOKIE}=${encodeURIComponent(person.userName)}; Path=/; Secure; HttpOnly; SameSite=None`;
  return { ...answer, headers: { ...answer.headers, 'set-cookie': cookie } };
}

function cookieOf({ headers }: Call): string | null {
  const value = new RegExp(`(?:^|; )${COOKIE}=([^;]*)`).exec(headers.cookie ?? '')?.[1];
  return value === undefined ? null : decodeURIComponent(value);
}

function back(person: SignInPerson, query: URLSearchParams, simulation: Simulation): Answer {
  const code = randomBytes(32).toString('base64url');
  stateOf(simulation).codes.set(code, {
    person,
    redirectUri: query.get('redirect_uri') ?? '',
    challenge: query.get('code_challenge') ?? '',
    nonce: query.get('nonce'),
    scope: query.get('scope') ?? '',
  });
  const clientInfo = { uid: person.objectId, utid: person.tenantId };
  return answerTo(query, {
    code,
    client_info: Buffer.from(JSON.stringify(clientInfo)).toString('base64url'),
    session_state: randomBytes(8).toString('hex'),
  });
}

const backWithError = (query: URLSearchParams, problem: EntraProblem, simulation: Simulation): Answer =>
  answerTo(query, {
    error: problem.error,
    error_description: describeProblem(problem, simulation).description,
  });

function answerTo(query: URLSearchParams, answer: Record<string, string>): Answer {
  const target = new URL(query.get('redirect_uri') ?? '');
  const state = query.get('state');
  const fields = new URLSearchParams({ ...answer, ...(state === null ? {} : { state }) });
  if (query.get('response_mode') === 'query') target.search = fields.toString();
  else target.hash = fields.toString();
  return { status: 302, headers: { location: target.href, 'cache-control': 'no-store' } };
}

/** Forgets who is signed in, and leads back where the application asked. */
export function logout(_tenantId: string, { query }: Call): Answer {
  const headers = { 'set-cookie': `${COOKIE}=; Path=/; Secure; HttpOnly; SameSite=None; Max-Age=0` };
  const target = query.get('post_logout_redirect_uri');
  if (target === null || !URL.canParse(target)) return page('You signed out of your account', '', headers);
  return { status: 302, headers: { location: target, ...headers } };
}
