import 'server-only';
import { findImportJob, listOpenImportJobs, type ImportJob } from '#lib/db/import-jobs.ts';
import { queryContext } from './context.ts';
import type { WorkNow } from './schemas/work.ts';
import { getRuns } from './sync-runs.ts';

/** What goes on now, in short: every open page asks again and again. Files are of many customers. */
export async function getWork({ import: followed }: { import?: string | undefined }): Promise<WorkNow> {
  const { db, visible } = await queryContext();
  const { items } = await getRuns({ limit: 1 });
  const seesFiles = visible.kind === 'all';
  const [job] = seesFiles ? await listOpenImportJobs(db) : [];
  const asked = seesFiles && followed !== undefined ? await findImportJob(db, followed) : null;
  return { run: items[0] ?? null, import: shortOf(job ?? null), followed: shortOf(asked) };
}

function shortOf(job: ImportJob | null): WorkNow['import'] {
  if (job === null) return null;
  const { id, name, state, bytes, bytesRead } = job;
  return { id, name, state, bytes, bytesRead };
}
