import type { SyncRunDetail } from '#lib/queries/schemas/sync.ts';

const POLL_MS = 2000;
const SETTLE_MS = 500;

// Both come from our own API, which makes them by the schema of this type.
const isRunning = (text: string) => (JSON.parse(text) as SyncRunDetail).status === 'running';

/** Calls `moved` while a run goes on and once more when it ends. Returns the way to stop. */
export function followRun(id: string, moved: () => void): () => void {
  const url = `/api/v1/sync/runs/${id}`;
  const events = new EventSource(`${url}/events`);
  let due: ReturnType<typeof setTimeout> | undefined;
  const timer = setInterval(() => {
    // Waits count down without an event. A connection that is being made again says the server is away.
    if (events.readyState === EventSource.OPEN) moved();
    if (events.readyState === EventSource.CLOSED) void ask(url, take);
  }, POLL_MS);
  const stop = () => {
    clearInterval(timer);
    clearTimeout(due);
    events.close();
  };
  const take = (text: string) => {
    if (!isRunning(text)) {
      stop();
      moved();
      return;
    }
    due ??= setTimeout(() => {
      due = undefined;
      moved();
    }, SETTLE_MS);
  };
  events.addEventListener('run', (event) => take(event.data));
  return stop;
}

async function ask(url: string, take: (text: string) => void): Promise<void> {
  try {
    const response = await fetch(url);
    if (response.ok) take(await response.text());
  } catch {
    // The server may be restarting: the next round asks again.
  }
}
