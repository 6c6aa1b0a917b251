import { and, eq, isNotNull, notInArray } from 'drizzle-orm';
import type { Instant } from '#lib/core/periods.ts';
import { UNDER_WAY } from '#lib/core/sync-run.ts';
import type { Db } from './db.ts';
import { dropAnswersOfRun } from './kept-answers.ts';
import { deleteFacts } from './reads.ts';
import { cancelSteps, isUnended } from './runs.ts';
import { syncRuns, syncSteps } from './schema.ts';

/**
 * Drops what an ended run had stored of reads that it had not read to their end; what it read to the end counts. Its
 * end is stored before, by itself: a page locks rows and then the run, and nobody may hold the run and want rows.
 */
export const dropUnfinished = (db: Db, runId: string, at: Instant): Promise<void> =>
  db.transaction(async (tx) => {
    await dropAnswersOfRun(tx, runId);
    for (const { source, readId } of await cancelSteps(tx, runId, at)) {
      if (source !== 'judge' && readId !== null) await deleteFacts(tx, source, readId);
    }
  });

/** As dropUnfinished, of every run that failed, or was cancelled by a process that died before it had dropped it. */
export async function dropAllUnfinished(db: Db): Promise<void> {
  const left = await db
    .selectDistinct({ runId: syncRuns.id, endedAt: syncRuns.endedAt })
    .from(syncSteps)
    .innerJoin(syncRuns, eq(syncRuns.id, syncSteps.runId))
    .where(and(isUnended, isNotNull(syncRuns.endedAt), notInArray(syncRuns.status, [...UNDER_WAY])));
  for (const { runId, endedAt } of left) if (endedAt !== null) await dropUnfinished(db, runId, endedAt);
}
