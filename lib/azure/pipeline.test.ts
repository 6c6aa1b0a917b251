import { once } from 'node:events';
import { createServer } from 'node:https';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AzureFailure } from './failure.ts';
import { readSubscriptions } from './subscriptions/read.ts';
import { makeCertificate } from './testing/certificates.ts';
import { startFakeAzure, type FakeAzure, type Reply } from './testing/fake-azure.ts';
import {
  CANARY_SECRET,
  collect,
  CUSTOMER_TENANT,
  openTestRoom,
  STARTED_AT_MS,
  SUBSCRIPTION,
} from './testing/test-room.ts';

let azure: FakeAzure;
let elsewhere: FakeAzure;
beforeAll(async () => {
  azure = await startFakeAzure();
  elsewhere = await startFakeAzure();
});
afterAll(async () => {
  await azure.close();
  await elsewhere.close();
});
beforeEach(() => {
  azure.forget();
  elsewhere.forget();
});

const item = {
  subscriptionId: SUBSCRIPTION,
  tenantId: CUSTOMER_TENANT,
  displayName: 'One',
  state: 'Enabled',
};
const good: Reply = { json: { value: [item] } };
const error = (status: number, code: string, headers: Record<string, string> = {}): Reply => ({
  status,
  headers,
  json: { error: { code, message: `Azure says ${code}` } },
});

async function fail(work: Promise<unknown>): Promise<AzureFailure> {
  try {
    await work;
  } catch (failure) {
    if (failure instanceof AzureFailure) return failure;
    throw failure;
  }
  throw new Error('expected a failure');
}

/** Reads subscriptions against these replies in turn. */
function read(...replies: Reply[]) {
  azure.on('GET', '/subscriptions', ...replies);
  const test = openTestRoom(azure.url);
  return {
    ...test,
    done: () => collect(readSubscriptions(test.caller)),
    fail: () => fail(collect(readSubscriptions(test.caller))),
  };
}

describe('an answer that will not change by asking again', () => {
  it.each([
    [401, 'InvalidAuthenticationToken', 'unauthorized'],
    [403, 'AuthorizationFailed', 'forbidden'],
    [404, 'SubscriptionNotFound', 'not-found'],
    [400, 'BadRequest', 'rejected'],
    [501, 'NotImplemented', 'unavailable'],
  ])('%i ends the call at once as a named failure', async (status, code, kind) => {
    const { fail, calls, slept } = read(error(status, code));
    expect(await fail()).toMatchObject({
      kind,
      status,
      code,
      source: 'subscriptions',
      message: `Azure says ${code}`,
    });
    expect(calls()).toBe(1);
    expect(slept).toEqual([]);
  });

  it('does not follow a redirect', async () => {
    const { fail } = read({ status: 302, headers: { location: `${azure.url}/moved` } });
    expect(await fail()).toMatchObject({ kind: 'rejected', status: 302 });
    expect(azure.calls().map(({ path }) => path)).toEqual(['/subscriptions']);
  });
});

