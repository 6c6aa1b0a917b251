import 'server-only';
import { listChanges } from '#lib/db/changes.ts';
import { changeFilter, showChanges } from '../changes.ts';
import type { QueryContext } from '../context.ts';
import type { ExportFilters } from '../schemas/exports.ts';
import { EVERY_ROW } from './every-row.ts';
import { belongsTo, inWindows, named, number, text, type ExportTable } from './table.ts';

const WINDOW = 1000;

export async function exportChanges(
  context: QueryContext,
  query: ExportFilters<'changes'>,
): Promise<ExportTable> {
  const changes = await listChanges(context.db, changeFilter(query, context), EVERY_ROW);
  return {
    columns: [
      ...[number('id'), text('at')],
      ...[named('kind', text('change')), text('source')].map(belongsTo('what')),
      ...[text('tenantId'), text('customer')].map(belongsTo('customer')),
      ...[text('subscriptionId'), text('subscription')].map(belongsTo('subscription')),
      ...[text('before'), text('after')].map(belongsTo('detail')),
    ],
    windows: () =>
      inWindows(changes, WINDOW, async (window) =>
        (await showChanges(context, window)).map((row) => [
          ...[row.id, row.at, row.kind, row.source, row.tenantId, row.customerName],
          ...[row.subscriptionId, row.subscriptionName, jsonOf(row.before), jsonOf(row.after)],
        ]),
      ),
  };
}

const jsonOf = (side: object | null): string | null => (side === null ? null : JSON.stringify(side));
