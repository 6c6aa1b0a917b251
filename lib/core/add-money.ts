import { decimalText, ratio, requireDecimal, sum } from './money.ts';
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
const RATIO_DECIMALS = 4;

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
  const isSettled = requireDecimal(total.unclassifiedGross).eq(0);
  return {
    ...total,
    coverage: isSettled ? share(total.creditedGross, [total.eligibleGross]) : null,
    coverageAtLeast: share(total.creditedGross, [total.eligibleGross, total.unclassifiedGross]),
  };
}

function share(part: string, whole: readonly string[]): string | null {
  const value = ratio(requireDecimal(part), sum(whole.map(requireDecimal)));
  return value === null ? null : decimalText(value.round(RATIO_DECIMALS));
}
