import { createHash, randomBytes } from 'node:crypto';
import { NextResponse, type NextRequest } from 'next/server';
import { clientAddress } from '#lib/auth/client-address.ts';
import { contentPolicy } from '#lib/auth/content-policy.ts';
import { cookieName, isHttps } from '#lib/auth/cookies.ts';
import { RateLimiter } from '#lib/auth/rate-limit.ts';
import { guardFault } from '#lib/auth/request-guard.ts';
import { signInAddress } from '#lib/auth/return-address.ts';
import { methodsInstead } from '#lib/auth/route-rules.ts';
import { VIEW_HEADER } from '#lib/auth/view-header.ts';
import { config, isDevelopment } from '#lib/config.ts';

const HSTS = 'max-age=63072000; includeSubDomains';
const RENEWAL = '/sign-in/renew';
/** Paths that are no page: nobody is led from them to a sign-in. */
const NO_PAGE = /^\/(api(\/|$)|_next\/|healthz$|readyz$|metrics$|icon\.svg$|favicon\.ico$)/;
const SIGN_IN = /^\/sign-in(\/|$)/;

const limitRequests = new RateLimiter({ burst: 1200, perSecond: 100 });
const limitSignIns = new RateLimiter({ burst: 300, perSecond: 5 });

type Asked = { request: NextRequest; path: string; nonce: string };

function securityHeaders({ path, nonce }: Asked): Record<string, string> {
  const { signIn } = config();
  const authorityOrigin =
    signIn !== null && (SIGN_IN.test(path) || path === '/links/me') ? signIn.authorityHost : null;
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

/** Whoever asks with the same credential, or from the same address, shares a bucket. */
function rateKey({ headers, cookies }: NextRequest): string {
  const credential = headers.get('authorization') ?? cookies.get(cookieName('session'))?.value;
  if (credential !== undefined) return createHash('sha256').update(credential).digest('base64url');
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

/** Runs before every request, and asks everything that needs neither the database nor a role. */
export function proxy(request: NextRequest): NextResponse {
  const path = request.nextUrl.pathname;
  const asked: Asked = { request, path, nonce: randomBytes(16).toString('base64') };
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
  if (methods !== null) {
    const allow = methods.join(', ');
    const detail = `This call knows ${allow}.`;
    return refuse(asked, { status: 405, code: 'method-not-allowed', detail, headers: { Allow: allow } });
  }
  return NO_PAGE.test(path) ? pass(asked, null) : answerPage(asked);
}

function answerPage(asked: Asked): NextResponse {
  const { request, path } = asked;
  const search = new URLSearchParams(request.nextUrl.searchParams);
  search.delete('_rsc');
  const view = search.size === 0 ? path : `${path}?${search}`;
  const isKnown = request.cookies.has(cookieName('session')) || request.headers.has('authorization');
  if (config().signIn === null || isKnown || SIGN_IN.test(path)) return pass(asked, view);
  const headers = { ...securityHeaders(asked), 'Cache-Control': 'no-store' };
  return NextResponse.redirect(new URL(signInAddress(view), ownOrigin(request)), { status: 307, headers });
}

/** Next takes absolute addresses only; the host was held against ours before. */
const ownOrigin = ({ headers }: NextRequest): string =>
  config().publicUrl ?? `http://${headers.get('host') ?? 'localhost'}`;

/** What the request said of these headers itself is thrown away. */
function pass(asked: Asked, view: string | null): NextResponse {
  const headers = new Headers(asked.request.headers);
  const ours = securityHeaders(asked);
  headers.set('Content-Security-Policy', ours['Content-Security-Policy'] ?? '');
  headers.delete(VIEW_HEADER);
  if (view !== null) headers.set(VIEW_HEADER, view);
  return NextResponse.next({ request: { headers }, headers: ours });
}
