import type { SyncRun } from '#lib/queries/schemas/sync.ts';
import { runEndOf, type RunEnd } from './run-end.ts';
import { tellSessionEnded } from './session-end.ts';
import { tellWorkMoved } from './work.ts';

const UNAUTHORIZED = 401;
const POLL_MS = 2000;
const SETTLE_MS = 500;

type Follower = { moved(): void; ended?(end: RunEnd): void };

// Both come from our own API, which makes them by the schema of this type.
const endIn = (text: string): RunEnd | null => runEndOf(JSON.parse(text) as SyncRun);

/** Calls `moved` while a run goes on and once more when it ends. Returns the way to stop. */
export function followRun(id: string, { moved, ended }: Follower): () => void {
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
    const end = endIn(text);
    if (end !== null) {
      stop();
      tellWorkMoved();
      moved();
      ended?.(end);
      return;
    }
    due ??= setTimeout(() => {
      due = undefined;
      moved();
    }, SETTLE_MS);
  };
  for (const name of ['run', 'change']) {
    // Both carry text, as every event of a server does.
    events.addEventListener(name, (event) => take((event as MessageEvent<string>).data));
  }
  return stop;
}

async function ask(url: string, take: (text: string) => void): Promise<void> {
  try {
    const response = await fetch(url);
    if (response.ok) take(await response.text());
    if (response.status === UNAUTHORIZED) tellSessionEnded();
  } catch {
    // The server may be restarting: the next round asks again.
  }
}
