import 'server-only';
import { listFindings } from '#lib/db/finding-list.ts';
import type { QueryContext } from '../context.ts';
import { findingFilter, parseFindingSort } from '../findings.ts';
import type { ReaderWords } from '../reader-words.ts';
import type { ExportFilters } from '../schemas/exports.ts';
import { showFindings } from '../show-finding.ts';
import { EVERY_ROW } from './every-row.ts';
import { MONEY_COLUMNS, withMoney } from './money-cells.ts';
import { belongsTo, inWindows, text, type ExportTable } from './table.ts';

const WINDOW = 1000;

export async function exportFindings(
  context: QueryContext,
  query: ExportFilters<'findings'>,
  words: ReaderWords,
): Promise<ExportTable> {
  const page = { sort: parseFindingSort(query.sort), ...EVERY_ROW };
  const findings = await listFindings(context.db, findingFilter(query, context), page);
  return {
    columns: [
      ...[text('id'), text('cause')],
      ...[text('severity')].map(belongsTo('missed')),
      ...[text('verdict'), text('state')].map(belongsTo('state')),
      ...[text('owner')].map(belongsTo('owner')),
      ...[text('tenantId'), text('customer')].map(belongsTo('customer')),
      ...[text('subscriptionId'), text('subscription')],
      ...[text('since'), text('judgedAt')].map(belongsTo('since')),
      ...[text('note'), text('steps')].map(belongsTo('owner')),
      ...MONEY_COLUMNS,
    ],
    windows: () =>
      inWindows(findings, WINDOW, async (window) =>
        (await showFindings(context, window, words)).flatMap((row) =>
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
