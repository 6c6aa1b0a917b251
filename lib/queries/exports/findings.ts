import 'server-only';
import { listFindings } from '#lib/db/finding-list.ts';
import type { QueryContext } from '../context.ts';
import { findingFilter, parseFindingSort } from '../findings.ts';
import type { ExportQuery } from '../schemas/exports.ts';
import { showFindings } from '../show-finding.ts';
import { EVERY_ROW } from './every-row.ts';
import { MONEY_COLUMNS, withMoney } from './money-cells.ts';
import { belongsTo, inWindows, text, type ExportTable } from './table.ts';

const WINDOW = 1000;

export async function exportFindings(
  context: QueryContext,
  query: Omit<ExportQuery<'findings'>, 'format'>,
): Promise<ExportTable> {
  const page = { sort: parseFindingSort(query.sort), ...EVERY_ROW };
  const findings = await listFindings(context.db, findingFilter(query, context), page);
  return {
    columns: [
      ...['id', 'cause'].map(text),
      ...['severity'].map(text).map(belongsTo('missed')),
      ...['verdict', 'state'].map(text).map(belongsTo('state')),
      ...[text('owner')].map(belongsTo('owner')),
      ...['tenantId', 'customer'].map(text).map(belongsTo('customer')),
      ...['subscriptionId', 'subscription'].map(text),
      ...['since', 'judgedAt'].map(text).map(belongsTo('since')),
      ...['note', 'steps'].map(text).map(belongsTo('owner')),
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
