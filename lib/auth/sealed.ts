import { hkdfSync } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';

export type Purpose = 'session' | 'sign-in';

/** A key for each purpose: a cookie of one kind is never read as another. */
function keyFor(secret: string, purpose: Purpose): Uint8Array {
  const name = `${purpose} ${secret}`;
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = new Uint8Array(hkdfSync('sha256', secret, 'pecboard', purpose, 32));
  keys.set(name, key);
  return key;
}

/** A process has one secret. */
const keys = new Map<string, Uint8Array>();

export const seal = (
  text: string,
  { secret, purpose, expiresAtMs }: { secret: string; purpose: Purpose; expiresAtMs: number },
): Promise<string> =>
  new EncryptJWT({ text })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setExpirationTime(Math.floor(expiresAtMs / 1000))
    .encrypt(keyFor(secret, purpose));

/** null for whatever we did not seal for this purpose, or that has run out. */
export async function unseal(
  sealed: string,
  { secret, purpose, nowMs }: { secret: string; purpose: Purpose; nowMs: number },
): Promise<string | null> {
  try {
    const { payload } = await jwtDecrypt(sealed, keyFor(secret, purpose), {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
      currentDate: new Date(nowMs),
    });
    return typeof payload['text'] === 'string' ? payload['text'] : null;
  } catch {
    return null;
  }
}
