import { z } from 'zod';
import { instant, period } from './shared.ts';

export const importId = z.string().regex(/^[0-9a-f]{64}$/);

export const costImport = z
  .object({
    id: importId.meta({ description: 'SHA-256 of the content' }),
    name: z.string(),
    kind: z.enum(['cost-details', 'daily-rated-usage', 'focus']),
    period,
    lastDay: z.string(),
    lines: z.number().int(),
    withoutCustomer: z
      .number()
      .int()
      .meta({ description: 'Lines that name no customer; they count for nobody' }),
    customers: z.number().int(),
    importedAt: instant,
    importedBy: z.string(),
  })
  .meta({ id: 'CostImport' });
export type CostImport = z.infer<typeof costImport>;

export const costImportList = z
  .object({ items: z.array(costImport), total: z.number().int() })
  .meta({ id: 'CostImportList' });
export type CostImportList = z.infer<typeof costImportList>;

export const importQuery = z.strictObject({
  name: z.string().min(1).max(200).meta({ description: 'Name of the file, to show' }),
  written: instant
    .optional()
    .meta({ description: 'When the file was written; of several of one month the last counts' }),
});
