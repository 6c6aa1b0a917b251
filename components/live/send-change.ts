import { tellSessionEnded } from './session-end.ts';

const UNAUTHORIZED = 401;

/** Asks our own API to change something: null when it did, else what to tell the person. */
export async function sendChange(
  method: 'POST' | 'PUT' | 'DELETE',
  url: string,
  body: object,
): Promise<string | null> {
  try {
    const response = await fetch(url, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return null;
    if (response.status === UNAUTHORIZED) tellSessionEnded();
    // Errors of our API are problem details (RFC 9457).
    return ((await response.json()) as { detail?: string }).detail ?? 'It was not saved.';
  } catch {
    return 'The server did not answer. Try again in a moment.';
  }
}
