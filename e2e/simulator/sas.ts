import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const KEY = randomBytes(32);

const signatureOf = (path: string, expiry: string): Buffer =>
  createHmac('sha256', KEY).update(`${path}\n${expiry}`).digest();

/** A link that opens one blob until it expires, whoever holds it. */
export function sasQuery(path: string, expiresMs: number): string {
  const expiry = new Date(expiresMs).toISOString().replace(/\.\d+Z$/, 'Z');
  const query = {
    sv: '2024-11-04',
    se: expiry,
    sr: 'b',
    sp: 'r',
    sig: signatureOf(path, expiry).toString('base64'),
  };
  return new URLSearchParams(query).toString();
}

type SasProblem = 'signature' | 'expired';

export function checkSas(path: string, query: URLSearchParams, nowMs: number): SasProblem | null {
  const expiry = query.get('se') ?? '';
  const given = Buffer.from(query.get('sig') ?? '', 'base64');
  const wanted = signatureOf(path, expiry);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return 'signature';
  return Date.parse(expiry) > nowMs ? null : 'expired';
}
