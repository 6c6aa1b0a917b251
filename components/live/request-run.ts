import { tellSessionEnded } from './session-end.ts';

const CONFLICT = 409;
const UNAUTHORIZED = 401;

export type Requested =
  | { kind: 'started'; id: string }
  | { kind: 'running' }
  | { kind: 'refused'; words: string };

/** Asks our own API to start a run; one that is running already is as good. */
export async function requestRun(url: string): Promise<Requested> {
  try {
    const response = await fetch(url, { method: 'POST' });
    if (response.ok) {
      // The answer to a start is described by the same schema that makes it.
      return { kind: 'started', id: ((await response.json()) as { id: string }).id };
    }
    if (response.status === UNAUTHORIZED) tellSessionEnded();
    // Errors of our API are problem details (RFC 9457).
    const problem = (await response.json()) as { title?: string; detail?: string; code?: string };
    if (response.status === CONFLICT && problem.code === 'sync-running') return { kind: 'running' };
    return { kind: 'refused', words: [problem.title, problem.detail].filter(Boolean).join('. ') };
  } catch {
    return { kind: 'refused', words: 'The server did not answer. Try again in a moment.' };
  }
}
