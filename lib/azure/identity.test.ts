import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readSubscriptions } from './subscriptions/read.ts';
import { makeCertificate } from './testing/certificates.ts';
import { startFakeAzure, type FakeAzure, type Reply } from './testing/fake-azure.ts';
import {
  CANARY_SECRET,
  collect,
  CUSTOMER_TENANT,
  MANAGING_TENANT,
  openTestRoom,
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
  azure.on('GET', '/subscriptions', { json: { value: [] } });
});

const TOKEN = `/${MANAGING_TENANT}/oauth2/v2.0/token`;
const refusal = (error: string, code: number | null): Reply => ({
  status: error === 'invalid_client' ? 401 : 400,
  json: {
    error,
    error_description: `AADSTS${code}: Azure's own words. Trace ID: t Correlation ID: c`,
    ...(code === null ? {} : { error_codes: [code] }),
  },
});
const token: Reply = { json: { token_type: 'Bearer', expires_in: 3599, access_token: 'a.b.c' } };

const asked = () => azure.requests.filter(({ path }) => path.endsWith('/token'));

describe('a token that Entra refuses', () => {
  it.each<[string, string, number | null, string]>([
    ['our application is unknown there', 'unauthorized_client', 700016, 'no-consent'],
    ['nobody consented', 'invalid_grant', 65001, 'no-consent'],
    ['our application has no principal there', 'invalid_client', 7000229, 'no-consent'],
    ['the secret is wrong', 'invalid_client', 7000215, 'credential'],
    ['the secret has expired', 'invalid_client', 7000222, 'credential'],
    ['the assertion is not accepted', 'invalid_client', 700027, 'credential'],
    ['a policy blocks us', 'invalid_grant', 53003, 'forbidden'],
    ['the tenant does not exist', 'invalid_request', 90002, 'rejected'],
    ['no number is given', 'invalid_client', null, 'credential'],
  ])('is named by its number: %s', async (_name, error, code, kind) => {
    azure.on('POST', TOKEN, refusal(error, code));
    const { caller, slept } = openTestRoom(azure.url);
    await expect(collect(readSubscriptions(caller))).rejects.toMatchObject({
      kind,
      source: 'entra',
      code: code === null ? error : `AADSTS${code}`,
      message: expect.stringContaining("Azure's own words"),
    });
    expect(azure.calls()).toEqual([]);
    expect(slept).toEqual([]);
  });

  it('in one tenant leaves the others readable', async () => {
    azure.on('POST', `/${CUSTOMER_TENANT}/oauth2/v2.0/token`, refusal('unauthorized_client', 700016));
    const { room, caller, abort } = openTestRoom(azure.url);
    const foreign = room.caller({ tenantId: CUSTOMER_TENANT, signal: abort.signal });
    await expect(collect(readSubscriptions(foreign))).rejects.toMatchObject({ kind: 'no-consent' });
    expect(await collect(readSubscriptions(caller))).toEqual([]);
  });
});

describe('Entra under strain', () => {
  it('is asked again after the wait it names', async () => {
    azure.on(
      'POST',
      TOKEN,
      { status: 429, headers: { 'Retry-After': '11' }, json: { error: 'slow_down' } },
      token,
    );
    const { caller, slept } = openTestRoom(azure.url);
    expect(await collect(readSubscriptions(caller))).toEqual([]);
    expect(slept).toEqual([11_000]);
  });

  it.each<[string, Reply, string]>([
    ['unavailable', { status: 503, text: 'busy' }, 'unavailable'],
    ['cut off', { cut: true }, 'cut'],
  ])('is asked three times when %s', async (_name, reply, kind) => {
    azure.on('POST', TOKEN, reply);
    const { caller, slept } = openTestRoom(azure.url);
    await expect(collect(readSubscriptions(caller))).rejects.toMatchObject({ kind, source: 'entra' });
    expect(slept).toEqual([1_000, 4_000]);
    expect(asked()).toHaveLength(3);
  });

  it('is a time-out when it never answers', async () => {
    azure.on('POST', TOKEN, { stall: true });
    const { caller } = openTestRoom(azure.url, { attemptTimeoutMs: 60 });
    await expect(collect(readSubscriptions(caller))).rejects.toMatchObject({
      kind: 'timeout',
      source: 'entra',
    });
  });

  it('does not hold back work that is given up', async () => {
    const { caller, abort } = openTestRoom(azure.url, { attemptTimeoutMs: 2_000 });
    azure.on('POST', TOKEN, () => {
      abort.abort();
      return { stall: true };
    });
    await expect(collect(readSubscriptions(caller))).rejects.toMatchObject({ kind: 'aborted' });
  });
});

