import { request as httpRequest } from 'node:http';
import { ROUTE_RULES, PAGE_RULES } from '#lib/auth/route-rules.ts';
import { expect, test } from './fixtures.ts';

/** A smaller sample where time is short; all of them with PECBOARD_RANDOM_REQUESTS=10000. */
const COUNT = Number(process.env['PECBOARD_RANDOM_REQUESTS'] ?? 1500);
const AT_ONCE = 12;

test.use({ stackOptions: { customers: 3, limits: 'off' }, provokedErrors: /./ });

/** mulberry32: the same requests for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const TEXTS = [
  '',
  '0',
  '-1',
  '1e999',
  'null',
  'undefined',
  'true',
  '[]',
  '{}',
  '%00',
  '%',
  '%ff%fe',
  '../../etc/passwd',
  '..%2f..%2f',
  "' or 1=1--",
  '"><script>',
  '${7*7}',
  '2026-11',
  '2026-13',
  '9999-99',
  'a'.repeat(900),
  '𝒳',
  '\u202e',
  'NaN',
  '00000000-0000-4000-8000-000000000000',
  'customer,day',
  'asc',
  '-missed',
  '500',
  '501',
  'MTAw',
  '%0d%0aSet-Cookie:x=1',
] as const;
const NAMES = [
  'period',
  'limit',
  'cursor',
  'sort',
  'q',
  'verdict',
  'cause',
  'access',
  'credit',
  'linked',
  'customer',
  'groupBy',
  'owner',
  'format',
  'since',
  'action',
  'outcome',
  'earns',
  'inUse',
  '__proto__',
  'constructor',
  '_rsc',
  'to',
  'again',
  'x[]',
  '',
] as const;
const METHODS = [
  'GET',
  'GET',
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'PROPFIND',
] as const;
const HEADERS: readonly (readonly [string, string])[] = [
  ['content-type', 'application/json'],
  ['content-type', 'text/plain'],
  ['content-type', 'multipart/form-data; boundary=x'],
  ['accept', 'text/x-component'],
  ['rsc', '1'],
  ['next-router-prefetch', '1'],
  ['next-router-state-tree', '%5B%5D'],
  ['next-action', 'deadbeef'],
  ['x-middleware-subrequest', 'proxy:proxy:proxy:proxy:proxy'],
  ['x-pecboard-view', '//evil.example'],
  ['x-http-method-override', 'DELETE'],
  ['x-forwarded-host', 'evil.example'],
  ['x-forwarded-for', '1.2.3.4'],
  ['cookie', 'pecboard-session=x'],
  ['authorization', 'Bearer x'],
  ['range', 'bytes=0-'],
  ['if-none-match', '*'],
  ['x-nextjs-data', '1'],
];
const BODIES = [
  '',
  '{}',
  '[]',
  'null',
  '"x"',
  '{"tenantIds":null}',
  '{"personId":"x","seesAll":1}',
  '{'.repeat(500),
  '\u0000',
  'a=b',
] as const;

type Sent = { method: string; path: string; headers: Record<string, string>; body: string };

const send = (url: URL, { method, path, headers, body }: Sent): Promise<number> =>
  new Promise((resolve) => {
    const content = method === 'GET' || method === 'HEAD' ? '' : body;
    // Node frames no body of OPTIONS or DELETE by itself: it would be read as a next, broken request.
    const framed = content === '' ? headers : { ...headers, 'content-length': Buffer.byteLength(content) };
    const address = { host: url.hostname, port: url.port, method, path, headers: framed };
    const sent = httpRequest(address, (answer) => {
      resolve(answer.statusCode ?? 0);
      answer.resume();
    });
    // What Node itself will not send, or the server cuts, is no answer of ours.
    sent.on('error', () => resolve(0));
    sent.end(content);
  });

test(`${COUNT} random requests to all routes and pages give no 5xx`, async ({ stack }) => {
  test.setTimeout(Math.max(120_000, COUNT * 120));
  const random = randomOf(20_261_121);
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const paths = [...ROUTE_RULES, ...PAGE_RULES]
    .map(({ path }) => path)
    .filter((path) => !path.endsWith('/events'));
  const make = (): Sent => {
    const text = () => encodeURI(pick(TEXTS).replaceAll('%', '%25'));
    const raw = () => (random() < 0.2 ? pick(TEXTS).replaceAll(/[^\x21-\x7e]/g, '') : text());
    const path = pick(paths).replaceAll(/:\w+/g, () => raw().replaceAll('/', '%2f'));
    const count = Math.floor(random() * 4);
    const query = Array.from({ length: count }, () => `${encodeURIComponent(pick(NAMES))}=${raw()}`).join(
      '&',
    );
    const headers = Object.fromEntries(Array.from({ length: Math.floor(random() * 4) }, () => pick(HEADERS)));
    return {
      method: pick(METHODS),
      path: `${path}${query === '' ? '' : `?${query}`}`.replaceAll(' ', '+'),
      headers,
      body: pick(BODIES),
    };
  };
  const all = Array.from({ length: COUNT }, make);
  const broken: string[] = [];
  const statuses = new Map<number, number>();
  const url = new URL(stack.url);
  await Promise.all(
    Array.from({ length: AT_ONCE }, async (_, worker) => {
      for (let index = worker; index < all.length; index += AT_ONCE) {
        const sent = all[index];
        if (sent === undefined) return;
        const status = await send(url, sent);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (status >= 500)
          broken.push(
            `${status} ${sent.method} ${sent.path} ${JSON.stringify(sent.headers)} ${sent.body.slice(0, 40)}`,
          );
      }
    }),
  );
  expect(broken.slice(0, 10), JSON.stringify([...statuses])).toEqual([]);
  // Most were answered, or the test says nothing.
  expect(statuses.get(0) ?? 0).toBeLessThan(COUNT / 4);
});
