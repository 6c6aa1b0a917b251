import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import { requireActor } from '#lib/auth/request-actor.ts';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/client.ts';
import type { Db } from '#lib/db/db.ts';
import {
  listCallCounts,
  listRunCounts,
  listSourceStates,
  listUnderWayCounts,
  listWaitCounts,
} from '#lib/db/sync-counters.ts';
import { countWorkers } from '#lib/db/sync-workers.ts';

const ofProcess = new Registry();
collectDefaultMetrics({ register: ofProcess, prefix: 'pecboard_' });

/** For whoever has the monitoring token, or may see everything. Without sign-in the server hears this machine only. */
export async function getMetrics(authorization: string | null): Promise<{ text: string; type: string }> {
  if (!isMonitoring(authorization)) await requireActor('Pec.Admin');
  const { db } = await database();
  const ofStore = await readStore(db);
  return { text: `${await ofStore.metrics()}\n${await ofProcess.metrics()}`, type: ofStore.contentType };
}

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

function isMonitoring(authorization: string | null): boolean {
  const { metricsToken } = config();
  if (metricsToken === null || authorization === null) return false;
  return timingSafeEqual(digestOf(authorization), digestOf(`Bearer ${metricsToken}`));
}

/** Counted by all processes together and kept in the store, so that any web server tells the same of all workers. */
async function readStore(db: Db): Promise<Registry> {
  const registry = new Registry();
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name: `pecboard_${name}`, help, labelNames, registers: [registry] });
  const gauge = (name: string, help: string, labelNames: string[]) =>
    new Gauge({ name: `pecboard_${name}`, help, labelNames, registers: [registry] });

  const calls = counter('azure_calls_total', 'Calls to Azure by API and status', ['api', 'status']);
  for (const row of await listCallCounts(db)) calls.inc({ api: row.api, status: row.outcome }, row.calls);
  const waits = counter('azure_waits_total', 'Waits before calls, by source and reason', [
    'source',
    'reason',
  ]);
  const waited = counter('azure_wait_seconds_total', 'Time waited before calls', ['source', 'reason']);
  for (const { source, reason, ...row } of await listWaitCounts(db)) {
    waits.inc({ source, reason }, row.waits);
    waited.inc({ source, reason }, row.waitedMs / 1000);
  }
  await addRuns(db, { counter, gauge });
  await addSources(db, gauge);
  return registry;
}

type Make<Metric> = (name: string, help: string, labelNames: string[]) => Metric;

async function addRuns(
  db: Db,
  { counter, gauge }: { counter: Make<Counter>; gauge: Make<Gauge> },
): Promise<void> {
  const ended = counter('sync_runs_total', 'Sync runs that have ended and are still held', [
    'kind',
    'status',
  ]);
  const took = counter('sync_run_seconds_total', 'Time those runs took', ['kind', 'status']);
  for (const { kind, status, runs, seconds } of await listRunCounts(db)) {
    ended.inc({ kind, status }, runs);
    took.inc({ kind, status }, Math.max(0, seconds));
  }
  const open = gauge('sync_runs', 'Sync runs that wait (queued), are done (running) or are paused', [
    ...['kind', 'status'],
  ]);
  for (const kind of ['full', 'refresh']) open.set({ kind, status: 'queued' }, 0);
  for (const { kind, status, runs } of await listUnderWayCounts(db)) open.set({ kind, status }, runs);
  gauge('sync_workers', 'Processes that only do sync runs', []).set(await countWorkers(db));
}

async function addSources(db: Db, gauge: Make<Gauge>): Promise<void> {
  const labels = ['source', 'outcome', 'failure'];
  const reads = gauge('source_reads', 'Things read of a source, by how the last try ended', labels);
  const rows = gauge('source_rows', 'Rows held of a source', ['source']);
  const oldest = gauge('source_oldest_timestamp_seconds', 'When the oldest read that counts was made', [
    'source',
  ]);
  const states = await listSourceStates(db);
  for (const { source, outcome, failure, reads: count } of states) {
    reads.set({ source, outcome, failure }, count);
  }
  for (const [source, same] of Map.groupBy(states, (state) => state.source)) {
    rows.set(
      { source },
      same.reduce((sum, state) => sum + state.rows, 0),
    );
    const dates = same.flatMap((state) => (state.oldest === null ? [] : [Date.parse(state.oldest)]));
    if (dates.length > 0) oldest.set({ source }, Math.min(...dates) / 1000);
  }
}
