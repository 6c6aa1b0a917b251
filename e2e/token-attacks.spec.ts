import { createHmac, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { expect, test } from './fixtures.ts';
import { requestToken } from './request-token.ts';
import { describeSignIn } from './simulator/sign-in-environment.ts';
import { SIGN_IN_APPLICATION, SIGN_IN_PEOPLE, SIGN_IN_PROGRAMS } from './simulator/worlds/sign-in.ts';
import type { Stack } from './stack.ts';

test.use({ stackOptions: { customers: 2, signIn: 'entra', synced: false } });

const HOUR_S = 3600;
type Claims = Record<string, unknown>;

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Claims of a token that is let in. */
function goodClaims(stack: Stack): Claims {
  const { url, tenantId } = stack.simulator.description;
  const now = Math.floor(Date.now() / 1000);
  return {
    ...{ iss: `${url}/${tenantId}/v2.0`, aud: SIGN_IN_APPLICATION.appId, tid: tenantId, ver: '2.0' },
    ...{
      oid: randomUUID(),
      sub: 'subject',
      azp: SIGN_IN_APPLICATION.appId,
      uti: randomUUID(),
      name: 'Mallory',
    },
    ...{ scp: SIGN_IN_APPLICATION.scopeName, roles: ['Pec.Admin'], iat: now, nbf: now, exp: now + HOUR_S },
  };
}

async function signingKey(stack: Stack): Promise<{ n: string; e: string; kid: string }> {
  const { url, tenantId } = stack.simulator.description;
  const keys = z.object({ keys: z.array(z.object({ n: z.string(), e: z.string(), kid: z.string() })) });
  const { get } = await import('node:https');
  const text = await new Promise<string>((resolve, reject) => {
    get(`${url}/${tenantId}/discovery/v2.0/keys`, { ca: stack.simulator.caPem }, (answer) => {
      let body = '';
      answer.on('data', (chunk: Buffer) => (body += chunk.toString()));
      answer.on('end', () => resolve(body));
    }).on('error', reject);
  });
  const [key] = keys.parse(JSON.parse(text)).keys;
  if (key === undefined) throw new Error('no key');
  return key;
}

const foreignPair = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Signed with a key of the attacker's own, under whatever header. */
function foreignToken(claims: Claims, header: Claims): string {
  const text = `${encode({ typ: 'JWT', alg: 'RS256', ...header })}.${encode(claims)}`;
  return `${text}.${createSign('sha256').update(text).sign(foreignPair.privateKey).toString('base64url')}`;
}

const hmacToken = (claims: Claims, secret: string, header: Claims): string => {
  const text = `${encode({ typ: 'JWT', alg: 'HS256', ...header })}.${encode(claims)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
};

const bearer = async (stack: Stack, authorization: string): Promise<number> =>
  (await stack.api('/api/v1/overview', { headers: { authorization } })).status;

test('the control: the same claims without a flaw are let in', async ({ stack }) => {
  const token = await stack.simulator.tokens.sign(goodClaims(stack));
  expect(await bearer(stack, `Bearer ${token}`)).toBe(200);
});

test('tokens with one wrong claim each are refused, though the provider signed them', async ({ stack }) => {
  const good = goodClaims(stack);
  const { url } = stack.simulator.description;
  const elsewhere = [...stack.simulator.world.tenants.keys()].find((id) => id !== good['tid']) ?? '';
  const now = Math.floor(Date.now() / 1000);
  const without = (name: string): Claims =>
    Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));
  const attacks: Record<string, Claims> = {
    'another tenant, consistently': { ...good, tid: elsewhere, iss: `${url}/${elsewhere}/v2.0` },
    'another tenant in tid alone': { ...good, tid: elsewhere },
    'another tenant in iss alone': { ...good, iss: `${url}/${elsewhere}/v2.0` },
    'the issuer of v1 tokens': { ...good, iss: `https://sts.windows.net/${String(good['tid'])}/` },
    'v1 issuer and v1 version': {
      ...good,
      iss: `https://sts.windows.net/${String(good['tid'])}/`,
      ver: '1.0',
    },
    'v1 version under a v2 issuer': { ...good, ver: '1.0' },
    'version as a number': { ...good, ver: 2 },
    'no version': without('ver'),
    'the real Microsoft as issuer': {
      ...good,
      iss: `https://login.microsoftonline.com/${String(good['tid'])}/v2.0`,
    },
    'an issuer with a slash too many': { ...good, iss: `${String(good['iss'])}/` },
    'the audience of Resource Manager': { ...good, aud: 'https://management.azure.com' },
    'the audience of Graph': { ...good, aud: '00000003-0000-0000-c000-000000000000' },
    'the v1 form of our audience': { ...good, aud: `api://${SIGN_IN_APPLICATION.appId}` },
    'several audiences': { ...good, aud: [SIGN_IN_APPLICATION.appId, 'https://evil.example'] },
    'no audience': without('aud'),
    expired: { ...good, exp: now - 120 },
    'not yet valid': { ...good, nbf: now + 600 },
    'issued in the future': { ...good, iat: now + HOUR_S, nbf: now + HOUR_S, exp: now + 2 * HOUR_S },
    // The signer adds what is missing, but leaves undefined out.
    'no end': { ...good, exp: undefined },
    'no start': { ...good, nbf: undefined },
    'an end that is text': { ...good, exp: 'tomorrow' },
    'no role': without('roles'),
    'a role of nobody': { ...good, roles: ['Pec.Owner', 'pec.admin', 'Pec.Admin '] },
    'a role that is text and not a list': { ...good, roles: 'Pec.Admin' },
    'a group that stands for no role': { ...without('roles'), groups: [randomUUID()] },
    'a scope of another API': { ...good, scp: 'User.Read' },
    'a scope that only begins alike': { ...good, scp: `${SIGN_IN_APPLICATION.scopeName}.All` },
    'neither a person nor a program': without('scp'),
    'a program that also has scopes': { ...good, idtyp: 'app' },
    'a guest by acct': { ...good, acct: 1 },
    'a guest by acct as text': { ...good, acct: '1' },
    'a guest by identity provider': { ...good, idp: `https://sts.windows.net/${elsewhere}/` },
    'no tenant': without('tid'),
    'no object id': without('oid'),
    'an object id that is none': { ...good, oid: 'admin' },
    'no id of the token': without('uti'),
    'no application': without('azp'),
  };
  expect(Object.keys(attacks).length).toBeGreaterThanOrEqual(30);
  const letIn: string[] = [];
  for (const [name, claims] of Object.entries(attacks)) {
    const status = await bearer(stack, `Bearer ${await stack.simulator.tokens.sign(claims)}`);
    if (status !== 401) letIn.push(`${name}: ${status}`);
  }
  expect(letIn).toEqual([]);
});

