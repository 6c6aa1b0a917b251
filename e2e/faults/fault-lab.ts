import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { Database } from '#lib/db/client.ts';
import { listSteps, type NamedStep } from '#lib/db/runs.ts';
import { customerVerdicts, sourceReads, subscriptionVerdicts } from '#lib/db/schema.ts';
import { dumpStore } from '#lib/db/testing/canonical-dump.ts';
import { EVERY_CUSTOMER } from '#lib/db/visible-customers.ts';
import { claimRun, launchRun, syncDeps } from '#lib/sync/entry.ts';
import type { RunStatus } from '#lib/core/sync-run.ts';
import { environmentFor } from '../simulator/description.ts';
import { startSimulator, type Simulator } from '../simulator/server.ts';
import { buildWorld } from '../simulator/worlds/world.ts';
import type { World } from '../simulator/worlds/types.ts';
import { LABS, type LabSetup } from './draw-faults.ts';
import type { Store } from './compare-stores.ts';
import { openLabClock, type LabClock } from './lab-clock.ts';
import { openLabDatabases, type LabDatabases } from './lab-databases.ts';

const DAY = Date.parse('2026-11-20T00:00:00Z');
const HOUR_MS = 3_600_000;
/** Syncs of one day: amounts of the open month grow from day to day. */
export const STARTS = {
  before: DAY + 8 * HOUR_MS,
  faulty: DAY + 10 * HOUR_MS,
  healing: DAY + 16 * HOUR_MS,
} as const;
const TIME = { from: new Date(DAY).toISOString(), until: new Date(DAY + 72 * HOUR_MS).toISOString() };

const PAGE_ITEMS = 2;

export type Synced = { status: RunStatus; steps: NamedStep[]; errors: string[] };

export type Lab = {
  simulator: Simulator;
  databases: LabDatabases;
  /** The store after a sync that met no fault. */
  truth: Store;
  sync(database: Database, startMs: number): Promise<Synced>;
  close(): Promise<void>;
};

function worldOf({ customers: numbers }: LabSetup, nowMs: number): World {
  const count = LABS.reduce((sum, lab) => sum + lab.customers.length, 0);
  const world = buildWorld({ customers: count, seed: 1, nowMs });
  const customers = world.customers.filter((_, number) => numbers.includes(number));
  const held = customers.flatMap(({ subscriptions }) => subscriptions);
  return { ...world, customers, subscriptions: new Map(held.map((one) => [one.subscriptionId, one])) };
}

export type LabPlace = {
  serverUrl: string;
  folder: string;
  /** Of the simulator: labs of one process follow each other at one, as its configuration is read once. 0: a free one. */
  port: number;
};

const trusted = getCACertificates('default');

/** One small Azure whose lists have several pages, and what is true of it; each sync takes a second or two. */
export async function openLab(lab: LabSetup, { serverUrl, folder, port }: LabPlace): Promise<Lab> {
  const { way, customers, sharesBudgets } = lab;
  const clock = openLabClock();
  clock.startAt(STARTS.before);
  const simulator = await startSimulator({
    ...{ world: worldOf(lab, STARTS.before), limits: 'off', clock, mostPageItems: PAGE_ITEMS, port },
    ...{ costWays: { everywhere: [way], at: new Map() }, dir: join(folder, 'simulator') },
  });
  setDefaultCACertificates([...trusted, simulator.caPem]);
  Object.assign(process.env, environmentFor(simulator.description), { DATA_DIR: join(folder, 'data') });
  const databases = await openLabDatabases(serverUrl, {
    prefix: `${way.replace('-', '_')}_${customers.join('_')}`,
    sharesBudgets,
  });
  const sync = (database: Database, startMs: number) => syncOnce(database, clock, startMs);
  const database = await databases.open('filled', '');
  const { status, errors } = await sync(database, STARTS.before);
  if (status !== 'complete')
    throw new Error(`the sync that is to be true is ${status}: ${errors.join('; ')}`);
  const truth = await lookAt(database);
  await database.close();
  return {
    simulator,
    databases,
    truth,
    sync,
    async close() {
      await simulator.close();
      await databases.close();
    },
  };
}

async function syncOnce({ db }: Database, clock: LabClock, startMs: number): Promise<Synced> {
  clock.startAt(startMs);
  const deps = await syncDeps(clock);
  if (deps === null) throw new Error('Azure is not configured');
  const errors: string[] = [];
  const log = {
    ...deps.log,
    ...{ info: () => undefined, debug: () => undefined },
    // A step whose fault is ours fails as one of Azure's does; only what it threw tells.
    warn(facts: object) {
      const { err } = facts as { err?: unknown };
      if (err instanceof TypeError || (err instanceof Error && err.constructor === Error)) {
        errors.push(err.stack ?? err.message);
      }
    },
    error: (facts: object, message: string) => {
      const { err } = facts as { err?: unknown };
      errors.push(`${message}: ${err instanceof Error ? (err.stack ?? err.message) : JSON.stringify(facts)}`);
    },
  };
  const claim = await claimRun(deps, 'faults');
  const status = await launchRun({ ...deps, log }, claim.runId).ended;
  return { status, steps: await listSteps(db, claim.runId, EVERY_CUSTOMER), errors };
}

/** All of a store that can be compared. */
export async function lookAt({ db }: Database): Promise<Store> {
  const reads = await db.select().from(sourceReads);
  return {
    lines: await dumpStore(db, TIME),
    reads: new Map(
      reads.map(({ source, tenantId, period, scope, outcome, incomplete, way }) => [
        `${source}/${tenantId}/${period}/${scope}`,
        { outcome, incomplete, way },
      ]),
    ),
    said: await listSaid(db),
  };
}

async function listSaid(db: Database['db']): Promise<Map<string, string>> {
  const said = new Map<string, string>();
  for (const { period, tenantId, verdict } of await db.select().from(customerVerdicts))
    said.set(`${period} ${tenantId} - verdict`, verdict);
  for (const row of await db.select().from(subscriptionVerdicts)) {
    for (const what of ['verdict', 'linked', 'access', 'credit'] as const)
      said.set(`${row.period} ${row.tenantId} ${row.subscriptionId} ${what}`, row[what]);
  }
  return said;
}
