import 'server-only';
import { listCustomers } from '#lib/db/customer-list.ts';
import { choosePeriod, type QueryContext } from '../context.ts';
import { customerFilter, parseCustomerSort, showCustomers } from '../customers.ts';
import type { ExportFilters } from '../schemas/exports.ts';
import { EVERY_ROW } from './every-row.ts';
import { MONEY_COLUMNS, withMoney } from './money-cells.ts';
import { belongsTo, inWindows, named, number, text, type ExportTable } from './table.ts';

const WINDOW = 2000;

export async function exportCustomers(
  context: QueryContext,
  query: ExportFilters<'customers'>,
): Promise<ExportTable> {
  const { period } = await choosePeriod(context, query.period);
  const filter = customerFilter(query, period, context);
  const customers = await listCustomers(context.db, filter, {
    sort: parseCustomerSort(query.sort),
    ...EVERY_ROW,
  });
  return {
    columns: [
      ...[text('period'), text('tenantId'), named('displayName', text('customer'))],
      ...[text('domain')].map(belongsTo('domain')),
      ...[text('owner')].map(belongsTo('owner')),
      ...[text('verdict'), text('mainCause')].map(belongsTo('verdict')),
      ...[number('subscriptions'), number('earning'), number('notEarning')].map(belongsTo('subscriptions')),
      ...[text('lastChange'), text('changedAt')].map(belongsTo('changed')),
      ...[text('asOf'), text('unread')],
      ...MONEY_COLUMNS,
    ],
    windows: () =>
      inWindows(customers, WINDOW, async (window) =>
        (await showCustomers(context, period, window)).flatMap(({ subscriptions, totals, ...row }) =>
          withMoney(
            [
              ...[period, row.tenantId, row.displayName, row.domain],
              ...[
                row.owner === null ? null : (row.owner.name ?? row.owner.personId),
                row.verdict,
                row.mainCause,
              ],
              ...[
                subscriptions.total,
                subscriptions.byVerdict.earning,
                subscriptions.byVerdict['not-earning'],
              ],
              ...[row.lastChange?.kind ?? null, row.lastChange?.at ?? null],
              ...[row.asOf, row.unread.join(' ')],
            ],
            totals,
          ),
        ),
      ),
  };
}