describe('tokens', () => {
  it('are asked for once, however many calls begin together', async () => {
    const { caller } = openTestRoom(azure.url);
    await Promise.all([1, 2, 3, 4].map(() => collect(readSubscriptions(caller))));
    await collect(readSubscriptions(caller));
    expect(asked()).toHaveLength(1);
  });

  it('are asked for anew when they end by the clock of the room, whatever the clock of the machine says', async () => {
    const { caller, abort } = openTestRoom(azure.url);
    await collect(readSubscriptions(caller));
    await caller.sleep(50 * 60_000, abort.signal);
    await collect(readSubscriptions(caller));
    expect(asked()).toHaveLength(1);
    await caller.sleep(6 * 60_000, abort.signal);
    await collect(readSubscriptions(caller));
    await collect(readSubscriptions(caller));
    expect(asked()).toHaveLength(2);
  });

  it('are asked for at the configured authority alone, without asking Microsoft which authorities there are', async () => {
    const { caller } = openTestRoom(azure.url);
    await collect(readSubscriptions(caller));
    const paths = azure.requests.map(({ path }) => path);
    expect(paths).toContain(TOKEN);
    expect(paths.filter((path) => path.includes('discovery/instance'))).toEqual([]);
  });

  it('are never fetched from a host that the authority points to', async () => {
    azure.on('GET', `/${MANAGING_TENANT}/v2.0/.well-known/openid-configuration`, {
      json: {
        issuer: `${azure.url}/${MANAGING_TENANT}/v2.0`,
        authorization_endpoint: `${elsewhere.url}/authorize`,
        token_endpoint: `${elsewhere.url}/${MANAGING_TENANT}/oauth2/v2.0/token`,
        jwks_uri: `${elsewhere.url}/keys`,
      },
    });
    const { caller } = openTestRoom(azure.url);
    await expect(collect(readSubscriptions(caller))).rejects.toMatchObject({ kind: 'foreign-host' });
    expect(elsewhere.requests).toEqual([]);
  });

  it('come by certificate with a signed assertion', async () => {
    const { certificate, key } = await makeCertificate({ algorithm: 'rsa' });
    const certificatePath = join(await mkdtemp(join(tmpdir(), 'certificate-')), 'service.pem');
    await writeFile(certificatePath, `${key}\n${certificate}\n`);
    const { caller } = openTestRoom(azure.url, {
      settings: {
        identity: { kind: 'certificate', tenantId: MANAGING_TENANT, clientId: 'c', certificatePath },
      },
    });
    await collect(readSubscriptions(caller));
    const form = new URLSearchParams(asked()[0]?.body);
    expect(form.get('client_assertion_type')).toContain('jwt-bearer');
    expect(form.get('client_assertion')?.split('.')).toHaveLength(3);
  });

  it('come by federated token file', async () => {
    const tokenFilePath = join(await mkdtemp(join(tmpdir(), 'workload-')), 'token');
    await writeFile(tokenFilePath, 'federated.jwt.text');
    const { caller } = openTestRoom(azure.url, {
      settings: { identity: { kind: 'workload', tenantId: MANAGING_TENANT, clientId: 'c', tokenFilePath } },
    });
    await collect(readSubscriptions(caller));
    expect(new URLSearchParams(asked()[0]?.body).get('client_assertion')).toBe('federated.jwt.text');
  });

  it('fail by name when the certificate cannot be read', async () => {
    const certificatePath = join(tmpdir(), 'no-such-certificate.pem');
    const { caller } = openTestRoom(azure.url, {
      settings: {
        identity: { kind: 'certificate', tenantId: MANAGING_TENANT, clientId: 'c', certificatePath },
      },
    });
    await expect(collect(readSubscriptions(caller))).rejects.toMatchObject({
      kind: 'credential',
      source: 'entra',
    });
  });

  it('of a managed identity exist in its own tenant only', async () => {
    const { room, abort } = openTestRoom(azure.url, {
      settings: { identity: { kind: 'managed', tenantId: MANAGING_TENANT, clientId: null } },
    });
    const caller = room.caller({ tenantId: CUSTOMER_TENANT, signal: abort.signal });
    await expect(collect(readSubscriptions(caller))).rejects.toMatchObject({ kind: 'no-consent' });
    expect(azure.requests).toEqual([]);
  });

  it('send the secret to the authority and nowhere else', async () => {
    const { caller } = openTestRoom(azure.url);
    await collect(readSubscriptions(caller));
    const withSecret = azure.requests.filter(({ body, url }) => `${url}${body}`.includes('canary'));
    expect(withSecret.map(({ path }) => path)).toEqual([TOKEN]);
    expect(CANARY_SECRET).toContain('canary');
  });
});
