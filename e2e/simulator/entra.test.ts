import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { decodeJwt, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from './server.ts';
import { customerAt, graphToken, managingToken, customerToken, SUBSCRIPTIONS_PATH } from './testing/asks.ts';
import { ask, askToken, ARM_SCOPE, bodyOf, field, GRAPH_SCOPE, type Reply } from './testing/client.ts';
import { MIDDLE_OF_MONTH, steppedClock } from './testing/clock.ts';
import { APPLICATIONS, MANAGING_TENANT_ID } from './worlds/partner.ts';

const clock = steppedClock(MIDDLE_OF_MONTH);
let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ customers: 12, clock });
});
afterAll(() => simulator.close());

const application = APPLICATIONS.pecboard;
const codesOf = (reply: Reply) => ({
  status: reply.status,
  error: field(bodyOf(reply), 'error'),
  code: field(bodyOf(reply), 'error_codes.0'),
});

describe('metadata', () => {
  test('names issuer and endpoints on the host that was asked', async () => {
    const path = `/${MANAGING_TENANT_ID}/v2.0/.well-known/openid-configuration`;
    const body = bodyOf(await ask(simulator, { path }));
    expect(field(body, 'issuer')).toBe(`${simulator.url}/${MANAGING_TENANT_ID}/v2.0`);
    expect(field(body, 'token_endpoint')).toBe(`${simulator.url}/${MANAGING_TENANT_ID}/oauth2/v2.0/token`);
    const keys = await ask(simulator, { path: new URL(String(field(body, 'jwks_uri'))).pathname });
    expect(field(bodyOf(keys), 'keys.0.kty')).toBe('RSA');
    expect(field(bodyOf(keys), 'keys.0.d')).toBeUndefined();
  });

  test('refuses a tenant that does not exist', async () => {
    const path = '/00000000-0000-4000-8000-000000000000/v2.0/.well-known/openid-configuration';
    expect(codesOf(await ask(simulator, { path }))).toEqual({
      status: 400,
      error: 'invalid_request',
      code: 90002,
    });
  });
});

describe('tokens', () => {
  test('live 3599 seconds and name the tenant, the application and its object there', async () => {
    const claims = decodeJwt(await managingToken(simulator));
    expect(claims).toMatchObject({
      iss: `${simulator.url}/${MANAGING_TENANT_ID}/v2.0`,
      aud: 'https://management.azure.com',
      tid: MANAGING_TENANT_ID,
      appid: application.appId,
      idtyp: 'app',
      iat: clock.now() / 1000,
      exp: clock.now() / 1000 + 3599,
    });
  });

  test('carry another object id in each tenant that consented', async () => {
    const home = decodeJwt(await managingToken(simulator));
    const abroad = decodeJwt(await customerToken(simulator, 'aobo'));
    expect(abroad['appid']).toBe(home['appid']);
    expect(abroad['oid']).not.toBe(home['oid']);
    expect(abroad['tid']).toBe(customerAt(simulator, 'aobo').tenantId);
  });

  test('carry application permissions for Graph only', async () => {
    expect(decodeJwt(await graphToken(simulator))['roles']).toContain('GroupMember.Read.All');
    expect(decodeJwt(await managingToken(simulator))['roles']).toBeUndefined();
  });
});

describe('refusals', () => {
  const tenantId = MANAGING_TENANT_ID;

  test('wrong secret: invalid_client 7000215', async () => {
    const reply = await askToken(simulator, { tenantId, application, secret: 'wrong' });
    expect(codesOf(reply)).toEqual({ status: 401, error: 'invalid_client', code: 7000215 });
    expect(field(bodyOf(reply), 'error_description')).toMatch(
      /^AADSTS7000215: .* Trace ID: .* Correlation ID: .* Timestamp: /,
    );
  });

  test('a customer that never consented: unauthorized_client 700016', async () => {
    const stranger = customerAt(simulator, 'nothingRead').tenantId;
    const reply = await askToken(simulator, { tenantId: stranger, application });
    expect(codesOf(reply)).toEqual({ status: 400, error: 'unauthorized_client', code: 700016 });
  });

  test('an application that nobody knows: unauthorized_client 700016', async () => {
    const unknown = { ...application, appId: '00000000-0000-4000-8000-000000000000' };
    const reply = await askToken(simulator, { tenantId, application: unknown });
    expect(codesOf(reply)).toEqual({ status: 400, error: 'unauthorized_client', code: 700016 });
  });

  test.each(['https://localhost/.default', 'https://management.azure.com/user_impersonation'])(
    'scope %s: invalid_scope 70011',
    async (scope) => {
      const reply = await askToken(simulator, { tenantId, application, scope });
      expect(codesOf(reply)).toEqual({ status: 400, error: 'invalid_scope', code: 70011 });
    },
  );
});

