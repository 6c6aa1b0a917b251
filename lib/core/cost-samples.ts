import { isRefused, type CostScope, type TriedWay } from './cost-plan.ts';
import { isLineByLine, type CostReadWay } from './choose-reads.ts';
import type { Instant, Period } from './periods.ts';
import { HALF_A_DAY_MS, isOpen, needsCost } from './sync-plan.ts';

type ProfileScope = Extract<CostScope, { kind: 'profile' }>;

/** A month of cost of a billing profile, as it is held, and what came of holding a query against it. */
export type HeldMonth = {
  scope: ProfileScope;
  period: Period;
  way: CostReadWay | null;
  asOf: Instant;
  /** null: never. */
  checkedAt: Instant | null;
  differed: boolean;
};

export type CostSample = Pick<HeldMonth, 'scope' | 'period'>;

/** Queries of a night: a month for each, of two profiles. */
const SAMPLES = 2;

const timeOf = (at: Instant | null): number => (at === null ? 0 : Date.parse(at));

/**
 * Closed months read from files of which a query is asked for the total: those that differed, then those that were
 * asked for longest ago. Not where queries are known to be refused, and once a night.
 */
export function planCostSamples(
  months: readonly HeldMonth[],
  { tried, now }: { tried: readonly TriedWay[]; now: Instant },
): CostSample[] {
  const asked = months.filter(({ checkedAt }) => Date.parse(now) - timeOf(checkedAt) < HALF_A_DAY_MS);
  if (asked.length > 0) return [];
  const due = months
    .filter(
      (month) => isLineByLine(month) && !isOpen(month.period, now) && !needsCost(month.period, month.asOf),
    )
    .toSorted(
      (left, right) =>
        Number(right.differed) - Number(left.differed) ||
        timeOf(left.checkedAt) - timeOf(right.checkedAt) ||
        right.period.localeCompare(left.period),
    );
  const ofProfiles = Map.groupBy(
    due,
    ({ scope }) => `${scope.billingAccountName}/${scope.billingProfileName}`,
  );
  return [...ofProfiles.values()]
    .flatMap(([first]) => (first === undefined ? [] : [first]))
    .filter(({ scope }) => !isRefused({ tried, now }, 'query-profile', scope))
    .slice(0, SAMPLES)
    .map(({ scope, period }) => ({ scope, period }));
}
