import 'server-only';
import { listCosts } from '#lib/db/cost-list.ts';
import { choosePeriod, type QueryContext } from '../context.ts';
import { chooseBase, costFilter, parseCostSort } from '../costs.ts';
import { fractionsOf, getRates } from '../money.ts';
import type { CostGroup, CostsQuery } from '../schemas/costs.ts';
import { EVERY_ROW } from './every-row.ts';
import {
  belongsTo,
  inWindows,
  number,
  text,
  type Cell,
  type Column,
  type ExportTable,
  type Head,
} from './table.ts';

const WINDOW = 5000;
type Row = Awaited<ReturnType<typeof listCosts>>['rows'][number];

/** Columns of each key, and what a row has in them. */
const KEYS: Record<CostGroup, { columns: readonly Head[]; cellsOf: (row: Row) => Cell[] }> = {
  customer: { columns: ['tenantId', 'customer'], cellsOf: (row) => [row.customer, row.customerName] },
  subscription: {
    columns: ['subscriptionId', 'subscription'],
    cellsOf: (row) => [row.subscription, row.subscriptionName],
  },
  resourceGroup: { columns: ['resourceGroup'], cellsOf: (row) => [row.resourceGroup] },
  service: { columns: ['service'], cellsOf: (row) => [row.service] },
  class: { columns: ['class'], cellsOf: (row) => [row.class] },
  day: { columns: ['day'], cellsOf: (row) => [row.day] },
  credited: { columns: ['credited'], cellsOf: (row) => [row.credited] },
};

const AMOUNTS: readonly Column[] = [
  ...[number('net')].map(belongsTo('net')),
  ...[number('gross')].map(belongsTo('cost')),
  ...[number('credit')].map(belongsTo('credit')),
  ...[number('missed'), number('missedAtMost')].map(belongsTo('missed')),
];

export async function exportCosts(
  context: QueryContext,
  query: Omit<CostsQuery, 'limit' | 'cursor'>,
): Promise<ExportTable> {
  const { period } = await choosePeriod(context, query.period);
  const groupBy = query.groupBy ?? ['customer'];
  const filter = costFilter(query, { period, visible: context.visible });
  const { rows } = await listCosts(context.db, chooseBase(groupBy, query), {
    filter,
    page: { groupBy, sort: parseCostSort(query.sort, groupBy), ...EVERY_ROW },
    rates: fractionsOf(await getRates(context, period)),
  });
  const keys = groupBy.map((key) => KEYS[key]);
  return {
    columns: [
      text('period'),
      ...keys.flatMap(({ columns }) => columns.map(text)),
      text('currency'),
      ...AMOUNTS,
    ],
    windows: () =>
      inWindows(rows, WINDOW, (window) =>
        Promise.resolve(
          window.map((row) => [
            period,
            ...keys.flatMap(({ cellsOf }) => cellsOf(row)),
            ...[row.currency, row.net, row.gross, row.credit, row.missed, row.missedAtMost],
          ]),
        ),
      ),
  };
}
