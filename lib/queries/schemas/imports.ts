import { z } from 'zod';
import { fileLanguage } from './file-language.ts';
import { IMPORT_STATES, IMPORT_WAYS } from '#lib/core/import-job.ts';
import { amount, instant, money, period } from './shared.ts';

export const importId = z.string().regex(/^[0-9a-f]{64}$/);

export const IMPORT_KINDS = [
  'cost-details',
  'daily-rated-usage',
  'focus',
  'reconciliation',
  'line-items',
] as const;

const importMonth = z
  .object({
    period,
    totals: z.array(money),
    customers: z.object({
      counting: z
        .number()
        .int()
        .meta({ description: 'Customers whose cost of the month comes from this file' }),
      otherFile: z.number().int().meta({ description: 'Customers for whom another file counts' }),
      azure: z.number().int().meta({ description: 'Customers for whom counts what Azure answered' }),
    }),
  })
  .meta({ id: 'ImportMonth' });
export type ImportMonth = z.infer<typeof importMonth>;

export const costImport = z
  .object({
    id: importId.meta({ description: 'SHA-256 of the content' }),
    name: z.string(),
    way: z.enum(IMPORT_WAYS),
    state: z.enum(IMPORT_STATES),
    bytes: z.number().int().nullable(),
    bytesRead: z.number().int().nullable(),
    reason: z.string().nullable().meta({ description: 'Why it was not imported' }),
    startedAt: instant,
    endedAt: instant.nullable(),
    importedBy: z.string(),
    kind: z
      .enum(IMPORT_KINDS)
      .nullable()
      .meta({ description: 'null, as what follows: nothing of it counts' }),
    rows: z.number().int().nullable().meta({ description: 'Lines that were read' }),
    rejected: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'Lines that could not be read and count nowhere' }),
    withoutCustomer: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'Lines that name no customer; they count for nobody' }),
    isAmortised: z.boolean().nullable().meta({
      description:
        'The price of commitments is spread over their days: it counts only where nothing else does',
    }),
    customers: z.number().int().nullable(),
    lastDay: z.string().nullable(),
    periods: z.array(period),
    totals: z
      .array(z.object({ currency: z.string(), net: amount }))
      .meta({ description: 'Of all its lines' }),
    months: z.array(importMonth),
  })
  .meta({ id: 'CostImport' });
export type CostImport = z.infer<typeof costImport>;

export const costImportList = z
  .object({ items: z.array(costImport), total: z.number().int() })
  .meta({ id: 'CostImportList' });
export type CostImportList = z.infer<typeof costImportList>;

export const importStarted = z
  .object({ id: importId, known: z.boolean().meta({ description: 'The same file counts already' }) })
  .meta({ id: 'ImportStarted' });
export type ImportStarted = z.infer<typeof importStarted>;

export const importQuery = z.strictObject({
  name: z.string().min(1).max(200).optional().meta({ description: 'Name of the file, to show' }),
  written: instant
    .optional()
    .meta({ description: 'When the file was written; of several of one month the last counts' }),
});

export const rejectedQuery = z.strictObject({ language: fileLanguage });
