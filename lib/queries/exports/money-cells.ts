import 'server-only';
import type { Money } from '../schemas/shared.ts';
import { belongsTo, number, text, type Cell, type Column } from './table.ts';

export const MONEY_COLUMNS: readonly Column[] = [
  text('currency'),
  ...[number('net')].map(belongsTo('net')),
  ...[number('gross')].map(belongsTo('cost')),
  ...[number('credit')].map(belongsTo('credit')),
  ...[number('missed'), number('missedAtMost')].map(belongsTo('missed')),
  ...[number('eligibleGross'), number('coverage')].map(belongsTo('coverage')),
];

/** A row for each currency, because amounts of several are never added; one without amounts where none was read. */
export const withMoney = (cells: readonly Cell[], totals: readonly Money[]): Cell[][] =>
  totals.length === 0
    ? [[...cells, ...MONEY_COLUMNS.map(() => null)]]
    : totals.map(({ currency, net, gross, credit, missed, missedAtMost, eligibleGross, coverage }) => [
        ...cells,
        ...[currency, net, gross, credit, missed, missedAtMost, eligibleGross, coverage],
      ]);