test('tokens that the provider did not sign are refused', async ({ stack }) => {
  const good = goodClaims(stack);
  const key = await signingKey(stack);
  const real = await stack.simulator.tokens.sign(good);
  const [head = '', body = '', signature = ''] = real.split('.');
  const pem = foreignPair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const attacks: Record<string, string> = {
    'alg none': `${encode({ typ: 'JWT', alg: 'none', kid: key.kid })}.${encode(good)}.`,
    'alg none with the real signature': `${encode({ typ: 'JWT', alg: 'none', kid: key.kid })}.${body}.${signature}`,
    'alg NONE': `${encode({ typ: 'JWT', alg: 'NONE', kid: key.kid })}.${encode(good)}.`,
    'HS256 with the public modulus': hmacToken(good, key.n, { kid: key.kid }),
    'HS256 with the public key as JSON': hmacToken(good, JSON.stringify(key), { kid: key.kid }),
    'HS256 with an empty secret': hmacToken(good, '', { kid: key.kid }),
    'a foreign key under the real kid': foreignToken(good, { kid: key.kid }),
    'an unknown kid': foreignToken(good, { kid: 'not-known' }),
    'the real key under an unknown kid': await stack.simulator.tokens.sign(good, { kid: 'not-known' }),
    'no kid': foreignToken(good, {}),
    'a key in the header': foreignToken(good, {
      kid: key.kid,
      jwk: foreignPair.publicKey.export({ format: 'jwk' }),
    }),
    'a key set of the attacker': foreignToken(good, { kid: key.kid, jku: 'https://evil.example/keys' }),
    'a certificate of the attacker': foreignToken(good, {
      kid: key.kid,
      x5c: [Buffer.from(pem).toString('base64')],
    }),
    'a kid that is a path': foreignToken(good, { kid: '../../dev/null' }),
    'a critical header nobody knows': foreignToken(good, { kid: key.kid, crit: ['b64'], b64: false }),
    'a changed body': `${head}.${encode({ ...good, roles: ['Pec.Admin'], oid: randomUUID() })}.${signature}`,
    'a cut signature': `${head}.${body}.${signature.slice(0, -8)}`,
    'no signature': `${head}.${body}.`,
    'half a token': `${head}.${body}`,
    'four parts': `${real}.${signature}`,
    'an encrypted-looking token': `${head}.${body}.${signature}.${signature}.${signature}`,
    'a very long token': `${head}.${'A'.repeat(20_000)}.${signature}`,
    'not a token': 'x',
  };
  const letIn: string[] = [];
  for (const [name, token] of Object.entries(attacks)) {
    const status = await bearer(stack, `Bearer ${token}`);
    // 431: Node itself does not read a header that long.
    if (status !== 401 && status !== 431) letIn.push(`${name}: ${status}`);
  }
  for (const header of [`Basic ${real}`, `Bearer ${real},${real}`, `Bearer  ${real} x`, 'Bearer', real]) {
    const status = await bearer(stack, header);
    if (status !== 401) letIn.push(`${header.slice(0, 20)}: ${status}`);
  }
  expect(letIn).toEqual([]);
});

