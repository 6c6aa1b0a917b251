import { NO_ANSWER, type Problem } from './problem.ts';
import { tellSessionEnded } from './session-end.ts';

const UNAUTHORIZED = 401;

/** Asks our own API to change something: null when it did, else why not. */
export async function sendChange(
  method: 'POST' | 'PUT' | 'DELETE',
  url: string,
  body: object,
): Promise<Problem | null> {
  try {
    const response = await fetch(url, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return null;
    if (response.status === UNAUTHORIZED) tellSessionEnded();
    // Errors of our API are problem details (RFC 9457).
    const { code = '', detail = null } = (await response.json()) as { code?: string; detail?: string };
    return { code, detail };
  } catch {
    return NO_ANSWER;
  }
}
