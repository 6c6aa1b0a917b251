import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { FilePart } from './send-file.ts';

export type Call = {
  method: string;
  /** Double slashes collapsed, as ARM does. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
  /** Scheme, host and port that the caller used: links in answers lead back to it. */
  origin: string;
  /** A page of a list holds no more than this, whatever Azure's would. */
  mostItems: number;
};

export type Answer = {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** In place of a body of JSON. */
  text?: string;
  file?: FilePart;
};

/** The parts of the product's world that is being asked, as counters and faults name them. */
export type Api =
  | 'entra'
  | 'subscriptions'
  | 'tenants'
  | 'resource-graph'
  | 'deny-assignments'
  | 'role-schedules'
  | 'managed-services'
  | 'role-assignments'
  | 'role-definitions'
  | 'partner-link'
  | 'billing'
  | 'cost-dimensions'
  | 'cost-query'
  | 'cost-report'
  | 'cost-exports'
  | 'storage'
  | 'graph'
  | 'unknown';

const BODY_LIMIT = 4_000_000;

export async function readCall(request: IncomingMessage, mostItems: number): Promise<Call> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > BODY_LIMIT) throw new Error('the request body is too large');
    chunks.push(bytes);
  }
  const origin = `https://${request.headers.host ?? 'localhost'}`;
  const [rawPath = '/', rawQuery = ''] = (request.url ?? '/').split('?', 2);
  return {
    method: request.method ?? 'GET',
    path: rawPath.replaceAll(/\/{2,}/g, '/'),
    query: new URLSearchParams(rawQuery),
    headers: request.headers,
    body: Buffer.concat(chunks).toString('utf8'),
    origin,
    mostItems,
  };
}

export const json = (body: unknown, headers: Record<string, string> = {}): Answer => ({
  status: 200,
  headers,
  body,
});

/** The error envelope of ARM. */
export const armError = (
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): Answer => ({ status, headers, body: { error: { code, message } } });

export type Params = Readonly<Record<string, string>>;

/** Compares literal segments without regard to case, as ARM does; `:name` takes a segment. */
export function matchPath(pattern: string, path: string): Params | null {
  const wanted = pattern.split('/');
  const found = path.replace(/\/$/, '').split('/');
  if (wanted.length !== found.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const segment = decodeSegment(found[index] ?? '');
    if (part.startsWith(':')) params[part.slice(1)] = segment;
    else if (part.toLowerCase() !== segment.toLowerCase()) return null;
  }
  return params;
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** A parameter that the matched pattern names. */
export function paramOf(params: Params, name: string): string {
  const value = params[name];
  if (value === undefined) throw new Error(`the pattern has no :${name}`);
  return value;
}