describe('throttling', () => {
  it('waits the largest of all headers, and says until when and that it is over', async () => {
    const { done, slept, waits, calls } = read(
      error(429, '429', {
        'Retry-After': '2',
        'x-ms-ratelimit-microsoft.costmanagement-entity-retry-after': '60',
        'x-ms-ratelimit-microsoft.costmanagement-tenant-retry-after': '31',
      }),
      good,
    );
    expect(await done()).toHaveLength(1);
    expect(slept).toEqual([60_000]);
    expect(waits).toEqual([STARTED_AT_MS + 60_000, null]);
    expect(calls()).toBe(2);
  });

  it('obeys a cost management header that comes alone', async () => {
    const { done, slept } = read(
      error(429, '429', { 'x-ms-ratelimit-microsoft.costmanagement-clienttype-retry-after': '45' }),
      good,
    );
    await done();
    expect(slept).toEqual([45_000]);
  });

  it('does not wait for headers on a good answer', async () => {
    const { done, slept } = read({
      ...good,
      headers: { 'x-ms-ratelimit-microsoft.costmanagement-entity-retry-after': '60' },
    });
    await done();
    expect(slept).toEqual([]);
  });

  it('does not take such a header on a broken answer for a throttle', async () => {
    const headers = { 'x-ms-ratelimit-microsoft.costmanagement-entity-retry-after': '60' };
    const { done, slept } = read(error(500, 'Broken', headers), good);
    await done();
    expect(slept).toEqual([1_000]);
  });

  it('waits on 503 as on 429 when it says how long', async () => {
    const { done, slept } = read(error(503, 'ServerBusy', { 'Retry-After': '7' }), good);
    await done();
    expect(slept).toEqual([7_000]);
  });

  it('waits longer each time when no header says how long', async () => {
    const { done, slept } = read(error(429, '429'), error(429, '429'), good);
    await done();
    expect(slept).toEqual([10_000, 20_000]);
  });

  it('gives up after six attempts', async () => {
    const { fail, calls } = read(error(429, 'TooMany', { 'Retry-After': '1' }));
    expect(await fail()).toMatchObject({ kind: 'throttled', status: 429, code: 'TooMany' });
    expect(calls()).toBe(6);
  });

  it('gives up at once when the wait would pass a quarter of an hour', async () => {
    const { fail, calls, slept } = read(error(503, 'ServerBusy', { 'Retry-After': '901' }));
    expect(await fail()).toMatchObject({ kind: 'throttled', status: 503, retryAfterMs: 901_000 });
    expect(calls()).toBe(1);
    expect(slept).toEqual([]);
  });

  it('counts all waits of a call against the quarter of an hour', async () => {
    const { fail, slept } = read(error(429, '429', { 'Retry-After': '500' }));
    expect(await fail()).toMatchObject({ kind: 'throttled' });
    expect(slept).toEqual([500_000]);
  });

  it('ends as aborted when the work is given up during a wait', async () => {
    azure.on('GET', '/subscriptions', error(429, '429', { 'Retry-After': '5' }));
    const { caller, calls, waits } = openTestRoom(azure.url, { sleepAborts: true });
    expect(await fail(collect(readSubscriptions(caller)))).toMatchObject({ kind: 'aborted' });
    expect(calls()).toBe(1);
    expect(waits.at(-1)).toBeNull();
  });
});

describe('a call that breaks', () => {
  it.each([500, 502, 503, 504])('is asked again after %i, three times in all', async (status) => {
    const { fail, calls, slept } = read(error(status, 'Broken'));
    expect(await fail()).toMatchObject({ kind: 'unavailable', status, code: 'Broken' });
    expect(calls()).toBe(3);
    expect(slept).toEqual([1_000, 4_000]);
  });

  it('goes on when the second attempt is answered', async () => {
    const { done } = read({ cut: true }, good);
    expect(await done()).toHaveLength(1);
  });

  it('is cut when the connection closes without an answer', async () => {
    const { fail, calls } = read({ cut: true });
    expect(await fail()).toMatchObject({ kind: 'cut', status: null });
    expect(calls()).toBe(3);
  });

  it('is cut when the connection closes in the middle of the body', async () => {
    const { fail } = read({ cut: true, text: '{"value":[' });
    expect(await fail()).toMatchObject({ kind: 'cut' });
  });

  it.each<[string, Reply]>([
    ['no answer', { stall: true }],
    ['half an answer', { stall: true, text: '{"value":[' }],
  ])('is a time-out when %s comes in time', async (_name, reply) => {
    azure.on('GET', '/subscriptions', reply);
    const { caller, calls } = openTestRoom(azure.url, { attemptTimeoutMs: 60 });
    expect(await fail(collect(readSubscriptions(caller)))).toMatchObject({ kind: 'timeout', status: null });
    expect(calls()).toBe(3);
  });

  it('is cut when the certificate is of an authority that nobody trusts', async () => {
    const { certificate, key } = await makeCertificate();
    const stranger = createServer({ cert: certificate, key });
    stranger.listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    const address = stranger.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { caller } = openTestRoom(azure.url, {
      settings: { resourceManagerUrl: `https://localhost:${port}` },
    });
    expect(await fail(collect(readSubscriptions(caller)))).toMatchObject({
      kind: 'cut',
      code: expect.stringMatching(/^(UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN)$/),
    });
    stranger.close();
  });

  it('is cut when nobody listens', async () => {
    const { caller } = openTestRoom(azure.url, { settings: { resourceManagerUrl: 'https://localhost:9' } });
    expect(await fail(collect(readSubscriptions(caller)))).toMatchObject({
      kind: 'cut',
      code: 'ECONNREFUSED',
    });
  });
});

describe('work that is given up', () => {
  it('sends nothing more', async () => {
    const { fail, abort } = read(good);
    abort.abort();
    expect(await fail()).toMatchObject({ kind: 'aborted' });
    expect(azure.requests).toEqual([]);
  });

  it('ends a call that is under way', async () => {
    const abort = new AbortController();
    azure.on('GET', '/subscriptions', () => {
      abort.abort();
      return { stall: true };
    });
    const { room } = openTestRoom(azure.url);
    const caller = room.caller({ signal: abort.signal });
    expect(await fail(collect(readSubscriptions(caller)))).toMatchObject({ kind: 'aborted' });
  });
});

