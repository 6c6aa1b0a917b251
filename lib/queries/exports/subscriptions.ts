import 'server-only';
import { listSubscriptions } from '#lib/db/subscription-list.ts';
import { choosePeriod, type QueryContext } from '../context.ts';
import { getRates } from '../money.ts';
import type { ExportQuery } from '../schemas/exports.ts';
import { parseSubscriptionSort, subscriptionFilter, withMoney as withTotals } from '../subscriptions.ts';
import { EVERY_ROW } from './every-row.ts';
import { MONEY_COLUMNS, withMoney } from './money-cells.ts';
import { belongsTo, inWindows, text, type ExportTable } from './table.ts';

const WINDOW = 2000;

export async function exportSubscriptions(
  context: QueryContext,
  query: Omit<ExportQuery<'subscriptions'>, 'format'>,
): Promise<ExportTable> {
  const { period } = await choosePeriod(context, query.period);
  const filter = subscriptionFilter(query, period, context);
  const rates = await getRates(context, period);
  const page = { sort: parseSubscriptionSort(query.sort), ...EVERY_ROW, total: null };
  const subscriptions = await listSubscriptions(context.db, filter, page);
  return {
    columns: [
      ...['period', 'subscriptionId', 'displayName'].map(text),
      ...['tenantId', 'customer'].map(text).map(belongsTo('customer')),
      ...['state', 'offer'].map(text).map(belongsTo('state')),
      ...['linked', 'linkedHow'].map(text).map(belongsTo('linked')),
      ...[text('access')].map(belongsTo('access')),
      ...[text('credit')].map(belongsTo('credited')),
      ...['verdict', 'basis', 'cause', 'alsoCauses'].map(text).map(belongsTo('verdict')),
      text('asOf'),
      ...MONEY_COLUMNS,
    ],
    windows: () =>
      inWindows(subscriptions, WINDOW, async (rows) =>
        (await withTotals(context.db, period, { rows, rates })).flatMap(({ customer, totals, ...row }) =>
          withMoney(
            [
              ...[period, row.subscriptionId, row.displayName, customer.tenantId, customer.displayName],
              ...[row.state, row.offer, row.linked, row.linkedHow, row.access, row.credit],
              ...[row.verdict, row.basis, row.cause, row.alsoCauses.join(' '), row.asOf],
            ],
            totals,
          ),
        ),
      ),
  };
}
