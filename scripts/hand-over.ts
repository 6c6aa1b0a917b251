import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { RunningServer } from '#lib/db/server-file.ts';
import { RUN_STATUSES, type RunStatus } from '#lib/core/sync-run.ts';

const started = z.object({ id: z.string() });
const conflict = z.object({ code: z.string(), detail: z.string() });
const followed = z.object({ status: z.enum(RUN_STATUSES) });

const POLL_MS = 1000;

/** Lets the running server at `url` do a sync run, and follows it to its end. */
export async function handOver({ url, key }: RunningServer, say: (text: string) => void): Promise<RunStatus> {
  say(`The server at ${url} holds the data folder and does the run.`);
  const headers = { authorization: `Bearer ${key}` };
  const response = await fetch(new URL('/api/v1/sync/runs', url), { method: 'POST', headers });
  const body: unknown = await response.json();
  if (!response.ok) throw new Error(conflict.parse(body).detail);
  const { id } = started.parse(body);
  for (;;) {
    const run = await fetch(new URL(`/api/v1/sync/runs/${id}`, url), { headers });
    if (!run.ok) throw new Error(`The server at ${url} does not know run ${id} any more.`);
    const { status } = followed.parse(await run.json());
    if (status !== 'running') return status;
    await setTimeout(POLL_MS);
  }
}
