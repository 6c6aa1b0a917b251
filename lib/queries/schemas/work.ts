import { z } from 'zod';
import { IMPORT_STATES } from '#lib/core/import-job.ts';
import { importId } from './imports.ts';
import { syncRun } from './sync.ts';

export const workQuery = z.strictObject({
  import: importId.optional().meta({ description: 'A file that is followed to its end' }),
});

const importWork = z.object({
  id: importId,
  name: z.string(),
  state: z.enum(IMPORT_STATES),
  bytes: z.number().int().nullable(),
  bytesRead: z.number().int().nullable(),
});

export const work = z
  .object({
    run: syncRun.nullable().meta({ description: 'The newest sync run' }),
    import: importWork.nullable().meta({ description: 'A file that is being read' }),
    followed: importWork.nullable().meta({ description: 'The file asked for, ended or not' }),
  })
  .meta({ id: 'Work' });
export type WorkNow = z.infer<typeof work>;
