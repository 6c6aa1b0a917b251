import { request, type RequestOptions } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import type { Simulator } from '../server.ts';
import type { Application } from '../worlds/types.ts';

export type Reply = { status: number; headers: IncomingHttpHeaders; text: string; bytes: Buffer };

export type Ask = {
  method?: string;
  /** A path on the simulator, or a whole link that it handed out. */
  path: string;
  token?: string;
  headers?: Record<string, string>;
  body?: string;
};

/** One request, as an HTTP client sends it. */
export function ask(
  { url, caPem }: Simulator,
  { method = 'GET', path, token, headers, body }: Ask,
): Promise<Reply> {
  const options: RequestOptions = {
    method,
    ca: caPem,
    agent: false,
    headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
  };
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, url), options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: bytes.toString('utf8'),
          bytes,
        });
      });
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export const ARM_SCOPE = 'https://management.azure.com/.default';
export const GRAPH_SCOPE = 'https://graph.microsoft.com/.default';

type TokenRequest = { tenantId: string; application: Application; scope?: string; secret?: string };

export function askToken(
  simulator: Simulator,
  { tenantId, application, scope = ARM_SCOPE, secret = application.secret }: TokenRequest,
): Promise<Reply> {
  return ask(simulator, {
    method: 'POST',
    path: `/${tenantId}/oauth2/v2.0/token`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: application.appId,
      client_secret: secret,
      scope,
    }).toString(),
  });
}

export async function tokenFor(simulator: Simulator, wanted: TokenRequest): Promise<string> {
  const reply = await askToken(simulator, wanted);
  const token = field(bodyOf(reply), 'access_token');
  if (typeof token !== 'string') throw new Error(`no token: ${reply.text}`);
  return token;
}

export const bodyOf = ({ text }: Pick<Reply, 'text'>): unknown => JSON.parse(text);

/** A value inside a JSON answer, by a path such as `value.0.properties.scope`; undefined where there is none. */
export function field(body: unknown, path: string): unknown {
  let value = body;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, name);
  }
  return value;
}

/** The type that Graph writes beside an object's properties. */
export const graphType = (object: unknown): unknown => Reflect.get(Object(object), '@odata.type');

export function list(body: unknown, path = 'value'): unknown[] {
  const value = field(body, path);
  if (!Array.isArray(value)) throw new Error(`no list at ${path}: ${JSON.stringify(body)}`);
  return value;
}

/** All items of a list and the number of its pages, following links as Azure hands them out. */
export async function readAll(simulator: Simulator, path: string, token: string, link = 'nextLink') {
  const items: unknown[] = [];
  let pages = 0;
  for (let next: unknown = path; typeof next === 'string'; pages++) {
    const body = bodyOf(await ask(simulator, { path: next, token }));
    items.push(...list(body));
    next = Reflect.get(Object(body), link);
  }
  return { items, pages };
}
