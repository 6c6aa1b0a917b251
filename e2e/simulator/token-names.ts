/** Whom a token names, unverified: faults are aimed and calls are written down before anything is checked. */
export type TokenNames = { tenantId: string | null; objectId: string | null; appId: string | null };

const NOBODY: TokenNames = { tenantId: null, objectId: null, appId: null };

export function namesIn(authorization: string | undefined): TokenNames {
  const payload = authorization?.split('.')[1];
  if (payload === undefined) return NOBODY;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return {
      tenantId: textIn(claims, 'tid'),
      objectId: textIn(claims, 'oid'),
      appId: textIn(claims, 'appid') ?? textIn(claims, 'azp'),
    };
  } catch {
    return NOBODY;
  }
}

function textIn(claims: unknown, name: string): string | null {
  const value: unknown = typeof claims === 'object' && claims !== null ? Reflect.get(claims, name) : null;
  return typeof value === 'string' ? value : null;
}
