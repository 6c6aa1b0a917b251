import type { Day } from '#lib/core/periods.ts';
import type { Decimal } from '#lib/core/money.ts';
import { AzureFailure } from '../failure.ts';
import { parseAmount, parseCurrency, parseUsageDate } from './cells.ts';
import type { CostCell, CostTable } from './wire.ts';

export const AMOUNT = 'Cost';
export const AMOUNT_USD = 'CostUSD';

/** An amount of one group, in one currency. */
export type CostGroup = {
  /** Values of the groupings in the order they were asked for, as Azure wrote them. */
  keys: readonly string[];
  /** null unless days were asked for. */
  day: Day | null;
  currency: string;
  net: Decimal;
  netUsd: Decimal | null;
};

type Row = { cells: readonly CostCell[]; index: number };

const malformed = (message: string): AzureFailure =>
  new AzureFailure({ kind: 'malformed', source: 'cost-query', message });

export const rowNotUnderstood = (index: number, name: string): AzureFailure =>
  malformed(`rows[${index}].${name}: not understood`);

/** Columns are found by name, whatever their order or case. */
const positionOf = ({ properties }: CostTable, name: string): number =>
  properties.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase());

function columnOf(table: CostTable, name: string) {
  const at = positionOf(table, name);
  if (at === -1) throw malformed(`columns: no ${name}`);
  const cell = ({ cells }: Row): CostCell => cells[at] ?? null;
  const require = <Value>(row: Row, parse: (cell: CostCell) => Value | null): Value => {
    const value = parse(cell(row));
    if (value === null) throw rowNotUnderstood(row.index, name);
    return value;
  };
  return { text: (row: Row): string => String(cell(row) ?? '').trim(), require };
}

export function mapGroups(
  table: CostTable,
  asked: { groupings: readonly string[]; daily: boolean },
): CostGroup[] {
  const amount = columnOf(table, AMOUNT);
  const usd = positionOf(table, AMOUNT_USD);
  const date = asked.daily ? columnOf(table, 'UsageDate') : null;
  const currency = columnOf(table, 'Currency');
  const groupings = asked.groupings.map((name) => columnOf(table, name));
  const numbered = table.properties.rows.map((cells, index): Row => ({ cells, index }));
  return numbered.map((row) => ({
    keys: groupings.map((column) => column.text(row)),
    day: date?.require(row, parseUsageDate) ?? null,
    currency: currency.require(row, parseCurrency),
    net: amount.require(row, parseAmount),
    netUsd: usd === -1 ? null : parseAmount(row.cells[usd] ?? null),
  }));
}
