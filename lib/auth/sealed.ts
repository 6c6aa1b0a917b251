import { createHash, hkdfSync } from 'node:crypto';
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

type Unsealing = { secret: string; purpose: Purpose; nowMs: number };
type Opened = { text: string; untilMs: number };

const MOST_OPENED = 10_000;
/** By a key that tells nothing of what was sealed: every request of a person brings the same cookie. */
const opened = new Map<string, Opened>();

/** null for whatever we did not seal for this purpose, or that has run out. */
export async function unseal(sealed: string, { secret, purpose, nowMs }: Unsealing): Promise<string | null> {
  const key = createHash('sha256').update(`${purpose} ${secret} ${sealed}`).digest('base64url');
  const known = opened.get(key);
  if (known !== undefined && nowMs < known.untilMs) return known.text;
  opened.delete(key);
  const found = await open(sealed, { secret, purpose, nowMs });
  if (found === null) return null;
  opened.set(key, found);
  const [oldest] = opened.keys();
  if (opened.size > MOST_OPENED && oldest !== undefined) opened.delete(oldest);
  return found.text;
}

async function open(sealed: string, { secret, purpose, nowMs }: Unsealing): Promise<Opened | null> {
  try {
    const { payload } = await jwtDecrypt(sealed, keyFor(secret, purpose), {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
      currentDate: new Date(nowMs),
    });
    const { text, exp } = payload;
    return typeof text === 'string' && exp !== undefined ? { text, untilMs: exp * 1000 } : null;
  } catch {
    return null;
  }
}
