import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SignInSettings } from '#lib/config.ts';
import { US } from '#lib/core/testing/made-facts.ts';
import { KeysUnavailable, verifyAccessToken } from './verify-token.ts';

const PERSON = '33333333-3333-4333-8333-333333333333';
const CLIENT = '22222222-2222-4222-8222-222222222222';

let provider: Server;
let keys: { status: number; body: string };
const own = await generateKeyPair('RS256');
const foreign = await generateKeyPair('RS256');

/** Keys are kept by their address: every case has a provider of its own. */
beforeEach(async () => {
  provider = createServer((_asked, answer) => {
    answer.writeHead(keys.status, { 'content-type': 'application/json' }).end(keys.body);
  }).listen(0, '127.0.0.1');
  await once(provider, 'listening');
  keys = { status: 200, body: JSON.stringify({ keys: [{ ...(await exportJWK(own.publicKey)), kid: 'k' }] }) };
});

afterEach(() => void provider.close());

function settingsOf(): SignInSettings {
  // A listening server on TCP has a port.
  const { port } = provider.address() as AddressInfo;
  return {
    ...{ tenantId: US, clientId: CLIENT, apiScope: `api://${CLIENT}/Access`, allowedTenants: [US] },
    ...{ authorityHost: `http://127.0.0.1:${port}`, roleGroups: [], allowGuests: false },
    ...{ credential: null, sessionSecret: 'x'.repeat(32), demoPeopleFile: null },
  };
}

async function verify(changes: JWTPayload, { key = own.privateKey, settings = settingsOf() } = {}) {
  const now = Math.floor(Date.now() / 1000);
  const token = await new SignJWT({
    ...{
      tid: US,
      oid: PERSON,
      sub: PERSON,
      azp: CLIENT,
      ver: '2.0',
      uti: 'token-of-test',
      scp: 'Access',
    },
    ...{ iss: `${settings.authorityHost}/${US}/v2.0`, aud: CLIENT, iat: now, nbf: now, exp: now + 600 },
    ...{ name: 'Ada', roles: ['Pec.Viewer'] },
    ...changes,
  })
    .setProtectedHeader({ alg: 'RS256', kid: 'k' })
    .sign(key);
  return verifyAccessToken(token, settings, Date.now());
}

it('says who a good token speaks for', async () => {
  expect(await verify({})).toMatchObject({
    ok: true,
    identity: { personId: `${US}/${PERSON}`, name: 'Ada' },
  });
});

const NAMED = { kind: 'person', id: `${US}/${PERSON}`, name: 'Ada' };

it.each([
  ['without a role', { roles: [] }, 'role'],
  ['that has run out', { exp: 1_700_000_000 }, 'expired'],
  ['for somebody else', { aud: 'another' }, 'audience'],
  ['of a guest', { acct: 1 }, 'guest'],
])('names the person of a token %s, which it refuses', async (_how, changes, fault) => {
  expect(await verify(changes)).toEqual({ ok: false, fault, named: NAMED });
});

it('names nobody where the signature is not good: anyone could write any name', async () => {
  expect(await verify({}, { key: foreign.privateKey })).toEqual({
    ok: false,
    fault: 'signature',
    named: null,
  });
});

it.each([
  ['fails', 500, 'no'],
  ['answers with something else', 200, '<html>'],
  ['answers with no key set', 200, '{"keys":"none"}'],
])('says nothing of a token while the provider of the keys %s', async (_how, status, body) => {
  keys = { status, body };
  await expect(verify({})).rejects.toThrow(KeysUnavailable);
});

it('says nothing of a token while nobody answers where the keys are', async () => {
  const settings = { ...settingsOf(), authorityHost: 'http://127.0.0.1:9' };
  await expect(verify({}, { settings })).rejects.toThrow(KeysUnavailable);
});
