import 'server-only';
import { listSubscriptions } from '#lib/db/subscription-list.ts';
import { choosePeriod, type QueryContext } from '../context.ts';
import { getRates } from '../money.ts';
import type { ReaderWords } from '../reader-words.ts';
import type { ExportFilters } from '../schemas/exports.ts';
import { parseSubscriptionSort, subscriptionFilter, withMoney as withTotals } from '../subscriptions.ts';
import { EVERY_ROW } from './every-row.ts';
import { MONEY_COLUMNS, withMoney } from './money-cells.ts';
import { belongsTo, inWindows, named, text, type ExportTable } from './table.ts';

const WINDOW = 2000;

export async function exportSubscriptions(
  context: QueryContext,
  query: ExportFilters<'subscriptions'>,
  words: ReaderWords,
): Promise<ExportTable> {
  const { period } = await choosePeriod(context, query.period);
  const filter = subscriptionFilter(query, period, context);
  const rates = await getRates(context, period);
  const page = { sort: parseSubscriptionSort(query.sort), ...EVERY_ROW, total: null };
  const subscriptions = await listSubscriptions(context.db, filter, page);
  return {
    columns: [
      ...[text('period'), text('subscriptionId'), named('displayName', text('subscription'))],
      ...[text('tenantId'), text('customer')].map(belongsTo('customer')),
      ...[text('state'), text('offer')].map(belongsTo('state')),
      ...[text('linked'), text('linkedHow')].map(belongsTo('linked')),
      ...[text('access')].map(belongsTo('access')),
      ...[text('creditProven')].map(belongsTo('credited')),
      ...[text('verdict'), text('basis'), text('cause'), text('alsoCauses')].map(belongsTo('verdict')),
      text('asOf'),
      ...MONEY_COLUMNS,
    ],
    windows: () =>
      inWindows(subscriptions, WINDOW, async (rows) =>
        (await withTotals(context.db, period, { rows, rates, words })).flatMap(
          ({ customer, totals, ...row }) =>
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
