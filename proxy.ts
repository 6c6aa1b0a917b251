import { NextResponse, type NextRequest } from 'next/server';
import { isLoopbackName } from '#lib/config/listen-address.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const OWN_SITE = new Set(['same-origin', 'none']);

const SECURITY_HEADERS = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

function refuse(code: string, detail: string): NextResponse {
  const problem = { type: 'about:blank', title: 'Forbidden', status: 403, code, detail };
  return NextResponse.json(problem, { status: 403, headers: { 'Content-Type': 'application/problem+json' } });
}

/** A page elsewhere may reach this machine under a name of its own (DNS rebinding): the name gives it away. */
function isLoopbackHost(host: string): boolean {
  return isLoopbackName(host.replace(/:\d{1,5}$/, ''));
}

/** Browsers say where a request comes from; programs that say nothing are not browsers. */
function isFromElsewhere(request: NextRequest, host: string): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && !OWN_SITE.has(site)) return true;
  const origin = request.headers.get('origin');
  return origin !== null && origin !== `http://${host}` && origin !== `https://${host}`;
}

/** Runs before every request. Until people sign in, this machine is the only one that may ask. */
export function proxy(request: NextRequest): NextResponse {
  const host = request.headers.get('host') ?? '';
  if (!isLoopbackHost(host)) {
    return refuse(
      'host-not-allowed',
      'Until sign-in exists this server answers on localhost and 127.0.0.1 only.',
    );
  }
  if (!SAFE_METHODS.has(request.method) && isFromElsewhere(request, host)) {
    return refuse('cross-site-request', 'A page of another site may not change anything here.');
  }
  return NextResponse.next({ headers: SECURITY_HEADERS });
}
