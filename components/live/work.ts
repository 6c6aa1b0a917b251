import { isEnded, type EndedState } from '#lib/core/import-job.ts';
import { isUnderWay, type RunStatus } from '#lib/core/sync-run.ts';
import type { CostImportList } from '#lib/queries/schemas/imports.ts';
import type { SyncRun, SyncRunList } from '#lib/queries/schemas/sync.ts';
import { tellSessionEnded } from './session-end.ts';

/** Long work that goes on whatever page is shown. */
export type Work =
  | { kind: 'run'; id: string; done: number; total: number; leftMs: number | null }
  | { kind: 'import'; id: string; name: string; share: number | null };

/** How work ended; null: nothing is known of it any more. */
export type WorkEnd =
  | { kind: 'run'; status: RunStatus }
  | { kind: 'import'; state: EndedState; name: string };

export type Seen = { work: Work | null; endOf: (work: Work) => WorkEnd | null };

const UNAUTHORIZED = 401;
const BEGUN = 'pecboard-work-begun';

/** Tells the page around that something has begun which is worth following. */
export const tellWorkBegun = (): void => void window.dispatchEvent(new Event(BEGUN));

export function hearWorkBegun(hear: () => void): () => void {
  window.addEventListener(BEGUN, hear);
  return () => window.removeEventListener(BEGUN, hear);
}

/** null: the server did not answer. */
export async function readWork(): Promise<Seen | null> {
  try {
    const answers = await Promise.all([fetch('/api/v1/sync/runs?limit=1'), fetch('/api/v1/imports')]);
    if (answers.some(({ status }) => status === UNAUTHORIZED)) {
      tellSessionEnded();
      return { work: null, endOf: () => null };
    }
    if (!answers.every(({ ok }) => ok)) return null;
    const [runs, imports] = await Promise.all(answers.map((answer) => answer.json() as Promise<unknown>));
    // Both come from our own API, which makes them by the schemas of these types.
    return seenIn((runs as SyncRunList).items, (imports as CostImportList).items);
  } catch {
    return null;
  }
}

const OPEN = ['pending', 'running', 'waiting'] as const;

function seenIn(runs: readonly SyncRun[], imports: CostImportList['items']): Seen {
  const run = runs.find(({ status }) => isUnderWay(status));
  const file = imports.find(({ state }) => !isEnded(state));
  const endOf = ({ kind, id }: Work): WorkEnd | null => {
    const ended = runs.find((one) => one.id === id);
    if (kind === 'run') return ended === undefined ? null : { kind, status: ended.status };
    const item = imports.find((one) => one.id === id);
    return item === undefined || !isEnded(item.state) ? null : { kind, state: item.state, name: item.name };
  };
  if (run !== undefined) return { work: workOfRun(run), endOf };
  if (file === undefined) return { work: null, endOf };
  const { id, name, bytes, bytesRead } = file;
  const share = bytes === null || bytesRead === null || bytes === 0 ? null : Math.min(1, bytesRead / bytes);
  return { work: { kind: 'import', id, name, share }, endOf };
}

function workOfRun({ id, stepCounts, leftMs }: SyncRun): Work {
  const total = Object.values(stepCounts).reduce((sum, count) => sum + count, 0);
  const open = OPEN.reduce((sum, status) => sum + (stepCounts[status] ?? 0), 0);
  return { kind: 'run', id, done: total - open, total, leftMs };
}
