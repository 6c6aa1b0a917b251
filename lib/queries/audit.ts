import 'server-only';
import { recordAudit } from '#lib/auth/audit.ts';
import {
  listAudit,
  listAuditBefore,
  type AuditEntry as StoredEntry,
  type AuditFilter,
} from '#lib/db/audit.ts';
import { nextCursor, parseCursor } from './bad-query.ts';
import { queryContext } from './context.ts';
import { csvLine } from './csv.ts';
import type { AuditEntry, AuditExportQuery, AuditList, AuditQuery } from './schemas/audit.ts';

const EXPORT_PAGE = 1000;

const filterOf = ({ action, outcome, q, since }: Omit<AuditExportQuery, 'format'>): AuditFilter => ({
  action: action ?? null,
  outcome: outcome ?? null,
  q: q?.trim() || null,
  since: since ?? null,
});

/** Who did what, newest first; for administrators. */
export async function getAudit(query: AuditQuery): Promise<AuditList> {
  const { db } = await queryContext('Pec.Admin');
  const offset = parseCursor(query.cursor);
  const { entries, total } = await listAudit(db, filterOf(query), { limit: query.limit, offset });
  return { items: entries.map(showEntry), nextCursor: nextCursor(offset, entries.length, total), total };
}

const HEADINGS = [
  'id',
  'at',
  'actorKind',
  'actorId',
  'actorName',
  'action',
  'outcome',
  'target',
  'detail',
  'address',
];

/** All that matches, as CSV, page by page. The export is in the audit itself. */
export async function exportAudit(query: AuditExportQuery): Promise<AsyncGenerator<string>> {
  const { db, actor } = await queryContext('Pec.Admin');
  await recordAudit(actor, {
    action: 'export',
    outcome: 'done',
    target: 'audit',
    detail: { format: query.format },
  });
  const filter = filterOf(query);
  async function* lines(): AsyncGenerator<string> {
    yield csvLine(HEADINGS);
    let before: number | null = null;
    for (;;) {
      // Again for each page: the session may have ended since.
      await queryContext('Pec.Admin');
      const page: StoredEntry[] = await listAuditBefore(db, filter, { before, limit: EXPORT_PAGE });
      yield page.map(lineOf).join('');
      before = page.at(-1)?.id ?? null;
      if (before === null || page.length < EXPORT_PAGE) return;
    }
  }
  return lines();
}

const lineOf = (entry: StoredEntry): string =>
  csvLine([
    ...[entry.id, entry.at, entry.actorKind, entry.actorId, entry.actorName, entry.action, entry.outcome],
    ...[entry.target, JSON.stringify(entry.detail), entry.address],
  ]);

const showEntry = ({ actorKind, actorId, actorName, ...entry }: StoredEntry): AuditEntry => ({
  ...entry,
  actor: { kind: actorKind, id: actorId, name: actorName },
});
