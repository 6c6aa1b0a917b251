import { and, desc, eq, ne, notInArray, sql } from 'drizzle-orm';
import { ENDED_STATES, type EndedState, type ImportState } from '#lib/core/import-job.ts';
import type { Instant } from '#lib/core/periods.ts';
import type { Db } from './db.ts';
import { importJobs } from './schema.ts';
import type { Visibility } from './visible-customers.ts';

export type ImportJob = typeof importJobs.$inferSelect;
export type NewImportJob = Pick<ImportJob, 'id' | 'name' | 'way' | 'bytes' | 'requestedBy'>;

const isOpen = notInArray(importJobs.state, [...ENDED_STATES]);

/** Takes a file up anew, unless it is being worked at: false then. */
export async function openImportJob(db: Db, job: NewImportJob, at: Instant): Promise<boolean> {
  const values = {
    ...job,
    state: 'waiting' as const,
    bytesRead: 0,
    reason: null,
    startedAt: at,
    heartbeatAt: at,
    endedAt: null,
  };
  const opened = await db
    .insert(importJobs)
    .values(values)
    .onConflictDoUpdate({
      target: importJobs.id,
      set: values,
      setWhere: sql`${importJobs.endedAt} is not null`,
    })
    .returning({ id: importJobs.id });
  return opened.length > 0;
}

type Moved = { state: Exclude<ImportState, EndedState>; bytesRead: number; at: Instant };

/** Tells how far an import is; false where somebody gave it up meanwhile. */
export async function moveImportJob(db: Db, id: string, { at, ...moved }: Moved): Promise<boolean> {
  const [row] = await db
    .update(importJobs)
    .set({
      state: sql`case when ${importJobs.state} = 'cancelling' then 'cancelling' else ${moved.state} end`,
      bytesRead: moved.bytesRead,
      heartbeatAt: at,
    })
    .where(and(eq(importJobs.id, id), isOpen))
    .returning({ state: importJobs.state });
  return row !== undefined && row.state !== 'cancelling';
}

export async function endImportJob(
  db: Db,
  id: string,
  { state, reason, at }: { state: EndedState; reason: string | null; at: Instant },
): Promise<void> {
  await db
    .update(importJobs)
    .set({ state, reason, heartbeatAt: at, endedAt: at })
    .where(eq(importJobs.id, id));
}

/** Asks whoever works at the import to give it up; null where there is none of this id, else its state now. */
export async function cancelImportJob(db: Db, id: string): Promise<ImportState | null> {
  await db
    .update(importJobs)
    .set({ state: 'cancelling' })
    .where(and(eq(importJobs.id, id), isOpen));
  return (await findImportJob(db, id))?.state ?? null;
}

export async function findImportJob(db: Db, id: string): Promise<ImportJob | null> {
  const [row] = await db.select().from(importJobs).where(eq(importJobs.id, id));
  return row ?? null;
}

/** Newest first; without those that were taken back. */
export const listImportJobs = async (db: Db, visible: Visibility): Promise<ImportJob[]> =>
  visible.kind === 'all'
    ? db
        .select()
        .from(importJobs)
        .where(ne(importJobs.state, 'undone'))
        .orderBy(desc(importJobs.startedAt), importJobs.id)
    : [];

/** Runs of one month of one export that were taken from a container. */
export const listContainerJobs = async (db: Db, folder: string): Promise<ImportJob[]> =>
  db
    .select()
    .from(importJobs)
    .where(and(eq(importJobs.way, 'container'), sql`starts_with(${importJobs.name}, ${folder})`));

export const listOpenImportJobs = async (db: Db): Promise<ImportJob[]> =>
  db.select().from(importJobs).where(isOpen);

/** Forgets a file that was given. */
export async function deleteImportJob(db: Db, id: string): Promise<void> {
  await db.delete(importJobs).where(eq(importJobs.id, id));
}
