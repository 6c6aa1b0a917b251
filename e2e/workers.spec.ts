import { run as runShape, runList, type Run } from './answers.ts';
import { eventually } from './eventually.ts';
import { monthsAt } from './expectations.ts';
import { expect, test } from './fixtures.ts';
import { freePort, startProcess, type ServerProcess } from './server-process.ts';
import type { Stack } from './stack.ts';
import { expectWorld } from './world-check.ts';

/** A lease of 30 s has to end before anybody takes over. */
const TAKEN_OVER_WITHIN_MS = 60_000;

test.use({ stackOptions: { postgres: true, synced: false, customers: 14, latencyMs: 60 } });

const isReady = async (url: string): Promise<true | null> => {
  try {
    return (await fetch(`${url}/readyz`)).ok ? true : null;
  } catch {
    // Nothing listens yet.
    return null;
  }
};

const tookRun = (worker: ServerProcess, id: string): boolean =>
  worker.output().includes('sync run taken') && worker.output().includes(id);

async function startWorker({ environment }: Stack): Promise<ServerProcess> {
  const worker = startProcess('scripts/worker.ts', environment);
  await eventually('a worker to wait for runs', () =>
    Promise.resolve(worker.output().includes('waits for sync runs') ? true : null),
  );
  return worker;
}

const endedSteps = ({ steps }: Run): number => steps.filter(({ status }) => status === 'done').length;

test('of two workers and two web servers on one database, one worker is killed in the middle of a run, which is completed once', async ({
  stack,
}) => {
  test.setTimeout(240_000);
  const workers = [await startWorker(stack), await startWorker(stack)];
  // A server that starts while workers live leaves the work to them.
  await stack.kill('SIGTERM');
  await stack.restart();
  const port = await freePort();
  const second = startProcess('scripts/start.ts', { ...stack.environment, PORT: String(port) });
  const secondUrl = `http://127.0.0.1:${port}`;
  try {
    await eventually('the second server', () => isReady(secondUrl));
    expect(await (await fetch(`${secondUrl}/metrics`)).text()).toContain('pecboard_sync_workers 2');

    const id = await stack.startSync();
    const before = await eventually('the run to be in its middle', async () => {
      const run = await stack.runOf(id);
      return endedSteps(run) >= 10 ? run : null;
    });
    expect(before.status).toBe('running');
    const [killed, heir] = workers.toSorted(
      (left, right) => Number(tookRun(right, id)) - Number(tookRun(left, id)),
    );
    if (killed === undefined || heir === undefined) throw new Error('there are two workers');
    expect([tookRun(killed, id), tookRun(heir, id)]).toEqual([true, false]);
    await killed.end('SIGKILL');

    await eventually(
      'the other worker to go on with the run',
      () => Promise.resolve(tookRun(heir, id) ? true : null),
      TAKEN_OVER_WITHIN_MS,
    );
    const ended = await eventually('the run to be completed by the other worker', async () => {
      const run = runShape.parse(await (await fetch(`${secondUrl}/api/v1/sync/runs/${id}`)).json());
      return run.status === 'running' || run.status === 'queued' ? null : run;
    });
    expect(ended.status).toBe('complete');
    expect((await stack.get('/api/v1/sync/runs', runList)).total).toBe(1);
    // What every customer costs and earns is what the simulated Azure bills: nothing is lost, nothing counted twice.
    const { closed, open } = monthsAt(stack.simulator.clock.now());
    await expectWorld(stack, closed);
    await expectWorld(stack, open);
    await heir.end('SIGTERM');
    expect(await heir.whenEnded).toMatchObject({ code: 0 });
  } finally {
    for (const running of [...workers, second]) if (running.ended() === null) await running.end('SIGKILL');
  }
});
