import { isEnded, type EndedState } from '#lib/core/import-job.ts';
import { isUnderWay } from '#lib/core/sync-run.ts';
import type { SyncRun } from '#lib/queries/schemas/sync.ts';
import type { WorkNow } from '#lib/queries/schemas/work.ts';
import { runEndOf, type RunEnd } from './run-end.ts';
import { tellSessionEnded } from './session-end.ts';

/** Long work that goes on whatever page is shown. */
export type Work =
  | { kind: 'run'; id: string; done: number; total: number; leftMs: number | null }
  | { kind: 'import'; id: string; name: string; share: number | null };

/** How work ended; null: nothing is known of it any more. */
export type WorkEnd = { kind: 'run'; end: RunEnd } | { kind: 'import'; state: EndedState; name: string };

export type Seen = { work: Work | null; endOf: (work: Work) => WorkEnd | null };

const UNAUTHORIZED = 401;
const MOVED = 'pecboard-work-moved';

/** Tells the page around that something has begun or ended which is worth following. */
export const tellWorkMoved = (): void => void window.dispatchEvent(new Event(MOVED));

export function hearWorkMoved(hear: () => void): () => void {
  window.addEventListener(MOVED, hear);
  return () => window.removeEventListener(MOVED, hear);
}

/** null: the server did not answer. `followed`: what was seen to go on before. */
export async function readWork(followed: Work | null): Promise<Seen | null> {
  const file = followed?.kind === 'import' ? `?import=${followed.id}` : '';
  try {
    const answer = await fetch(`/api/v1/work${file}`);
    if (answer.status === UNAUTHORIZED) {
      tellSessionEnded();
      return { work: null, endOf: () => null };
    }
    // Our own API makes it by the schema of this type.
    return answer.ok ? seenIn((await answer.json()) as WorkNow) : null;
  } catch {
    return null;
  }
}

const OPEN = ['pending', 'running', 'waiting'] as const;

function seenIn({ run, import: file, followed }: WorkNow): Seen {
  const endOf = ({ kind, id }: Work): WorkEnd | null => {
    if (kind === 'run') {
      const end = run?.id === id ? runEndOf(run) : null;
      return end === null ? null : { kind, end };
    }
    if (followed?.id !== id || !isEnded(followed.state)) return null;
    return { kind, state: followed.state, name: followed.name };
  };
  if (run !== null && isUnderWay(run.status)) return { work: workOfRun(run), endOf };
  if (file === null) return { work: null, endOf };
  const { id, name, bytes, bytesRead } = file;
  const share = bytes === null || bytesRead === null || bytes === 0 ? null : Math.min(1, bytesRead / bytes);
  return { work: { kind: 'import', id, name, share }, endOf };
}

function workOfRun({ id, stepCounts, leftMs }: SyncRun): Work {
  const total = Object.values(stepCounts).reduce((sum, count) => sum + count, 0);
  const open = OPEN.reduce((sum, status) => sum + (stepCounts[status] ?? 0), 0);
  return { kind: 'run', id, done: total - open, total, leftMs };
}
