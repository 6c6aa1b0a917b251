import { NextResponse, type NextRequest } from 'next/server';
import { askedOf, refusalOf, securityHeaders, SIGN_IN_PAGE, type Asked } from '#lib/auth/admit-request.ts';
import { cookieName } from '#lib/auth/cookies.ts';
import { signInAddress } from '#lib/auth/return-address.ts';
import { VIEW_HEADER } from '#lib/auth/view-header.ts';
import { config as settings } from '#lib/config.ts';

/** Paths that are no page: nobody is led from them to a sign-in. */
const NO_PAGE = /^\/(api(\/|$)|_next\/|healthz$|readyz$|metrics$|icon\.svg$|favicon\.ico$)/;

/** Files come to this path. Next would hold the whole body in memory for us, so its route asks the same itself. */
export const config = { matcher: ['/((?!api/v1/imports$).*)'] };

/** Runs before every request, and asks everything that needs neither the database nor a role. */
export function proxy(request: NextRequest): NextResponse {
  const asked = askedOf(request);
  const refused = refusalOf(asked);
  if (refused !== null) return refused;
  return NO_PAGE.test(asked.path) ? pass(asked, null) : answerPage(asked);
}

function answerPage(asked: Asked): NextResponse {
  const { request, path } = asked;
  const search = new URLSearchParams(request.nextUrl.searchParams);
  search.delete('_rsc');
  const view = search.size === 0 ? path : `${path}?${search}`;
  const isKnown = request.cookies.has(cookieName('session')) || request.headers.has('authorization');
  if (settings().signIn === null || isKnown || SIGN_IN_PAGE.test(path)) return pass(asked, view);
  const headers = { ...securityHeaders(asked), 'Cache-Control': 'no-store' };
  return NextResponse.redirect(new URL(signInAddress(view), ownOrigin(request)), { status: 307, headers });
}

/** Next takes absolute addresses only; the host was held against ours before. */
const ownOrigin = ({ headers }: NextRequest): string =>
  settings().publicUrl ?? `http://${headers.get('host') ?? 'localhost'}`;

/** What the request said of these headers itself is thrown away. */
function pass(asked: Asked, view: string | null): NextResponse {
  const headers = new Headers(asked.request.headers);
  const ours = securityHeaders(asked);
  headers.set('Content-Security-Policy', ours['Content-Security-Policy'] ?? '');
  headers.delete(VIEW_HEADER);
  if (view !== null) headers.set(VIEW_HEADER, view);
  return NextResponse.next({ request: { headers }, headers: ours });
}
