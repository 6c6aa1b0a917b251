import { tellSessionEnded } from './session-end.ts';

const UNAUTHORIZED = 401;

/** What our own API answers, in the shape that its schema has; null where it did not. */
export async function readAnswer(url: string, signal?: AbortSignal): Promise<unknown> {
  try {
    const response = await fetch(url, signal === undefined ? {} : { signal });
    if (response.status === UNAUTHORIZED) tellSessionEnded();
    return response.ok ? ((await response.json()) as unknown) : null;
  } catch {
    return null;
  }
}
