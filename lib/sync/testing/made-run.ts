import type { AzureRoom } from '#lib/azure/room.ts';
import { madeFacts } from '#lib/core/testing/made-facts.ts';
import type { Db } from '#lib/db/db.ts';
import type { ReadKey } from '#lib/db/reads.ts';
import { addSteps, endRun, insertRun, type Step } from '#lib/db/runs.ts';
import type { SyncDeps } from '../deps.ts';
import { Pulse } from '../pulse.ts';
import { runStep, type RunContext } from '../run-step.ts';
import type { StepWork } from '../step-context.ts';

const OWNER = '00000000-0000-4000-8000-00000000aaaa';

type Made = { atMs: number; room?: AzureRoom; signal?: AbortSignal };

/** A run of one step that somebody has begun. */
export async function startRunOf(
  db: Db,
  key: ReadKey,
  { atMs, room, signal = new AbortController().signal }: Made,
): Promise<RunContext> {
  const deps: SyncDeps = {
    db,
    // Without one the work of a test asks nobody.
    room: room ?? ({} as AzureRoom),
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    profile: madeFacts().profile,
    billingAccount: null,
    enrolmentMovedAt: null,
    dataDir: '/nowhere',
    now: () => atMs,
    newId: () => crypto.randomUUID(),
  };
  const runId = crypto.randomUUID();
  const at = new Date(atMs).toISOString();
  await insertRun(db, { id: runId, kind: 'full', tenantId: '', requestedBy: 'test', at, owner: OWNER });
  await addSteps(db, runId, [key]);
  return { deps, runId, owner: OWNER, signal, pulse: new Pulse(deps, { runId, owner: OWNER }) };
}

export const endRunOf = ({ deps, runId }: RunContext): Promise<void> =>
  endRun(deps.db, runId, 'complete', new Date(deps.now()).toISOString(), null);

/** Does a step until its process is killed, after so many pages were stored. */
export function killAfter(
  run: RunContext,
  key: ReadKey,
  work: StepWork,
  pages: number,
): Promise<Step['status']> {
  const killed = new AbortController();
  const kill = (): never => {
    killed.abort();
    throw new Error('killed');
  };
  return runStep({ ...run, signal: killed.signal }, key, (context) => {
    let left = pages;
    if (left === 0) kill();
    return work({
      ...context,
      async storePage(save, progress) {
        await context.storePage(save, progress);
        left -= 1;
        if (left === 0) kill();
      },
    });
  });
}
