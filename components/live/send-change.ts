import { NO_ANSWER, type Problem } from './problem.ts';
import { tellSessionEnded } from './session-end.ts';

const UNAUTHORIZED = 401;
const NO_CONTENT = 204;

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type Answered<Answer> = { kind: 'answered'; answer: Answer } | { kind: 'refused'; problem: Problem };

/** Asks our own API to change something, and takes its answer, in the shape that its schema has. */
export async function sendForAnswer<Answer>(
  method: Method,
  url: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered<Answer>> {
  try {
    const response = await fetch(url, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    // The caller names the schema by which our own API makes it.
    const answer = response.status === NO_CONTENT ? null : ((await response.json()) as unknown);
    if (response.ok) return { kind: 'answered', answer: answer as Answer };
    if (response.status === UNAUTHORIZED) tellSessionEnded();
    // Errors of our API are problem details (RFC 9457).
    const { code = '', detail = null } = answer as { code?: string; detail?: string };
    return { kind: 'refused', problem: { code, detail } };
  } catch {
    return { kind: 'refused', problem: NO_ANSWER };
  }
}

/** Asks our own API to change something: null when it did, else why not. */
export async function sendChange(...asked: Parameters<typeof sendForAnswer>): Promise<Problem | null> {
  const sent = await sendForAnswer<unknown>(...asked);
  return sent.kind === 'refused' ? sent.problem : null;
}
