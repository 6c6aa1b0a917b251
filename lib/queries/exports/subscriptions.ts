import 'server-only';
import { listSubscriptionPage } from '#lib/db/subscription-list.ts';
import { choosePeriod, type QueryContext } from '../context.ts';
import { getRates } from '../money.ts';
import type { SubscriptionsQuery } from '../schemas/subscriptions.ts';
import { parseSubscriptionSort, subscriptionFilter, withMoney as withTotals } from '../subscriptions.ts';
import { EVERY_ROW } from './every-row.ts';
import { MONEY_COLUMNS, withMoney } from './money-cells.ts';
import { inWindows, text, type ExportTable } from './table.ts';

const WINDOW = 2000;

export async function exportSubscriptions(
  context: QueryContext,
  query: Omit<SubscriptionsQuery, 'limit' | 'cursor'>,
): Promise<ExportTable> {
  const { period } = await choosePeriod(context, query.period);
  const filter = subscriptionFilter(query, period, context);
  const rates = await getRates(context, period);
  const page = { sort: parseSubscriptionSort(query.sort), ...EVERY_ROW };
  const { subscriptions } = await listSubscriptionPage(context.db, filter, page);
  return {
    columns: [
      ...['period', 'subscriptionId', 'displayName', 'tenantId', 'customer', 'state', 'offer'].map(text),
      ...['linked', 'linkedHow', 'access', 'credit', 'verdict', 'basis', 'cause', 'alsoCauses', 'asOf'].map(
        text,
      ),
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
