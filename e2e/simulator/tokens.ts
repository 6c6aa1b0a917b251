import { exportJWK, generateKeyPair, jwtVerify, SignJWT, errors, type JWK, type JWTPayload } from 'jose';
import type { Clock } from './clock.ts';

export type Audience = 'resource-manager' | 'graph' | 'storage';

const AUDIENCES: Readonly<Record<Audience, string>> = {
  'resource-manager': 'https://management.azure.com',
  graph: 'https://graph.microsoft.com',
  storage: 'https://storage.azure.com',
};

export const SCOPES: ReadonlyMap<string, Audience> = new Map([
  ['https://management.azure.com/.default', 'resource-manager'],
  ['https://management.azure.com//.default', 'resource-manager'],
  ['https://management.core.windows.net/.default', 'resource-manager'],
  ['https://management.core.windows.net//.default', 'resource-manager'],
  ['https://graph.microsoft.com/.default', 'graph'],
  ['https://storage.azure.com/.default', 'storage'],
]);

export const TOKEN_SECONDS = 3599;

/** Whose token it is. The object id is that of the service principal in the token's own tenant. */
export type Caller = { tenantId: string; objectId: string; appId: string; graphRoles: readonly string[] };

export type TokenProblem = 'missing' | 'malformed' | 'signature' | 'expired' | 'audience' | 'issuer';
export type Verified = { caller: Caller } | { problem: TokenProblem };

export type Tokens = {
  keys(): { keys: JWK[] };
  issue(caller: Caller, audience: Audience, origin: string): Promise<string>;
  verify(authorization: string | undefined, audience: Audience): Promise<Verified>;
  /** Any claims, under the one signing key; those about time are added where they are missing. */
  sign(claims: JWTPayload, header?: Record<string, string>): Promise<string>;
  /** Claims of a token of ours for any audience; null where it is none. */
  read(token: string, audience: string): Promise<JWTPayload | null>;
};

const KEY_ID = 'simulated-azure-1';

type Trust = { clock: Clock; isTenant: (tenantId: string) => boolean; publicKey: CryptoKey };

/** Signs and checks access tokens; issuers are the tenants of the world, on the host that was asked. */
export async function makeTokens(clock: Clock, isTenant: (tenantId: string) => boolean): Promise<Tokens> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk: JWK = { ...(await exportJWK(publicKey)), use: 'sig', alg: 'RS256', kid: KEY_ID, x5t: KEY_ID };
  return {
    keys: () => ({ keys: [jwk] }),
    issue(caller, audience, origin) {
      const now = Math.floor(clock.now() / 1000);
      return new SignJWT(claimsOf(caller, audience))
        .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: KEY_ID, x5t: KEY_ID })
        .setIssuer(`${origin}/${caller.tenantId}/v2.0`)
        .setAudience(AUDIENCES[audience])
        .setIssuedAt(now)
        .setNotBefore(now)
        .setExpirationTime(now + TOKEN_SECONDS)
        .sign(privateKey);
    },
    sign(claims, header = {}) {
      const now = Math.floor(clock.now() / 1000);
      const times = { iat: now, nbf: now, exp: now + TOKEN_SECONDS };
      return new SignJWT({ ...times, ...claims })
        .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: KEY_ID, ...header })
        .sign(privateKey);
    },
    async read(token, audience) {
      try {
        const options = { algorithms: ['RS256'], audience, currentDate: new Date(clock.now()) };
        return (await jwtVerify(token, publicKey, options)).payload;
      } catch {
        return null;
      }
    },
    verify: (authorization, audience) => verify(authorization, audience, { clock, isTenant, publicKey }),
  };
}

const claimsOf = ({ tenantId, objectId, appId, graphRoles }: Caller, audience: Audience) => ({
  tid: tenantId,
  oid: objectId,
  sub: objectId,
  appid: appId,
  azp: appId,
  idtyp: 'app',
  ver: '2.0',
  ...(audience === 'graph' && graphRoles.length > 0 ? { roles: graphRoles } : {}),
});

async function verify(
  authorization: string | undefined,
  audience: Audience,
  { clock, isTenant, publicKey }: Trust,
): Promise<Verified> {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return { problem: 'missing' };
  try {
    const { payload } = await jwtVerify(token, publicKey, {
      algorithms: ['RS256'],
      audience: AUDIENCES[audience],
      currentDate: new Date(clock.now()),
    });
    const { tid, oid, appid, roles, iss } = payload;
    const known = typeof tid === 'string' && isTenant(tid) && iss?.endsWith(`/${tid}/v2.0`) === true;
    if (!known) return { problem: 'issuer' };
    const graphRoles = Array.isArray(roles) ? roles.map(String) : [];
    return { caller: { tenantId: tid, objectId: String(oid), appId: String(appid), graphRoles } };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

function problemOf(error: unknown): TokenProblem {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) return error.claim === 'aud' ? 'audience' : 'expired';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  return 'malformed';
}

/** The tenant a token names, unchecked: faults are aimed with it before anything is verified. */
export function tenantNamedBy(authorization: string | undefined): string | null {
  const payload = authorization?.split('.')[1];
  if (payload === undefined) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    const named = typeof claims === 'object' && claims !== null && 'tid' in claims ? claims.tid : null;
    return typeof named === 'string' ? named : null;
  } catch {
    return null;
  }
}
