import { z } from 'zod';
import type { AuditAction } from '#lib/auth/audit.ts';
import { AUDIT_COLUMNS, columnsOf } from './columns.ts';
import { fileLanguage } from './file-language.ts';
import { instant, listCursor, listLimit, listOffset, listVersion, searchText } from './shared.ts';

export const AUDIT_ACTIONS = [
  'sign-in',
  'sign-out',
  'renewal',
  'refusal',
  'export',
  'import',
  'sync',
  'link-check',
  'link-change',
  'link-removal',
  'link-attestation',
  'settings',
  'people',
  'owner',
  'finding',
] as const satisfies readonly AuditAction[];

export type { AuditAction };

export const AUDIT_OUTCOMES = ['done', 'refused', 'failed'] as const;

const auditFilter = {
  action: z.enum(AUDIT_ACTIONS).optional(),
  outcome: z.enum(AUDIT_OUTCOMES).optional(),
  q: searchText.optional(),
  since: instant.optional(),
};

export const auditQuery = z.strictObject({
  ...auditFilter,
  limit: listLimit,
  cursor: listCursor.optional(),
});
export type AuditQuery = z.infer<typeof auditQuery>;

/** The page shows of each row what its address asks for. */
export const auditPageQuery = auditQuery.extend({ columns: columnsOf(AUDIT_COLUMNS).optional() });
export type AuditPageQuery = z.infer<typeof auditPageQuery>;

export const auditExportQuery = z.strictObject({
  ...auditFilter,
  format: z.enum(['csv']).default('csv'),
  language: fileLanguage,
});
export type AuditExportQuery = z.infer<typeof auditExportQuery>;

export const auditEntry = z
  .object({
    id: z.number().int(),
    at: instant,
    actor: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
    action: z.string(),
    outcome: z.enum(AUDIT_OUTCOMES),
    target: z.string().nullable(),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    address: z.string().nullable().meta({ description: 'Known only behind a configured proxy' }),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof auditEntry>;

export const auditList = z.object({
  items: z.array(auditEntry),
  nextCursor: z.string().nullable(),
  total: z.number().int(),
  unfilteredTotal: z.number().int(),
  byOutcome: z
    .record(z.enum(AUDIT_OUTCOMES), z.number().int())
    .meta({ description: 'Of all entries that match' }),
  offset: listOffset,
  version: listVersion,
});
export type AuditList = z.infer<typeof auditList>;
