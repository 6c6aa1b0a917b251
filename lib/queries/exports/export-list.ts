import 'server-only';
import { recordAudit } from '#lib/auth/audit.ts';
import { queryContext, type QueryContext } from '../context.ts';
import type { ExportedList, ExportFormat, ExportQuery } from '../schemas/exports.ts';
import { exportCosts } from './costs.ts';
import { csvFile } from './csv-file.ts';
import { exportCustomers } from './customers.ts';
import { exportFindings } from './findings.ts';
import { exportLinks } from './links.ts';
import { exportRoles } from './roles.ts';
import { exportSubscriptions } from './subscriptions.ts';
import { pickColumns, type ExportTable } from './table.ts';
import { xlsxFile } from './xlsx-file.ts';

type Filters<List extends ExportedList> = Omit<ExportQuery<List>, 'format'>;

const EXPORTS: {
  [List in ExportedList]: (context: QueryContext, query: Filters<List>) => Promise<ExportTable>;
} = {
  customers: exportCustomers,
  subscriptions: exportSubscriptions,
  costs: exportCosts,
  findings: exportFindings,
  links: exportLinks,
  roles: exportRoles,
};

export type ExportedFile = { name: string; format: ExportFormat; bytes: AsyncGenerator<Uint8Array> };

/** Exactly the rows that a view holds, as a file. That somebody took them is in the audit. */
export async function exportList<List extends ExportedList>(
  list: List,
  { format, ...query }: ExportQuery<List>,
): Promise<ExportedFile> {
  const context = await queryContext();
  // The rest of the query is what its own schema holds besides the format.
  const everything = await EXPORTS[list](context, query as unknown as Filters<List>);
  const table = pickColumns(everything, shownIn(query));
  await recordAudit(context.actor, {
    action: 'export',
    outcome: 'done',
    target: list,
    detail: { format, filters: new URLSearchParams(textsOf(query)).toString() },
  });
  return {
    name: `pecboard-${list}.${format}`,
    format,
    bytes: format === 'csv' ? csvFile(table) : xlsxFile(table),
  };
}

/** Lists whose page can leave columns out. */
const shownIn = (query: { columns?: string | undefined }): string | null => query.columns ?? null;

const textsOf = (query: object): [string, string][] =>
  Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
