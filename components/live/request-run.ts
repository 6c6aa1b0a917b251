import { NO_ANSWER, type Problem } from './problem.ts';
import { tellSessionEnded } from './session-end.ts';
import { tellWorkMoved } from './work.ts';

const CONFLICT = 409;
const UNAUTHORIZED = 401;

export type Requested =
  | { kind: 'started'; id: string }
  | { kind: 'running' }
  | { kind: 'refused'; problem: Problem };

/** Asks our own API to start a run; one that is running already is as good. */
export async function requestRun(url: string): Promise<Requested> {
  try {
    const response = await fetch(url, { method: 'POST' });
    if (response.ok) {
      tellWorkMoved();
      // The answer to a start is described by the same schema that makes it.
      return { kind: 'started', id: ((await response.json()) as { id: string }).id };
    }
    if (response.status === UNAUTHORIZED) tellSessionEnded();
    // Errors of our API are problem details (RFC 9457).
    const { code = '', detail = null } = (await response.json()) as { detail?: string; code?: string };
    if (response.status === CONFLICT && code === 'sync-running') return { kind: 'running' };
    return { kind: 'refused', problem: { code, detail } };
  } catch {
    return { kind: 'refused', problem: NO_ANSWER };
  }
}
