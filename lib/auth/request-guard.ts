import type { Config } from '#lib/config.ts';
import { isLoopbackName } from '#lib/config/listen-address.ts';

export type Guarded = { method: string; host: string; path: string; headers: Headers };

export type GuardFault =
  | { status: 403; code: 'host-not-allowed' | 'cross-site-request'; detail: string }
  | { status: 413; code: 'body-too-large'; detail: string };

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const OWN_SITE = new Set(['same-origin', 'none']);
/** Asked by machines that know no name of ours; they tell nothing. */
const PROBES = new Set(['/healthz', '/readyz']);
const LONGEST_BODY = 64 * 1024;

export const isSafe = (method: string): boolean => SAFE_METHODS.has(method);

/** A page elsewhere may reach this machine under a name of its own (DNS rebinding): the name gives it away. */
function isOurHost(host: string, { publicUrl, signIn }: Config): boolean {
  if (isLoopbackName(host.replace(/:\d{1,5}$/, ''))) return true;
  return signIn !== null && publicUrl !== null && host.toLowerCase() === new URL(publicUrl).host;
}

/** Browsers say where a request comes from; programs that say nothing are not browsers. */
function isFromElsewhere({ headers, host }: Guarded, { publicUrl }: Config): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && !OWN_SITE.has(site)) return true;
  const origin = headers.get('origin');
  if (origin === null) return false;
  if (publicUrl !== null && origin === publicUrl) return false;
  const isLocal = isLoopbackName(host.replace(/:\d{1,5}$/, ''));
  return !(isLocal && (origin === `http://${host}` || origin === `https://${host}`));
}

/** What is wrong with a request before anyone asks who sent it. */
export function guardFault(request: Guarded, config: Config): GuardFault | null {
  if (!isOurHost(request.host, config) && !PROBES.has(request.path)) {
    const detail =
      config.signIn === null
        ? 'Without sign-in this server answers on localhost and 127.0.0.1 only.'
        : 'This server answers to the name in PUBLIC_URL only.';
    return { status: 403, code: 'host-not-allowed', detail };
  }
  if (isSafe(request.method)) return null;
  if (isFromElsewhere(request, config)) {
    const detail = 'A page of another site may not change anything here.';
    return { status: 403, code: 'cross-site-request', detail };
  }
  const length = Number(request.headers.get('content-length') ?? '0');
  const isUpload = request.path.startsWith('/api/v1/imports');
  if (isUpload || length <= LONGEST_BODY) return null;
  return { status: 413, code: 'body-too-large', detail: `A body may have at most ${LONGEST_BODY} bytes.` };
}
