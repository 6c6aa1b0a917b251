import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';
import { makeCertificate, trust } from './certificates.ts';

export type Seen = {
  method: string;
  /** Path and query as they were sent. */
  url: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
};

type Written = {
  status?: number;
  headers?: Record<string, string | string[]>;
  json?: unknown;
  text?: string;
  bytes?: Uint8Array;
};
export type Reply =
  | Written
  /** The connection breaks; with `text`, in the middle of the body. */
  | { cut: true; text?: string }
  /** No answer ever comes; with `text`, the rest of the body never does. */
  | { stall: true; text?: string };
type Respond = Reply | ((request: Seen) => Reply);

export type FakeAzure = {
  url: string;
  requests: Seen[];
  /** Requests other than to Entra. */
  calls(): Seen[];
  /** Answers in turn, the last one for ever; `path` without query, without case. */
  on(method: 'GET' | 'POST', path: string, ...replies: Respond[]): void;
  forget(): void;
  close(): Promise<void>;
};

const isEntra = (path: string): boolean => /\/(oauth2|v2\.0|discovery)\//.test(path);

async function see(request: IncomingMessage): Promise<Seen> {
  const url = request.url ?? '/';
  const { pathname, searchParams } = new URL(url, 'https://localhost');
  const { method = 'GET', headers } = request;
  return { method, url, path: pathname, query: searchParams, headers, body: await text(request) };
}

function send(response: ServerResponse, reply: Reply): void {
  if ('cut' in reply || 'stall' in reply) {
    if (reply.text !== undefined) {
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': reply.text.length + 100,
      });
      response.write(reply.text);
    }
    if ('cut' in reply) setImmediate(() => response.destroy());
    return;
  }
  const { status = 200, headers = {}, json } = reply;
  const body = reply.bytes ?? reply.text ?? (json === undefined ? '' : JSON.stringify(json));
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body);
}

const segment = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An unsigned token that names its tenant, and the object id `oid` if given. */
export const fakeToken = (claims: Record<string, unknown>): string =>
  `${segment({ alg: 'none' })}.${segment(claims)}.${segment('signature')}`;

function answerAsEntra({ path, body }: Seen, origin: string, objectId: string): Reply {
  const tenant = path.split('/')[1] ?? '';
  if (path.endsWith('/.well-known/openid-configuration')) {
    const base = `${origin}/${tenant}`;
    return {
      json: {
        issuer: `${base}/v2.0`,
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        token_endpoint: `${base}/oauth2/v2.0/token`,
        jwks_uri: `${base}/discovery/v2.0/keys`,
      },
    };
  }
  const scope = new URLSearchParams(body).get('scope') ?? '';
  const access_token = fakeToken({ tid: tenant, oid: objectId, aud: scope.replace('/.default', '') });
  return { json: { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token } };
}

const HANGING_UP: Reply = { status: 418, json: { error: { code: 'Unexpected', message: 'no such route' } } };

/** A TLS server with a CA that this process trusts; it answers Entra's calls by itself. */
export async function startFakeAzure({
  objectId = '0b1ec700-0000-4000-8000-000000000001',
} = {}): Promise<FakeAzure> {
  const { ca, certificate, key } = await makeCertificate();
  trust(ca);
  const routes = new Map<string, Respond[]>();
  const requests: Seen[] = [];
  const server = https.createServer({ cert: certificate, key }, (request, response) => {
    void see(request).then((seen) => {
      requests.push(seen);
      const replies = routes.get(`${seen.method} ${seen.path.toLowerCase()}`);
      const reply = replies !== undefined && replies.length > 1 ? replies.shift() : replies?.[0];
      const fallback = isEntra(seen.path) ? answerAsEntra(seen, origin, objectId) : HANGING_UP;
      send(response, typeof reply === 'function' ? reply(seen) : (reply ?? fallback));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const origin = `https://localhost:${port}`;
  return {
    url: origin,
    requests,
    calls: () => requests.filter(({ path }) => !isEntra(path)),
    on: (method, path, ...replies) => {
      routes.set(`${method} ${path.toLowerCase()}`, replies);
    },
    forget: () => {
      routes.clear();
      requests.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
