import { classOfFlag } from '#lib/core/cost-classes.ts';
import type { DailyCost } from '#lib/core/facts.ts';
import { AzureFailure } from '../failure.ts';
import {
  isBlank,
  parseAmount,
  parseCredited,
  parseCurrency,
  parseSubscriptionCell,
  parseUsageDate,
} from './cells.ts';
import type { CostDimensions } from './dimensions.ts';
import type { CostCell, CostTable } from './wire.ts';

export const AMOUNT = 'Cost';
export const AMOUNT_USD = 'CostUSD';

type Row = { cells: readonly CostCell[]; index: number };

const malformed = (message: string): AzureFailure =>
  new AzureFailure({ kind: 'malformed', source: 'cost-query', message });

/** Columns are found by name, whatever their order or case. */
const positionOf = ({ properties }: CostTable, name: string): number =>
  properties.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase());

function columnOf(table: CostTable, name: string) {
  const at = positionOf(table, name);
  if (at === -1) throw malformed(`columns: no ${name}`);
  const cell = ({ cells }: Row): CostCell => cells[at] ?? null;
  const require = <Value>(row: Row, parse: (cell: CostCell) => Value | null): Value => {
    const value = parse(cell(row));
    if (value === null) throw malformed(`rows[${row.index}].${name}: not understood`);
    return value;
  };
  return { cell, require };
}

export function mapDailyCosts(table: CostTable, dimensions: CostDimensions): DailyCost[] {
  const { rows } = table.properties;
  const amount = columnOf(table, AMOUNT);
  const usd = positionOf(table, AMOUNT_USD);
  const date = columnOf(table, 'UsageDate');
  const currency = columnOf(table, 'Currency');
  const subscription = columnOf(table, dimensions.subscriptionId);
  const credit = columnOf(table, dimensions.partnerEarnedCreditApplied);
  const numbered = rows.map((cells, index): Row => ({ cells, index }));
  return numbered.map((row) => ({
    subscriptionId: isBlank(subscription.cell(row)) ? null : subscription.require(row, parseSubscriptionCell),
    day: date.require(row, parseUsageDate),
    currency: currency.require(row, parseCurrency),
    net: amount.require(row, parseAmount),
    netUsd: usd === -1 ? null : parseAmount(row.cells[usd] ?? null),
    costClass: classOfFlag(parseCredited(credit.cell(row))),
    // The Query API names no rate.
    credit: null,
  }));
}