describe('an answer of the wrong shape', () => {
  it.each<[string, Reply, string]>([
    ['text that is not JSON', { text: '<html></html>' }, 'answer: not JSON'],
    ['JSON that ends early', { text: '{"value":[{"id":' }, 'answer: not JSON'],
    ['an empty body where a list belongs', { text: '' }, 'answer'],
    ['a list where an object belongs', { json: [] }, 'answer'],
    ['no list of values', { json: {} }, 'value'],
    [
      'a missing required field',
      { json: { value: [item, { ...item, tenantId: undefined }] } },
      'value[1].tenantId',
    ],
    [
      'an id that is none',
      { json: { value: [{ ...item, subscriptionId: 'x' }] } },
      'value[0].subscriptionId: expected a subscription id',
    ],
    ['a nextLink that is no text', { json: { value: [], nextLink: 3 } }, 'nextLink'],
  ])('is malformed and names the place: %s', async (_name, reply, place) => {
    const { fail, calls } = read(reply);
    const failure = await fail();
    expect(failure).toMatchObject({ kind: 'malformed', source: 'subscriptions' });
    expect(failure.message).toContain(place);
    expect(calls()).toBe(1);
  });

  it('lets values pass that it has never heard of', async () => {
    const { done } = read({ json: { value: [{ ...item, state: 'Hibernating', novelty: { a: 1 } }] } });
    expect(await done()).toMatchObject([{ state: 'Hibernating', offer: null }]);
  });
});

describe('links to further pages', () => {
  it('refuses one to another host: no request and no token reaches it', async () => {
    const { fail, calls } = read({
      json: { value: [item], nextLink: `${elsewhere.url}/subscriptions?page=2` },
    });
    expect(await fail()).toMatchObject({ kind: 'foreign-host', source: 'subscriptions' });
    expect(elsewhere.requests).toEqual([]);
    expect(calls()).toBe(1);
  });

  it('gives the pages before a refused link', async () => {
    azure.on('GET', '/subscriptions', {
      json: { value: [item], nextLink: `${elsewhere.url}/subscriptions?page=2` },
    });
    const pages = readSubscriptions(openTestRoom(azure.url).caller)[Symbol.asyncIterator]();
    expect((await pages.next()).value).toHaveLength(1);
    await expect(pages.next()).rejects.toMatchObject({ kind: 'foreign-host' });
  });

  it('calls a link that leads to nothing a fault of the link: the list itself was found', async () => {
    azure.on('GET', '/gone', error(404, 'InvalidResourceType'));
    const { fail } = read({ json: { value: [item], nextLink: `${azure.url}/gone` } });
    expect(await fail()).toMatchObject({
      ...{ kind: 'malformed', status: 404, code: 'InvalidResourceType', source: 'subscriptions' },
      message: 'nextLink: leads to nothing that Azure knows',
    });
  });

  it('ends a listing that leads back to a page already read', async () => {
    const second = `${azure.url}/subscriptions?api-version=2022-12-01&page=2`;
    const { fail, calls } = read({ json: { value: [item], nextLink: second } });
    expect(await fail()).toMatchObject({
      kind: 'malformed',
      message: 'nextLink: leads back to a page already read',
    });
    expect(calls()).toBe(2);
  });
});

describe('what is sent and what is logged', () => {
  it('names itself to the throttles', async () => {
    const { done } = read(good);
    await done();
    const [request] = azure.calls();
    expect(request?.headers).toMatchObject({ clienttype: 'pecboard' });
    expect(request?.headers['user-agent']).toMatch(/^pecboard/);
  });

  it('never writes a secret, a token or a header into its log', async () => {
    const { fail, logged } = read(
      error(429, '429', { 'Retry-After': '1' }),
      error(403, 'AuthorizationFailed'),
    );
    const failure = await fail();
    const [request] = azure.calls();
    const token = request?.headers.authorization?.replace('Bearer ', '') ?? '';
    expect(token.length).toBeGreaterThan(20);
    const written = [...logged, JSON.stringify(failure), failure.stack ?? ''].join('\n');
    expect(logged.length).toBeGreaterThan(2);
    for (const secret of [CANARY_SECRET, encodeURIComponent(CANARY_SECRET), token, 'Bearer']) {
      expect(written).not.toContain(secret);
    }
  });
});
