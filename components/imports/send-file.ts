import { NO_ANSWER, type Problem } from '#components/live/problem.ts';
import { tellWorkMoved } from '#components/live/work.ts';
import { isEnded } from '#lib/core/import-job.ts';
import type { CostImport, ImportStarted } from '#lib/queries/schemas/imports.ts';

/** What came of a file that was given: it is read by the server, or never came so far. */
export type Sent =
  | ({ kind: 'accepted' } & ImportStarted)
  | { kind: 'refused'; problem: Problem }
  | { kind: 'cancelled' };

export type Sending = { ended: Promise<Sent>; cancel: () => void };

/** Sends one file to our own API. Only XMLHttpRequest tells how far an upload is. */
export function sendFile(file: File, moved: (share: number) => void): Sending {
  const request = new XMLHttpRequest();
  const ended = new Promise<Sent>((resolve) => {
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      moved(total === 0 ? 0 : loaded / total),
    );
    request.addEventListener('load', () => {
      tellWorkMoved();
      resolve(sentOf(request));
    });
    request.addEventListener('abort', () => resolve({ kind: 'cancelled' }));
    request.addEventListener('error', () => resolve({ kind: 'refused', problem: NO_ANSWER }));
  });
  const query = new URLSearchParams({
    name: file.name.slice(-200),
    written: new Date(file.lastModified).toISOString(),
  });
  request.open('POST', `/api/v1/imports?${query}`);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.send(file);
  return { ended, cancel: () => request.abort() };
}

function sentOf({ status, responseText }: XMLHttpRequest): Sent {
  try {
    // Errors of our API are problem details (RFC 9457), and a good answer has the shape of its schema.
    const body = JSON.parse(responseText) as ImportStarted & { code?: string; detail?: string };
    return status < 400
      ? { kind: 'accepted', id: body.id, known: body.known }
      : { kind: 'refused', problem: { code: body.code ?? '', detail: body.detail ?? null } };
  } catch {
    return { kind: 'refused', problem: { code: 'unreadable-answer', detail: null } };
  }
}

const LOOK_EVERY_MS = 500;

/** Asks how far an import is, until it has ended or the signal says stop; null where the server lost it. */
export async function followImport(
  id: string,
  moved: (item: CostImport) => void,
  signal: AbortSignal,
): Promise<CostImport | null> {
  while (!signal.aborted) {
    const item = await askImport(id, signal);
    if (item === 'unknown') return null;
    if (item !== 'no answer') {
      moved(item);
      if (isEnded(item.state)) return item;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return null;
}

async function askImport(id: string, signal: AbortSignal): Promise<CostImport | 'unknown' | 'no answer'> {
  try {
    const response = await fetch(`/api/v1/imports/${id}`, { signal });
    if (response.status === 404) return 'unknown';
    // Our own API answers in the shape of this type.
    return response.ok ? ((await response.json()) as CostImport) : 'no answer';
  } catch {
    return 'no answer';
  }
}

/** Gives an import up; what came of it the next look tells. */
export async function cancelImport(id: string): Promise<void> {
  try {
    await fetch(`/api/v1/imports/${id}/cancel`, { method: 'POST' });
  } catch {
    // The server is away, and the import with it.
  }
}
