import { join, resolve } from 'node:path';
import { findServer } from '#lib/db/server-file.ts';
import { isPortFree, startApp, waitUntilReady } from './app-server.ts';
import { environmentOf, startSimulator } from './simulated-azure.ts';
import { Stoppable } from './stoppable.ts';
import { startRun } from './sync-progress.ts';
import { complain, ROOT, say } from './tools.ts';

const port = Number(process.env['PORT'] ?? 3000);
const dataDir = resolve(ROOT, process.env['DATA_DIR'] ?? join('.data', 'dev'));
const world = {
  customers: Number(process.env['DEMO_CUSTOMERS'] ?? 40),
  seed: Number(process.env['DEMO_SEED'] ?? 1),
  limits: 'relaxed',
} as const;

async function develop(running: Stoppable): Promise<void> {
  if (!(await isPortFree(port))) throw new Error(`Port ${port} is taken; choose another one with PORT.`);
  const simulator = await startSimulator(dataDir, world);
  running.add(simulator.process, 'simulator');
  const app = startApp('dev', environmentOf(simulator.azure, dataDir, port), port, null);
  running.add(app.process, 'development server');
  await waitUntilReady(app);
  const server = findServer(dataDir);
  if (server !== null) await startRun(server);
  say(`${app.url} shows the simulated Azure at ${simulator.azure.url}; a sync has been started.`);
  await running.untilOneEnds();
}

const running = new Stoppable();
try {
  await develop(running);
} catch (error) {
  if (!running.isStopping) {
    complain(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
} finally {
  await running.stop();
}
