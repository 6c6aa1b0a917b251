import 'server-only';
import { recordAudit } from '#lib/auth/audit.ts';
import { areaTexts } from '#lib/texts/area-texts.ts';
import type { Language } from '#lib/texts/languages.ts';
import { makeTranslator } from '#lib/texts/translator.ts';
import { queryContext, type QueryContext } from '../context.ts';
import { csvDialectOf, PLAIN_CSV } from '../csv.ts';
import { wordsFor, type ReaderWords } from '../reader-words.ts';
import type { ExportedList, ExportFilters, ExportFormat, ExportQuery } from '../schemas/exports.ts';
import { exportChanges } from './changes.ts';
import { exportCosts } from './costs.ts';
import { csvFile } from './csv-file.ts';
import { exportCustomers } from './customers.ts';
import { exportFindings } from './findings.ts';
import { exportLinks } from './links.ts';
import { exportRoles } from './roles.ts';
import { exportSubscriptions } from './subscriptions.ts';
import { pickColumns, type ExportTable } from './table.ts';
import { xlsxFile } from './xlsx-file.ts';

const EXPORTS: {
  [List in ExportedList]: (
    context: QueryContext,
    query: ExportFilters<List>,
    words: ReaderWords,
  ) => Promise<ExportTable>;
} = {
  customers: exportCustomers,
  subscriptions: exportSubscriptions,
  costs: exportCosts,
  findings: exportFindings,
  links: exportLinks,
  roles: exportRoles,
  changes: exportChanges,
};

export type ExportedFile = { name: string; format: ExportFormat; bytes: AsyncGenerator<Uint8Array> };

/** Exactly the rows that a view holds, as a file. That somebody took them is in the audit. */
export async function exportList<List extends ExportedList>(
  list: List,
  { format, language, ...query }: ExportQuery<List>,
): Promise<ExportedFile> {
  const context = await queryContext();
  // The rest of the query is what its own schema holds besides the format.
  const everything = await EXPORTS[list](
    context,
    query as unknown as ExportFilters<List>,
    wordsFor(language ?? 'program'),
  );
  const table = pickColumns(everything, shownIn(query));
  const heads = headsOf(table, language ?? null);
  const dialect = language === undefined ? PLAIN_CSV : csvDialectOf(language);
  await recordAudit(context.actor, {
    action: 'export',
    outcome: 'done',
    target: list,
    detail: { format, filters: new URLSearchParams(textsOf(query)).toString() },
  });
  return {
    name: `pecboard-${list}.${format}`,
    format,
    bytes: format === 'csv' ? csvFile(table, { heads, dialect }) : xlsxFile(table, heads),
  };
}

/** Programs know columns by their names, people by what they are called in lists. */
function headsOf({ columns }: ExportTable, language: Language | null): string[] {
  if (language === null) return columns.map(({ name }) => name);
  const t = makeTranslator(language, 'fileHeads', areaTexts(language, 'fileHeads'));
  return columns.map(({ head }) => t(head));
}

/** Lists whose page can leave columns out. */
const shownIn = (query: { columns?: string | undefined }): string | null => query.columns ?? null;

const textsOf = (query: object): [string, string][] =>
  Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
