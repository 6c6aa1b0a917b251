import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, rm } from 'node:fs/promises';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { z } from 'zod';
import { openDatabase, type Database } from '#lib/db/client.ts';
import { dumpStore, formatDump } from '#lib/db/testing/canonical-dump.ts';
import type { DatabaseSettings } from '#lib/config.ts';
import { clockFrom } from '../simulator/clock.ts';
import { environmentFor } from '../simulator/description.ts';
import { startSimulator, type Simulator } from '../simulator/server.ts';
import type { CostWay } from '../simulator/cost-ways.ts';

const DAY = Date.parse('2026-11-20T00:00:00Z');
const HOUR_MS = 3_600_000;
const TIME = { from: new Date(DAY).toISOString(), until: new Date(DAY + 72 * HOUR_MS).toISOString() };

export type Engine = DatabaseSettings['kind'];

/** How often each question was answered well; questions for tokens belong to no step. */
export type Questions = Map<string, number>;

export type Left = { source: string; way: string | null };
/** What a process found under way, how the sync ended in it, if it did, and what it asked. */
export type ProcessEnd = { left: Left[]; status: string | null; questions: Questions };
export type Synced = { status: string | null; processes: ProcessEnd[]; dump: string };

/** After so many answers, and a while later: what was answered last may have been stored by then, or half of it. */
export type Kill = { answers: number; laterMs: number };

export type CrashLab = {
  simulator: Simulator;
  /** Syncs an empty store to its end, killed each time; and what came of it. */
  sync(engine: Engine, kills: readonly Kill[]): Promise<Synced>;
  close(): Promise<void>;
};

type LabOptions = { way: CostWay; customers: number; pageItems: number; stores: LabStores; folder: string };

export async function openCrashLab(options: LabOptions): Promise<CrashLab> {
  const { way, customers, pageItems, stores, folder } = options;
  const clock = clockFrom(DAY + 8 * HOUR_MS);
  const asked: { questions: Questions; onAnswer: () => void } = {
    questions: new Map(),
    onAnswer: () => undefined,
  };
  const simulator = await startSimulator({
    ...{ customers, seed: 1, limits: 'off', clock, mostPageItems: pageItems, dir: join(folder, 'simulator') },
    costWays: { everywhere: [way], at: new Map() },
    onAnswer({ api, outcome, objectId }, { method, path, query, body }) {
      if (api !== 'entra' && typeof outcome === 'number' && outcome < 400) {
        // Each identity asks for its own partner link by the same words.
        const question = `${method} ${path}?${query} ${body} ${objectId}`;
        asked.questions.set(question, (asked.questions.get(question) ?? 0) + 1);
      }
      asked.onAnswer();
    },
  });
  const environment = environmentFor(simulator.description);

  /** One process, to its end or until it is killed. */
  async function runProcess(store: LabStore, startMs: number, kill: Kill | null): Promise<ProcessEnd> {
    const log = openSync(join(folder, 'syncs.log'), 'a');
    const child = spawn(process.execPath, [join(import.meta.dirname, 'sync-process.ts'), String(startMs)], {
      stdio: ['ignore', 'pipe', log],
      env: {
        ...process.env,
        ...environment,
        ...store.env,
        NODE_COMPILE_CACHE: join(folder, '..', 'compiled'),
      },
    });
    let answers = 0;
    asked.questions = new Map();
    asked.onAnswer = () => {
      answers += 1;
      if (answers !== kill?.answers) return;
      if (kill.laterMs === 0) child.kill('SIGKILL');
      else setTimeout(() => child.kill('SIGKILL'), kill.laterMs);
    };
    const ended = once(child, 'exit');
    const { stdout } = child;
    if (stdout === null) throw new Error('the process has no output');
    const said: ProcessEnd = { left: [], status: null, questions: asked.questions };
    for await (const line of createInterface({ input: stdout }))
      Object.assign(said, lineSchema.parse(JSON.parse(line)));
    const [code] = await ended;
    closeSync(log);
    asked.onAnswer = () => undefined;
    if (said.status === null && kill === null)
      throw new Error(`the sync ended with code ${String(code)}; see ${folder}/syncs.log`);
    return said;
  }

  return {
    simulator,
    async sync(engine, kills) {
      const store = await stores.make(engine);
      const processes: ProcessEnd[] = [];
      for (const [index, kill] of [...kills, null].entries()) {
        if (index > 0) await store.expireLease();
        processes.push(await runProcess(store, DAY + (8 + 2 * index) * HOUR_MS, kill));
        // It had come to its end before it was to be killed.
        if (processes.at(-1)?.status !== null) break;
      }
      const dump = await store.dump();
      await store.drop();
      return { status: processes.at(-1)?.status ?? null, processes, dump };
    },
    close: () => simulator.close(),
  };
}

const lineSchema = z.object({
  left: z.array(z.object({ source: z.string(), way: z.string().nullable() })).optional(),
  status: z.string().optional(),
});

type LabStore = {
  env: Record<string, string>;
  /** As after half a minute of silence; an embedded database knows at once that its owner is gone. */
  expireLease(): Promise<void>;
  dump(): Promise<string>;
  drop(): Promise<void>;
};

export type LabStores = { make(engine: Engine): Promise<LabStore>; close(): Promise<void> };

/** New empty stores of both kinds: copies, which is faster than making them. */
export async function openStores(serverUrl: string, folder: string): Promise<LabStores> {
  const administrator = new pg.Client({ connectionString: `${serverUrl}postgres` });
  await administrator.connect();
  await administrator.query('create database crash_template');
  const template = join(folder, 'template');
  await (await openDatabase({ kind: 'postgres', url: `${serverUrl}crash_template` })).close();
  await (await openDatabase({ kind: 'embedded', dataDir: template })).close();
  let number = 0;
  const onServer = async (): Promise<LabStore> => {
    number += 1;
    const name = `crash_${number}`;
    await administrator.query(`create database ${name} template crash_template strategy file_copy`);
    const url = `${serverUrl}${name}`;
    const dataDir = join(folder, name);
    await mkdir(dataDir, { recursive: true });
    return {
      env: { DATABASE_URL: url, DATA_DIR: dataDir },
      async expireLease() {
        const client = new pg.Client({ connectionString: url });
        await client.connect();
        await client.query("update sync_runs set lease_until = now() - interval '1 second'");
        await client.end();
      },
      dump: () => dumpOf({ kind: 'postgres', url }),
      drop: async () => void (await administrator.query(`drop database ${name} with (force)`)),
    };
  };
  const inFolder = async (): Promise<LabStore> => {
    number += 1;
    const dataDir = join(folder, `embedded-${number}`);
    await cp(template, dataDir, { recursive: true });
    return {
      env: { DATA_DIR: dataDir },
      expireLease: () => Promise.resolve(),
      dump: () => dumpOf({ kind: 'embedded', dataDir }),
      drop: () => rm(dataDir, { recursive: true, force: true }),
    };
  };
  return {
    make: (engine: Engine) => (engine === 'postgres' ? onServer() : inFolder()),
    close: () => administrator.end(),
  };
}

async function dumpOf(settings: DatabaseSettings): Promise<string> {
  const opened: Database = await openDatabase(settings);
  try {
    return formatDump(await dumpStore(opened.db, TIME, { history: true }));
  } finally {
    await opened.close();
  }
}
