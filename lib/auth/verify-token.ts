import { createRemoteJWKSet, decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from 'jose';
import type { SignInSettings } from '#lib/config.ts';
import { issuerOf, keysAddress } from './authority.ts';
import { mapClaims, mapNamed, type Named, type TokenFault, type TokenIdentity } from './token-claims.ts';

export type Verified =
  | { ok: true; identity: TokenIdentity }
  /** null where the signature is not good either. */
  | { ok: false; fault: TokenFault; named: Named | null };

const CLOCK_TOLERANCE_S = 60;
const KEYS_TIMEOUT_MS = 10_000;
const LONGEST_TOKEN = 16_000;

type Keys = ReturnType<typeof createRemoteJWKSet>;

const keysByAddress = new Map<string, Keys>();

/** Fetched when a key id is new, and no more often than every half minute. */
function keysOf(settings: SignInSettings): Keys {
  const address = keysAddress(settings);
  const known = keysByAddress.get(address.href);
  if (known !== undefined) return known;
  const keys = createRemoteJWKSet(address, { timeoutDuration: KEYS_TIMEOUT_MS });
  keysByAddress.set(address.href, keys);
  return keys;
}

function namesKey(token: string): boolean {
  try {
    return typeof decodeProtectedHeader(token).kid === 'string';
  } catch {
    return false;
  }
}

type Checked = { payload: JWTPayload } | { fault: TokenFault; named: Named | null };

const refused = (fault: TokenFault, payload: unknown = null): Checked => ({
  fault,
  named: mapNamed(payload),
});

/** Signature, issuer, audience and time: the same for access tokens and ID tokens. */
async function check(token: string, settings: SignInSettings, nowMs: number): Promise<Checked> {
  if (token.length > LONGEST_TOKEN) return refused('malformed');
  try {
    // Without a key id any key of the set would do.
    if (!namesKey(token)) return refused('malformed');
    const { payload } = await jwtVerify(token, keysOf(settings), {
      algorithms: ['RS256'],
      audience: settings.clientId,
      issuer: settings.allowedTenants.map((tenantId) => issuerOf(settings, tenantId)),
      clockTolerance: CLOCK_TOLERANCE_S,
      currentDate: new Date(nowMs),
      requiredClaims: ['exp', 'nbf', 'iat', 'iss', 'aud', 'tid', 'oid'],
    });
    // One audience, named alone: a token for several is nobody's.
    if (typeof payload.aud !== 'string') return refused('audience', payload);
    const isOfIssuer = settings.allowedTenants.some(
      (tenantId) => payload['tid'] === tenantId && payload.iss === issuerOf(settings, tenantId),
    );
    return isOfIssuer ? { payload } : refused('issuer', payload);
  } catch (error) {
    // Claims are looked at after the signature: these errors carry what was signed.
    const isSigned = error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired;
    return refused(faultOf(error), isSigned ? error.payload : null);
  }
}

/** The identity provider's keys cannot be read, so nothing can be said of a token. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/** jose asks by fetch, and has no class of its own for an answer that is no key set. */
const isOfProvider = (error: unknown): boolean =>
  error instanceof errors.JWKSTimeout ||
  error instanceof errors.JWKSInvalid ||
  (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC') ||
  (error instanceof TypeError && error.message === 'fetch failed');

function faultOf(error: unknown): TokenFault {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) {
    const byClaim: Readonly<Record<string, TokenFault>> = {
      aud: 'audience',
      iss: 'issuer',
      nbf: 'not-yet-valid',
      iat: 'not-yet-valid',
    };
    return (error.reason === 'check_failed' ? byClaim[error.claim] : null) ?? 'malformed';
  }
  const aboutKeys =
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSEAlgNotAllowed;
  if (aboutKeys) return 'signature';
  if (isOfProvider(error))
    throw new KeysUnavailable('The keys of the identity provider could not be read.', { cause: error });
  if (!(error instanceof errors.JOSEError)) throw error;
  return 'malformed';
}

/** An Entra access token for our API: who it speaks for, or why it is refused. */
export async function verifyAccessToken(
  token: string,
  settings: SignInSettings,
  nowMs: number,
): Promise<Verified> {
  const checked = await check(token, settings, nowMs);
  if ('fault' in checked) return { ok: false, ...checked };
  const mapped = mapClaims(checked.payload, settings);
  return 'fault' in mapped
    ? { ok: false, fault: mapped.fault, named: mapNamed(checked.payload) }
    : { ok: true, identity: mapped.identity };
}

/** The ID token of the same sign-in: it alone carries the nonce that we gave. */
export async function verifyIdToken(
  token: string,
  { settings, nowMs, nonce }: { settings: SignInSettings; nowMs: number; nonce: string },
): Promise<{ ok: true; personId: string } | { ok: false; fault: TokenFault }> {
  const checked = await check(token, settings, nowMs);
  if ('fault' in checked) return { ok: false, fault: checked.fault };
  const { payload } = checked;
  if (payload['nonce'] !== nonce) return { ok: false, fault: 'nonce' };
  // An access token has scopes or roles of an application; it is not proof of a sign-in.
  if (payload['scp'] !== undefined || payload['azp'] !== undefined) return { ok: false, fault: 'malformed' };
  return { ok: true, personId: `${String(payload['tid'])}/${String(payload['oid'])}` };
}
