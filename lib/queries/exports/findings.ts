import 'server-only';
import { listFindingPage } from '#lib/db/finding-list.ts';
import type { QueryContext } from '../context.ts';
import { findingFilter, parseFindingSort } from '../findings.ts';
import type { FindingsQuery } from '../schemas/findings.ts';
import { showFindings } from '../show-finding.ts';
import { EVERY_ROW } from './every-row.ts';
import { MONEY_COLUMNS, withMoney } from './money-cells.ts';
import { inWindows, text, type ExportTable } from './table.ts';

const WINDOW = 1000;

export async function exportFindings(
  context: QueryContext,
  query: Omit<FindingsQuery, 'limit' | 'cursor'>,
): Promise<ExportTable> {
  const page = { sort: parseFindingSort(query.sort), ...EVERY_ROW };
  const { findings } = await listFindingPage(context.db, findingFilter(query, context), page);
  return {
    columns: [
      ...['id', 'cause', 'severity', 'verdict', 'state', 'owner', 'tenantId', 'customer'].map(text),
      ...['subscriptionId', 'subscription', 'since', 'judgedAt', 'note', 'steps'].map(text),
      ...MONEY_COLUMNS,
    ],
    windows: () =>
      inWindows(findings, WINDOW, async (window) =>
        (await showFindings(context, window)).flatMap((row) =>
          withMoney(
            [
              ...[row.id, row.cause, row.severity, row.verdict, row.state],
              row.owner === null ? null : (row.owner.name ?? row.owner.personId),
              ...[row.tenantId, row.customerName, row.subscriptionId, row.subscriptionName],
              ...[row.since, row.judgedAt, row.note, row.remedy?.steps.join('\n') ?? null],
            ],
            row.missed,
          ),
        ),
      ),
  };
}