type Exchange = { accessToken: string; idToken: string };

/** A browser's part of a sign-in: a nonce with its cookie, and the tokens handed in with it. */
async function exchange(stack: Stack, tokensFor: (nonce: string) => Promise<Exchange>, cookie?: string) {
  const begun = await fetch(new URL('/api/v1/session/challenge', stack.url), { method: 'POST' });
  const { nonce } = z.object({ nonce: z.string() }).parse(await begun.json());
  const own = begun.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const answer = await fetch(new URL('/api/v1/session', stack.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: cookie ?? own },
    body: JSON.stringify({ ...(await tokensFor(nonce)), to: '/' }),
  });
  return { status: answer.status, cookie: own, nonce, cookies: answer.headers.getSetCookie() };
}

function idClaims(claims: Claims, nonce: string): Claims {
  const { scp: _scp, azp: _azp, roles: _roles, ...rest } = claims;
  return { ...rest, nonce };
}

test('a session is made of a person’s own fresh sign-in only, and once', async ({ stack }) => {
  const { tokens } = stack.simulator;
  const good = () => goodClaims(stack);
  const tokensOf = async (access: Claims, id: Claims): Promise<Exchange> => ({
    accessToken: await tokens.sign(access),
    idToken: await tokens.sign(id),
  });
  const fine = good();
  const first = await exchange(stack, (nonce) => tokensOf(fine, idClaims(fine, nonce)));
  expect(first.status).toBe(201);
  expect(first.cookies.join()).toContain('HttpOnly');

  const refused: Record<string, number> = {};
  const attempt = async (name: string, tokensFor: (nonce: string) => Promise<Exchange>, cookie?: string) => {
    refused[name] = (await exchange(stack, tokensFor, cookie)).status;
  };
  await attempt('the same token again', (nonce) => tokensOf(fine, idClaims(fine, nonce)));
  const replayed = good();
  await attempt(
    'a nonce used before',
    () => tokensOf(replayed, idClaims(replayed, first.nonce)),
    first.cookie,
  );
  const stranger = good();
  await attempt('a nonce of nobody', () => tokensOf(stranger, idClaims(stranger, 'made-up')));
  await attempt('no nonce', () => tokensOf(good(), idClaims(good(), '')));
  const noCookie = good();
  await attempt(
    'a nonce of another browser',
    (nonce) => tokensOf(noCookie, idClaims(noCookie, nonce)),
    'pecboard-sign-in=x',
  );
  await attempt('an ID token of somebody else', (nonce) => tokensOf(good(), idClaims(good(), nonce)));
  const access = good();
  await attempt('an access token in the place of the ID token', (nonce) =>
    tokensOf(access, { ...access, nonce }),
  );
  const swapped = good();
  await attempt('the ID token in the place of the access token', (nonce) =>
    tokensOf(idClaims(swapped, nonce), idClaims(swapped, nonce)),
  );
  const app = { ...good(), scp: undefined, idtyp: 'app' };
  await attempt('a program', (nonce) => tokensOf(app, idClaims(app, nonce)));
  const other = { ...good(), azp: randomUUID() };
  await attempt('a token that another application asked for', (nonce) =>
    tokensOf(other, idClaims(other, nonce)),
  );
  expect(Object.entries(refused).filter(([, status]) => status !== 401 && status !== 403)).toEqual([]);
});

test('programs and people of the simulated tenant get what their role says', async ({ stack }) => {
  const { tokenEndpoint, apiScope, people, signInClientId } = describeSignIn(stack.simulator.description);
  const [person] = people;
  const form = { grant_type: 'password', client_id: signInClientId, scope: apiScope };
  const token = await requestToken(
    tokenEndpoint,
    { ...form, username: person?.userName ?? '', password: person?.password ?? '' },
    stack.simulator.caPem,
  );
  expect(await bearer(stack, `Bearer ${token}`)).toBe(200);
  const without = SIGN_IN_PROGRAMS.find(({ role }) => role === null);
  const roleless = await requestToken(
    tokenEndpoint,
    {
      grant_type: 'client_credentials',
      client_id: without?.appId ?? '',
      client_secret: without?.secret ?? '',
      scope: apiScope,
    },
    stack.simulator.caPem,
  );
  expect(await bearer(stack, `Bearer ${roleless}`)).toBe(401);
  expect(SIGN_IN_PEOPLE.length).toBeGreaterThan(5);
});
