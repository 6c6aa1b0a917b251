import { parseFlag } from '#lib/core/cost-values.ts';
import { parseSubscriptionId, type SubscriptionId } from '#lib/core/ids.ts';
import { parseDecimal, type Decimal } from '#lib/core/money.ts';
import { parseDay, type Day } from '#lib/core/periods.ts';
import type { CostCell } from './wire.ts';

const textOf = (cell: CostCell): string => (cell === null ? '' : String(cell).trim());

export const parseAmount = (cell: CostCell): Decimal | null => parseDecimal(textOf(cell));

/** A number like 20260401; a date text is taken too. */
export function parseUsageDate(cell: CostCell): Day | null {
  const text = textOf(cell);
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return parseDay(digits ? digits.slice(1).join('-') : text.slice(0, 10));
}

export const parseSubscriptionCell = (cell: CostCell): SubscriptionId | null => {
  const text = textOf(cell);
  return parseSubscriptionId(text.slice(text.lastIndexOf('/') + 1));
};

export const parseCurrency = (cell: CostCell): string | null =>
  /^[A-Z]{3}$/i.test(textOf(cell)) ? textOf(cell).toUpperCase() : null;

/** Channels differ in how they write the flag; blank is unknown, not false (costdata.md section 2, 2026-11-21). */
export const parseCredited = (cell: CostCell): boolean | null => parseFlag(textOf(cell));
