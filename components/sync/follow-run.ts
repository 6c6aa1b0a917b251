import type { SyncRunDetail } from '#lib/queries/schemas/sync.ts';

const POLL_MS = 2000;

// Both come from our own API, which makes them by the schema of this type.
const parseRun = (text: string) => JSON.parse(text) as SyncRunDetail;

/** Reports a run as it moves: by events, or by asking again where events cannot be had. Returns the way to stop. */
export function followRun(id: string, report: (run: SyncRunDetail) => void, ended: () => void): () => void {
  const url = `/api/v1/sync/runs/${id}`;
  const stopping = new AbortController();
  const events = new EventSource(`${url}/events`);
  const take = (run: SyncRunDetail) => {
    report(run);
    if (run.status === 'running') return;
    stop();
    ended();
  };
  const stop = () => {
    events.close();
    stopping.abort();
  };
  events.addEventListener('run', (event) => take(parseRun(event.data)));
  events.addEventListener('error', () => {
    if (events.readyState === EventSource.CLOSED) void poll(url, stopping.signal, take);
  });
  return stop;
}

async function poll(url: string, signal: AbortSignal, take: (run: SyncRunDetail) => void): Promise<void> {
  while (!signal.aborted) {
    const run = await askRun(url, signal);
    if (signal.aborted || run === 'gone') return;
    if (run !== null) take(run);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

const NOT_FOUND = 404;

async function askRun(url: string, signal: AbortSignal): Promise<SyncRunDetail | 'gone' | null> {
  try {
    const response = await fetch(url, { signal });
    if (response.status === NOT_FOUND) return 'gone';
    return response.ok ? parseRun(await response.text()) : null;
  } catch {
    // The server may be restarting: the next round asks again.
    return null;
  }
}
