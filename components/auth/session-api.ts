const SESSION = '/api/v1/session';

/** Errors of our API are problem details (RFC 9457). */
type Problem = { code?: string; detail?: string };

export type SessionAnswer = { ok: true; endsAt: string; to: string } | { ok: false; code: string };

async function send(method: 'POST' | 'PUT', body: object): Promise<SessionAnswer> {
  const response = await fetch(SESSION, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) return { ok: false, code: ((await response.json()) as Problem).code ?? 'unknown' };
  // Our own API answers in this shape.
  return { ok: true, ...((await response.json()) as { endsAt: string; to: string }) };
}

export const startSession = (tokens: { accessToken: string; idToken: string; to: string }) =>
  send('POST', tokens);

export const renewSession = (accessToken: string) => send('PUT', { accessToken });

export const endSession = async (): Promise<void> => void (await fetch(SESSION, { method: 'DELETE' }));

/** The nonce that the ID token must carry. */
export async function requestNonce(): Promise<string> {
  const response = await fetch(`${SESSION}/challenge`, { method: 'POST' });
  if (!response.ok) throw new Error('the server gave no nonce');
  return ((await response.json()) as { nonce: string }).nonce;
}
