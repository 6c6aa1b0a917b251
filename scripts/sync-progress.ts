import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { isUnderWay } from '#lib/core/sync-run.ts';
import {
  runStarted,
  syncPlan,
  type SyncPlan,
  type SyncRunDetail,
  syncRunDetail,
  syncRunList,
} from '#lib/queries/schemas/sync.ts';

const ASK_EVERY_MS = 1000;
const CONFLICT = 409;

export type AskedServer = { url: string; key: string };

const withKey = ({ key }: AskedServer) => ({ headers: { authorization: `Bearer ${key}` } });

async function ask<Schema extends z.ZodType>(
  server: AskedServer,
  path: string,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const answer = await fetch(`${server.url}${path}`, withKey(server));
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return schema.parse(await answer.json());
}

export const readPlan = (server: AskedServer): Promise<SyncPlan> =>
  ask(server, '/api/v1/sync/plan', syncPlan);

/** Starts a run, or takes the one that is already running. */
export async function startRun(server: AskedServer): Promise<string> {
  const answer = await fetch(`${server.url}/api/v1/sync/runs`, { method: 'POST', ...withKey(server) });
  if (answer.ok) return runStarted.parse(await answer.json()).id;
  const latest = await ask(server, '/api/v1/sync/runs?limit=1', syncRunList);
  const running = latest.items[0];
  if (answer.status === CONFLICT && running !== undefined && isUnderWay(running.status)) return running.id;
  throw new Error(`The sync could not be started: ${answer.status} ${await answer.text()}`);
}

const STATES: ReadonlyMap<string, string> = new Map([
  ['queued', 'waiting to begin'],
  ['paused', 'paused'],
]);

/** One line on how far a run is. */
export function progressOf(run: SyncRunDetail): string {
  const open = run.steps.filter(
    ({ status }) => status === 'pending' || status === 'running' || status === 'waiting',
  );
  const running = open.filter(({ status }) => status !== 'pending');
  const names = [...new Set(running.map(({ source }) => source))].join(', ');
  const ended = run.steps.length - open.length;
  const doing = STATES.get(run.status) ?? names;
  return `${ended} of ${run.steps.length} steps, ${run.calls} requests${doing === '' ? '' : `: ${doing}`}`;
}

export async function followRun(
  server: AskedServer,
  id: string,
  say: (line: string) => void,
): Promise<SyncRunDetail> {
  let said = '';
  for (;;) {
    const run = await ask(server, `/api/v1/sync/runs/${id}`, syncRunDetail);
    const line = progressOf(run);
    if (line !== said) say(line);
    said = line;
    if (!isUnderWay(run.status)) return run;
    await pause(ASK_EVERY_MS);
  }
}

const firstCustomers = z.object({ items: z.array(z.object({ tenantId: z.string() })) });

/** Gives a person the first customers of the list to look after. */
export async function assignCustomers(
  server: AskedServer,
  { personId, name, count }: { personId: string; name: string; count: number },
): Promise<void> {
  const { items } = await ask(server, `/api/v1/customers?sort=name&limit=${count}`, firstCustomers);
  const body = { personId, name, seesAll: null, tenantIds: items.map(({ tenantId }) => tenantId) };
  const answer = await fetch(`${server.url}/api/v1/settings/people`, {
    method: 'PUT',
    headers: { ...withKey(server).headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`customers could not be assigned: ${answer.status} ${await answer.text()}`);
}
