import { and, inArray, lt, notInArray, sql } from 'drizzle-orm';
import { UNDER_WAY } from '#lib/core/sync-run.ts';
import type { Database } from './client.ts';
import type { Db } from './db.ts';
import { dropAllUnfinished } from './ended-runs.ts';
import { syncRuns, syncSteps } from './schema.ts';

/** Each night adds a step for every customer and source: those of older runs tell nothing that is not known better. */
const RUNS_WITH_STEPS = { full: 7, refresh: 50 } as const;
const RUNS_HELD_FOR = sql`interval '90 days'`;

export type TidiedDatabase = Pick<Database, 'db' | 'kind' | 'execute'>;

/** Drops the steps of older runs, and runs that are long over. */
export async function pruneRuns(db: Db): Promise<void> {
  const rows = await db.execute<{ id: string }>(sql`
    select id from (
      select id, kind, row_number() over (partition by kind order by started_at desc) as place from sync_runs
    ) as placed
    where place <= case kind when 'full' then ${RUNS_WITH_STEPS.full}::int else ${RUNS_WITH_STEPS.refresh}::int end`);
  const kept = rows.rows.map(({ id }) => id);
  if (kept.length === 0) return;
  await db.delete(syncSteps).where(notInArray(syncSteps.runId, kept));
  const isOld = lt(syncRuns.startedAt, sql`now() - ${RUNS_HELD_FOR}`);
  const under = inArray(syncRuns.status, [...UNDER_WAY]);
  await db.delete(syncRuns).where(and(isOld, notInArray(syncRuns.id, kept), sql`not ${under}`));
}

/**
 * What a run replaced leaves its room in the files: all of it is freed, table by table, so that pages are answered in
 * between. A server has autovacuum for that; the embedded database is tended only where much has changed
 * (`tend-tables.ts`).
 */
export async function tidyStore({ db, kind, execute }: TidiedDatabase): Promise<void> {
  // Before the steps go that tell of it.
  await dropAllUnfinished(db);
  await pruneRuns(db);
  if (kind !== 'embedded') return;
  const { rows } = await db.execute<{ name: string }>(sql`
    select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables order by relname`);
  for (const { name } of rows) await execute(`vacuum (analyze) ${name}`);
  // The log of what was written goes with it.
  await execute('checkpoint');
}
