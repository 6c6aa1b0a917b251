import { setTimeout as pause } from 'node:timers/promises';
import { type z } from 'zod';
import { runStarted, type SyncRunDetail, syncRunDetail, syncRunList } from '#lib/queries/schemas/sync.ts';

const ASK_EVERY_MS = 1000;
const CONFLICT = 409;

async function ask<Schema extends z.ZodType>(url: string, schema: Schema): Promise<z.infer<Schema>> {
  const answer = await fetch(url);
  if (!answer.ok)
    throw new Error(`${new URL(url).pathname} answered ${answer.status}: ${await answer.text()}`);
  return schema.parse(await answer.json());
}

/** Starts a run, or takes the one that is already running. */
export async function startRun(appUrl: string): Promise<string> {
  const answer = await fetch(`${appUrl}/api/v1/sync/runs`, { method: 'POST' });
  if (answer.ok) return runStarted.parse(await answer.json()).id;
  const latest = await ask(`${appUrl}/api/v1/sync/runs?limit=1`, syncRunList);
  const running = latest.items[0];
  if (answer.status === CONFLICT && running?.status === 'running') return running.id;
  throw new Error(`The sync could not be started: ${answer.status} ${await answer.text()}`);
}

/** One line on how far a run is. */
export function progressOf(run: SyncRunDetail): string {
  const open = run.steps.filter(
    ({ status }) => status === 'pending' || status === 'running' || status === 'waiting',
  );
  const running = open.filter(({ status }) => status !== 'pending');
  const names = [...new Set(running.map(({ source }) => source))].join(', ');
  const ended = run.steps.length - open.length;
  return `${ended} of ${run.steps.length} steps, ${run.calls} requests${names === '' ? '' : `: ${names}`}`;
}

export async function followRun(
  appUrl: string,
  id: string,
  say: (line: string) => void,
): Promise<SyncRunDetail> {
  let said = '';
  for (;;) {
    const run = await ask(`${appUrl}/api/v1/sync/runs/${id}`, syncRunDetail);
    const line = progressOf(run);
    if (line !== said) say(line);
    said = line;
    if (run.status !== 'running') return run;
    await pause(ASK_EVERY_MS);
  }
}
