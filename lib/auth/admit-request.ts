import { randomBytes } from 'node:crypto';
import { NextRequest, NextResponse } from 'next/server';
import { config, isDevelopment } from '#lib/config.ts';
import { keyOf, wasAccepted } from './accepted-credentials.ts';
import { clientAddress } from './client-address.ts';
import { contentPolicy } from './content-policy.ts';
import { cookieName, isHttps } from './cookies.ts';
import { RateLimiter } from './rate-limit.ts';
import { guardFault } from './request-guard.ts';
import { methodsInstead } from './route-rules.ts';
import { VIEW_HEADER } from './view-header.ts';

const HSTS = 'max-age=63072000; includeSubDomains';
const RENEWAL = '/sign-in/renew';
export const SIGN_IN_PAGE = /^\/sign-in(\/|$)/;

const limitRequests = new RateLimiter({ burst: 1200, perSecond: 100 });
const limitSignIns = new RateLimiter({ burst: 300, perSecond: 5 });

export type Asked = { request: NextRequest; path: string; nonce: string };

export const askedOf = (request: NextRequest): Asked => ({
  request,
  path: request.nextUrl.pathname,
  nonce: randomBytes(16).toString('base64'),
});

export function securityHeaders({ path, nonce }: Asked): Record<string, string> {
  const { signIn } = config();
  const authorityOrigin =
    signIn !== null && (SIGN_IN_PAGE.test(path) || path === '/links/me') ? signIn.authorityHost : null;
  const isFramedByUs = path === RENEWAL;
  const policy = { nonce, authorityOrigin, isFramedByUs, isDevelopment: isDevelopment(), upgrade: isHttps() };
  return {
    'Content-Security-Policy': contentPolicy(policy),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': isFramedByUs ? 'SAMEORIGIN' : 'DENY',
    ...(isHttps() ? { 'Strict-Transport-Security': HSTS } : {}),
  };
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad address',
  403: 'Forbidden',
  405: 'Method not allowed',
  413: 'Body too large',
  429: 'Too many requests',
};

type Refused = { status: number; code: string; detail: string; headers?: Record<string, string> };

function refuse(asked: Asked, { status, code, detail, headers = {} }: Refused): NextResponse {
  const problem = { type: 'about:blank', title: TITLES[status] ?? 'Refused', status, code, detail };
  const all = {
    ...securityHeaders(asked),
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    ...headers,
  };
  return NextResponse.json(problem, { status, headers: all });
}

/**
 * A credential that was let in before has a bucket of its own. Everybody else at an address shares one: made-up
 * credentials would have as many as they like.
 */
function rateKey({ headers, cookies }: NextRequest): string {
  const credential = headers.get('authorization') ?? cookies.get(cookieName('session'))?.value;
  const key = credential === undefined ? null : keyOf(credential);
  if (key !== null && wasAccepted(key)) return key;
  return clientAddress(headers.get('x-forwarded-for'), config().trustedProxies) ?? 'nobody';
}

function secondsToWait({ request, path }: Asked): number {
  const isSignIn =
    path.startsWith('/api/v1/session') && (request.method === 'POST' || request.method === 'PUT');
  const address =
    clientAddress(request.headers.get('x-forwarded-for'), config().trustedProxies) ?? 'everybody';
  const now = Date.now();
  return Math.max(
    isSignIn ? limitSignIns.take(address, now) : 0,
    config().signIn === null ? 0 : limitRequests.take(rateKey(request), now),
  );
}

/** Next answers a segment that cannot be decoded with an internal error. */
function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Everything that is asked of a request before anyone knows who sent it; null where nothing is wrong. */
export function refusalOf(asked: Asked): NextResponse | null {
  const { request, path } = asked;
  const host = request.headers.get('host') ?? '';
  const fault = guardFault({ method: request.method, host, path, headers: request.headers }, config());
  if (fault !== null) return refuse(asked, fault);
  const wait = secondsToWait(asked);
  if (wait > 0) {
    const detail = 'Too many requests came at once.';
    return refuse(asked, {
      status: 429,
      code: 'too-many-requests',
      detail,
      headers: { 'Retry-After': String(wait) },
    });
  }
  if (!isReadable(path)) {
    return refuse(asked, { status: 400, code: 'bad-address', detail: 'The address is not valid UTF-8.' });
  }
  const methods = methodsInstead(path, request.method);
  if (methods === null) return null;
  const allow = methods.join(', ');
  const detail = `This call knows ${allow}.`;
  return refuse(asked, { status: 405, code: 'method-not-allowed', detail, headers: { Allow: allow } });
}

/** For the routes that proxy.ts does not stand before: asks the same, and protects the answer with the same headers. */
export async function admit(request: Request, work: () => Promise<Response>): Promise<Response> {
  const { headers, method, url } = request;
  const asked = askedOf(new NextRequest(url, { headers, method }));
  const refused = refusalOf(asked);
  if (refused !== null) return refused;
  if (headers.has(VIEW_HEADER)) {
    return refuse(asked, { status: 400, code: 'bad-header', detail: 'A header of ours came from outside.' });
  }
  const answer = await work();
  for (const [name, value] of Object.entries(securityHeaders(asked))) answer.headers.set(name, value);
  return answer;
}
