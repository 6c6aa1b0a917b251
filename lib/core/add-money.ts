import { coverageOf } from './coverage.ts';
import { decimalText, requireDecimal, sum } from './money.ts';
import type { MoneySummary } from './summarise-money.ts';

const ADDED = [
  'net',
  'gross',
  'credit',
  'missed',
  'missedAtMost',
  'eligibleGross',
  'creditedGross',
  'unclassifiedGross',
  'ineligibleGross',
] as const;

/** Summaries of several months, newest first, as one for each currency; the rate told is that of the newest. */
export function addMoney(months: readonly (readonly MoneySummary[])[]): MoneySummary[] {
  return [...Map.groupBy(months.flat(), ({ currency }) => currency).values()]
    .flatMap(([newest, ...older]) => (newest === undefined ? [] : [addAll(newest, older)]))
    .sort((left, right) => left.currency.localeCompare(right.currency));
}

function addAll(newest: MoneySummary, older: readonly MoneySummary[]): MoneySummary {
  if (older.length === 0) return newest;
  const total = { ...newest };
  for (const figure of ADDED) {
    total[figure] = decimalText(sum([newest, ...older].map((row) => requireDecimal(row[figure]))));
  }
  const coverage = coverageOf({
    credited: requireDecimal(total.creditedGross),
    eligible: requireDecimal(total.eligibleGross),
    unclassified: requireDecimal(total.unclassifiedGross),
  });
  return { ...total, ...coverage };
}
