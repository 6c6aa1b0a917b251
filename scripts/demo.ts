import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { findServer, type RunningServer } from '#lib/db/server-file.ts';
import { describeSignIn, ACCOUNT_MANAGER } from '../e2e/simulator/sign-in-environment.ts';
import { type App, isBuilt, isPortFree, lastLinesOf, startApp, waitUntilReady } from './app-server.ts';
import { buildApp } from './next-build.ts';
import {
  environmentOf,
  letTimePass,
  parseDescription,
  signInEnvironmentOf,
  type SimulatedAzure,
  simulatorFolder,
  startSimulator,
} from './simulated-azure.ts';
import { Stoppable } from './stoppable.ts';
import { assignCustomers, followRun, startRun } from './sync-progress.ts';
import { complain, ROOT, say, seconds } from './tools.ts';

const LINES_OF_LOG = 15;
const CUSTOMERS_OF_ONE = 6;

/** Said to the person as it is, without a stack. */
class DemoProblem extends Error {}

const settingsSchema = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  DEMO_CUSTOMERS: z.coerce.number().int().min(1).max(100_000).default(40),
  DEMO_SEED: z.coerce.number().int().min(0).default(1),
  DATA_DIR: z.string().min(1).default(join('.data', 'demo')),
});

type Filled = { dataDir: string; isNew: boolean };
type Settings = { port: number; customers: number; seed: number; dataDir: string };

function readSettings(): Settings {
  const given = Object.entries(process.env).filter(([, value]) => value !== undefined && value.trim() !== '');
  const parsed = settingsSchema.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => issue.path.join('.'));
    throw new DemoProblem(`These variables must be whole numbers in their range: ${names.join(', ')}`);
  }
  const { PORT, DEMO_CUSTOMERS, DEMO_SEED, DATA_DIR } = parsed.data;
  return { port: PORT, customers: DEMO_CUSTOMERS, seed: DEMO_SEED, dataDir: resolve(ROOT, DATA_DIR) };
}

function previousWorld(dataDir: string): SimulatedAzure | null {
  try {
    return parseDescription(readFileSync(join(simulatorFolder(dataDir), 'simulator.json'), 'utf8'));
  } catch {
    return null;
  }
}

/** Data of another simulated world is thrown away; data that no demo made is never touched. */
function prepareFolder({ dataDir, customers, seed }: Settings): void {
  const database = join(dataDir, 'database');
  const previous = previousWorld(dataDir);
  if (existsSync(database) && previous === null) {
    throw new DemoProblem(`${dataDir} holds data that no demo made. Choose another folder with DATA_DIR.`);
  }
  if (previous !== null && (previous.customers !== customers || previous.seed !== seed)) {
    say('Another number of customers or another seed than last time: starting afresh.');
    rmSync(database, { recursive: true, force: true });
  }
  mkdirSync(dataDir, { recursive: true });
  rmSync(join(dataDir, 'demo.json'), { force: true });
}

async function checkFree({ port, dataDir }: Settings): Promise<void> {
  const running = findServer(dataDir);
  if (running !== null) {
    throw new DemoProblem(
      `A demo already runs at ${running.url} (process ${running.pid}). Stop it first, or choose another PORT and DATA_DIR.`,
    );
  }
  if (await isPortFree(port)) return;
  throw new DemoProblem(
    `Port ${port} is taken. Choose another one, for example: PORT=${port + 1} npm run demo`,
  );
}

async function build(): Promise<void> {
  if (isBuilt()) return say('Build: up to date');
  const startedAt = performance.now();
  say('Build: next build ...');
  if ((await buildApp()) !== 0) throw new DemoProblem('The build failed; its messages are above.');
  say(`Build: done (${seconds(startedAt)})`);
}

/** Programs find the demo by this file. */
function writeDemoFile(dataDir: string, app: App, azure: SimulatedAzure): void {
  const demo = {
    appUrl: app.url,
    simulatorUrl: azure.url,
    caFile: azure.caFile,
    ...describeSignIn(azure),
  };
  writeFileSync(join(dataDir, 'demo.json'), `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
}

async function startServers(
  settings: Settings,
  running: Stoppable,
): Promise<{ app: App; azure: SimulatedAzure }> {
  const { port, customers, seed, dataDir } = settings;
  let startedAt = performance.now();
  const simulator = await startSimulator(dataDir, { customers, seed, limits: 'relaxed' });
  running.add(simulator.process, 'simulator');
  say(
    `Simulated Azure: ${simulator.azure.url}, ${customers} customers, seed ${seed} (${seconds(startedAt)})`,
  );
  startedAt = performance.now();
  const logFile = join(dataDir, 'app.log');
  const environment = {
    ...environmentOf(simulator.azure, dataDir, port),
    ...signInEnvironmentOf(simulator.azure, dataDir),
    REPORTING_CURRENCY: 'EUR',
  };
  const app = startApp('start', environment, port, logFile);
  running.add(app.process, 'web server');
  try {
    await waitUntilReady(app);
  } catch (error) {
    throw running.isStopping
      ? error
      : new DemoProblem(`${String(error)}\n${lastLinesOf(logFile, LINES_OF_LOG)}`);
  }
  say(`Web server: ${app.url} (${seconds(startedAt)}), its log is ${logFile}`);
  return { app, azure: simulator.azure };
}

async function syncOnce(app: App, server: RunningServer): Promise<void> {
  const startedAt = performance.now();
  const run = await followRun(server, await startRun(server), (line) => say(`Sync: ${line}`));
  say(`Sync: ${run.status} (${seconds(startedAt)})`);
  if (run.status === 'failed') complain(`The sync failed: ${run.error ?? `see ${app.url}/sync`}`);
}

/** Of a new world two syncs: between them something happens, so that there are changes to see. */
async function fill(app: App, azure: SimulatedAzure, { dataDir, isNew }: Filled): Promise<void> {
  const server = findServer(dataDir);
  if (server === null) throw new Error('the web server did not say that it holds the data folder');
  if (isNew) await syncOnce(app, server);
  await letTimePass(azure);
  await syncOnce(app, server);
  await assignCustomers(server, { ...ACCOUNT_MANAGER, count: CUSTOMERS_OF_ONE });
}

async function demonstrate(running: Stoppable): Promise<void> {
  const startedAt = performance.now();
  const settings = readSettings();
  await checkFree(settings);
  prepareFolder(settings);
  await build();
  const isNew = !existsSync(join(settings.dataDir, 'database'));
  const { app, azure } = await startServers(settings, running);
  await fill(app, azure, { dataDir: settings.dataDir, isNew });
  writeDemoFile(settings.dataDir, app, azure);
  say(`\nPecboard runs at ${app.url} (ready after ${seconds(startedAt)})`);
  say('It asks who you are: an account manager of a few customers, support, or an administrator.');
  say('demo.json in the data folder tells programs how to sign in. Ctrl-C stops everything.');
  await running.untilOneEnds();
}

const running = new Stoppable();
try {
  await demonstrate(running);
} catch (error) {
  if (!running.isStopping) {
    complain(
      error instanceof DemoProblem ? error.message : String(error instanceof Error ? error.stack : error),
    );
    process.exitCode = 1;
  }
} finally {
  await running.stop();
}
