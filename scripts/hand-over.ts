import { z } from 'zod';
import type { RunStatus } from '#lib/core/sync-run.ts';
import type { RunningServer } from '#lib/db/server-file.ts';
import { runStarted } from '#lib/queries/schemas/sync.ts';
import { followRun } from './sync-progress.ts';

const conflict = z.object({ code: z.string(), detail: z.string() });

/** Lets the running server do a sync run, and follows it to its end. */
export async function handOver(server: RunningServer, say: (text: string) => void): Promise<RunStatus> {
  const { url, key } = server;
  say(`The server at ${url} holds the data folder and does the run.`);
  const headers = { authorization: `Bearer ${key}` };
  const response = await fetch(new URL('/api/v1/sync/runs', url), { method: 'POST', headers });
  const body: unknown = await response.json();
  if (!response.ok) throw new Error(conflict.parse(body).detail);
  return (await followRun(server, runStarted.parse(body).id, say)).status;
}