describe('certificate', () => {
  const endpoint = () => `${simulator.url}/${MANAGING_TENANT_ID}/oauth2/v2.0/token`;
  const keyFile = () => join(dirname(simulator.caFile), 'client-certificate.pem');

  async function signIn(audience: string): Promise<Reply> {
    // A second ahead: libraries round up.
    const now = clock.now() / 1000 + 1;
    const assertion = await new SignJWT({})
      .setProtectedHeader({ alg: 'PS256', typ: 'JWT' })
      .setIssuer(application.appId)
      .setSubject(application.appId)
      .setAudience(audience)
      .setNotBefore(now)
      .setExpirationTime(now + 300)
      .sign(createPrivateKey(await readFile(keyFile(), 'utf8')));
    return ask(simulator, {
      method: 'POST',
      path: endpoint(),
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: application.appId,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
        scope: ARM_SCOPE,
      }).toString(),
    });
  }

  test('signs in in place of the secret', async () => {
    const reply = await signIn(endpoint());
    expect(reply.status).toBe(200);
    expect(decodeJwt(String(field(bodyOf(reply), 'access_token')))['appid']).toBe(application.appId);
  });

  test('is refused when it was signed for somewhere else', async () => {
    const reply = await signIn(
      endpoint().replace(MANAGING_TENANT_ID, customerAt(simulator, 'aobo').tenantId),
    );
    expect(codesOf(reply)).toEqual({ status: 401, error: 'invalid_client', code: 700027 });
  });
});

describe('every call checks its token', () => {
  const groups = "/v1.0/groups?$filter=displayName eq 'AdminAgents'".replaceAll(' ', '%20');

  test.each([
    ['no token', undefined, 'AuthenticationFailed'],
    ['no JWT', 'nonsense', 'InvalidAuthenticationToken'],
  ])('ARM refuses %s', async (_what, token, code) => {
    const reply = await ask(simulator, {
      path: SUBSCRIPTIONS_PATH,
      ...(token === undefined ? {} : { token }),
    });
    expect(reply.status).toBe(401);
    expect(field(bodyOf(reply), 'error.code')).toBe(code);
    expect(reply.headers['www-authenticate']).toContain('Bearer');
  });

  test('ARM refuses a token whose payload was changed', async () => {
    const [head, , signature] = (await managingToken(simulator)).split('.');
    const claims = decodeJwt(await managingToken(simulator));
    const forged = Buffer.from(JSON.stringify({ ...claims, oid: 'somebody else' })).toString('base64url');
    const reply = await ask(simulator, { path: SUBSCRIPTIONS_PATH, token: `${head}.${forged}.${signature}` });
    expect(reply.status).toBe(401);
  });

  test('ARM refuses a Graph token and Graph refuses an ARM token', async () => {
    const arm = await ask(simulator, { path: SUBSCRIPTIONS_PATH, token: await graphToken(simulator) });
    expect(arm.status).toBe(401);
    expect(field(bodyOf(arm), 'error.code')).toBe('InvalidAuthenticationTokenAudience');
    const graph = await ask(simulator, { path: groups, token: await managingToken(simulator) });
    expect(graph.status).toBe(401);
    expect(field(bodyOf(graph), 'error.code')).toBe('InvalidAuthenticationToken');
    expect(field(bodyOf(graph), 'error.innerError.request-id')).toBeTypeOf('string');
  });

  test('an hour later the token has expired', async () => {
    const ofArm = await managingToken(simulator);
    const ofGraph = await graphToken(simulator);
    clock.advance(3600);
    const arm = await ask(simulator, { path: SUBSCRIPTIONS_PATH, token: ofArm });
    expect(field(bodyOf(arm), 'error.code')).toBe('ExpiredAuthenticationToken');
    expect((await ask(simulator, { path: groups, token: ofGraph })).status).toBe(401);
    const fresh = await managingToken(simulator);
    expect((await ask(simulator, { path: SUBSCRIPTIONS_PATH, token: fresh })).status).toBe(200);
  });

  test('scopes decide the audience', async () => {
    const audienceOf = async (scope: string) => {
      const reply = await askToken(simulator, { tenantId: MANAGING_TENANT_ID, application, scope });
      return decodeJwt(String(field(bodyOf(reply), 'access_token'))).aud;
    };
    expect(await audienceOf(ARM_SCOPE)).toBe('https://management.azure.com');
    expect(await audienceOf(GRAPH_SCOPE)).toBe('https://graph.microsoft.com');
  });
});
