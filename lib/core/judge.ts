import { accessOfDay } from './access.ts';
import { accessPaths, type AccessPath } from './access-paths.ts';
import { accessOfDays, aggregate } from './aggregate.ts';
import type { Cause } from './causes.ts';
import { creditParts, weightOf, type CreditParts } from './cost-classes.ts';
import { creditOf } from './credit.ts';
import type { Facts } from './evidence.ts';
import type { DailyCost } from './facts.ts';
import { linkedOf, type LinkedAnswer } from './linked.ts';
import {
  dayOf,
  daysBetween,
  firstDay,
  isSettled,
  lastDay,
  settlesAt,
  type Instant,
  type Period,
} from './periods.ts';
import type { Access, Basis, Credit, Verdict } from './statuses.ts';
import { verdictOfDay, type DayVerdict } from './verdict.ts';

export type Judgement = LinkedAnswer & {
  access: Access;
  credit: Credit;
  verdict: Verdict;
  basis: Basis;
  cause: Cause;
  alsoCauses: Cause[];
  paths: AccessPath[];
  days: DayVerdict[];
  /** When the first day of the period can be judged, while none can. */
  judgeableFrom: Instant | null;
};

/** Judges one subscription over the days of a period up to `now`. Pure: the same facts give the same answer. */
export function judgeSubscription(facts: Facts, period: Period, now: Instant): Judgement {
  const paths = accessPaths(facts);
  const costs = costsByDay(facts);
  const days = daysOf(period, now).map((day) => ({
    ...verdictOfDay({
      day,
      now,
      access: accessOfDay(day, paths, facts),
      parts: costs === null ? null : partsOf(costs.get(day) ?? [], facts),
      profile: facts.profile,
      customer: facts.customer,
    }),
    lines: costs?.get(day) ?? [],
  }));
  const settled = days.filter(({ day }) => isSettled(day, now));
  const judged = aggregate(
    days.map((day) => ({ ...day, ...weightOf(day.lines, facts.profile.creditRateFraction) })),
  );
  const cause = judged.cause ?? 'too-recent';
  return {
    ...linkedOf(facts, paths),
    access: accessOfDays((settled.length > 0 ? settled : days).map(({ access }) => access.access)),
    credit: creditOf(
      costs === null || settled.length === 0
        ? null
        : partsOf(
            settled.flatMap(({ lines }) => lines),
            facts,
          ),
    ),
    verdict: judged.verdict,
    basis: judged.basis,
    cause,
    alsoCauses: alsoCauses(settled, cause),
    paths,
    days: days.map(({ lines: _lines, ...day }) => day),
    judgeableFrom: settled.length > 0 ? null : settlesAt(firstDay(period)),
  };
}

function daysOf(period: Period, now: Instant) {
  const today = dayOf(now);
  const last = lastDay(period);
  return daysBetween(firstDay(period), last < today ? last : today);
}

/** null when cost was not read at all; a day without lines was read and had none. */
function costsByDay({ subscription }: Facts): Map<string, DailyCost[]> | null {
  if (subscription.costs.state === 'unread') return null;
  return Map.groupBy(subscription.costs.value, ({ day }) => day);
}

const partsOf = (lines: readonly DailyCost[], { profile }: Facts): CreditParts =>
  creditParts(lines, profile.creditRateFraction);

function alsoCauses(days: readonly DayVerdict[], cause: Cause): Cause[] {
  const others = days.flatMap((day) => [
    day.cause,
    ...(day.access.cause === null ? [] : [day.access.cause]),
    ...day.access.alsoCauses,
  ]);
  return [...new Set(others)].filter((other) => other !== cause && other !== 'earning');
}
