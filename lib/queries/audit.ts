import 'server-only';
import { recordAudit } from '#lib/auth/audit.ts';
import {
  countAudit,
  listAudit,
  listAuditBefore,
  type AuditEntry as StoredEntry,
  type AuditFilter,
} from '#lib/db/audit.ts';
import { nextCursor, parseCursor } from './bad-query.ts';
import { queryContext } from './context.ts';
import { csvLine } from './csv.ts';
import { csvStyleOf } from './csv-style.ts';
import type { AuditEntry, AuditExportQuery, AuditList, AuditQuery } from './schemas/audit.ts';
import type { RowsWindow } from './schemas/rows.ts';

const EXPORT_PAGE = 1000;

const filterOf = ({ action, outcome, q, since }: Omit<AuditExportQuery, 'format'>): AuditFilter => ({
  action: action ?? null,
  outcome: outcome ?? null,
  q: q?.trim() || null,
  since: since ?? null,
});

/** Who did what, newest first; for administrators. */
export async function getAudit(query: AuditQuery): Promise<AuditList> {
  const offset = parseCursor(query.cursor);
  const window = await getAuditRows({ ...query, offset });
  const { db } = await queryContext('Pec.Admin');
  const isFiltered = Object.values(filterOf(query)).some((value) => value !== null);
  return {
    ...window,
    unfilteredTotal: isFiltered ? await countAudit(db, filterOf({})) : window.total,
    nextCursor: nextCursor(offset, window.items.length, window.total),
  };
}

type WindowQuery = Omit<AuditQuery, 'cursor'> & { offset: number };

/** Some rows of a view. Entries are only ever added, so that their number is their version. */
export async function getAuditRows({
  offset,
  limit,
  ...query
}: WindowQuery): Promise<RowsWindow<AuditEntry> & Pick<AuditList, 'byOutcome'>> {
  const { db } = await queryContext('Pec.Admin');
  const { entries, total, byOutcome } = await listAudit(db, filterOf(query), { limit, offset });
  return { items: entries.map(showEntry), total, byOutcome, offset, version: String(total) };
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
] as const;

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
  const { heads, dialect } = csvStyleOf(HEADINGS, query.language);
  async function* lines(): AsyncGenerator<string> {
    yield csvLine(heads, dialect);
    let before: number | null = null;
    for (;;) {
      // Again for each page: the session may have ended since.
      await queryContext('Pec.Admin');
      const page: StoredEntry[] = await listAuditBefore(db, filter, { before, limit: EXPORT_PAGE });
      yield page.map((entry) => csvLine(cellsOf(entry), dialect)).join('');
      before = page.at(-1)?.id ?? null;
      if (before === null || page.length < EXPORT_PAGE) return;
    }
  }
  return lines();
}

const cellsOf = (entry: StoredEntry): (string | number | null)[] => [
  ...[entry.id, entry.at, entry.actorKind, entry.actorId, entry.actorName, entry.action, entry.outcome],
  ...[entry.target, JSON.stringify(entry.detail), entry.address],
];

const showEntry = ({ actorKind, actorId, actorName, ...entry }: StoredEntry): AuditEntry => ({
  ...entry,
  actor: { kind: actorKind, id: actorId, name: actorName },
});
