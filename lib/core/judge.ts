import { accessOfDay } from './access.ts';
import { accessPaths, type AccessPath } from './access-paths.ts';
import { accessOfDays, aggregate, isCounted } from './aggregate.ts';
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
  const { costs } = facts.subscription;
  const linesOfDay = costs.state === 'read' ? Map.groupBy(costs.value, ({ day }) => day) : null;
  const asOf = judgedAsOf(costs, now);
  const days = daysOf(period, now).map((day) => {
    const lines = linesOfDay?.get(day) ?? [];
    const wasRead = costs.state === 'read' && isSettled(day, costs.at);
    const ruled = verdictOfDay({
      day,
      now: asOf,
      access: accessOfDay(day, paths, facts),
      parts: wasRead ? partsOf(lines, facts) : null,
      profile: facts.profile,
      customer: facts.customer,
    });
    return { ...ruled, lines, wasRead };
  });
  const settled = days.filter(({ day }) => isSettled(day, asOf));
  const judged = aggregate(
    days.map((day) => ({ ...day, ...weightOf(day.lines, facts.profile.creditRateFraction) })),
  );
  const cause = switchedOnce(days) ? 'access-part-of-period' : (judged.cause ?? 'too-recent');
  return {
    ...linkedOf(facts, paths),
    access: accessOfDays((settled.length > 0 ? settled : days).map(({ access }) => access.access)),
    credit: creditOf(
      settled.length > 0 && settled.every(({ wasRead }) => wasRead)
        ? partsOf(
            settled.flatMap(({ lines }) => lines),
            facts,
          )
        : null,
    ),
    verdict: judged.verdict,
    basis: judged.basis,
    cause,
    alsoCauses: alsoCauses(settled, cause),
    paths,
    days: days.map(({ lines: _lines, wasRead: _wasRead, ...day }) => day),
    judgeableFrom: settled.length > 0 ? null : settlesAt(firstDay(period)),
  };
}

function daysOf(period: Period, now: Instant) {
  const today = dayOf(now);
  const last = lastDay(period);
  return daysBetween(firstDay(period), last < today ? last : today);
}

const COST_IS_OLD_AFTER_MS = 48 * 3_600_000;

/**
 * Cost that missed no more than one daily sync is judged as of its own date. Later the days after it count as
 * unread: without a line they would look like days without usage (inferred).
 */
function judgedAsOf(costs: Facts['subscription']['costs'], now: Instant): Instant {
  if (costs.state === 'unread') return now;
  const ageMs = Date.parse(now) - Date.parse(costs.at);
  return ageMs < 0 || ageMs > COST_IS_OLD_AFTER_MS ? now : costs.at;
}

/** All cost switched on one day: access came or went (diagnosis.md section 7, 2026-11-21). */
function switchedOnce(days: readonly DayVerdict[]): boolean {
  const verdicts = days.map(({ verdict }) => verdict).filter(isCounted);
  const switches = verdicts.filter((verdict, index) => index > 0 && verdict !== verdicts[index - 1]);
  return switches.length === 1 && verdicts.every((verdict) => ENDS_OF_A_SWITCH.includes(verdict));
}

const ENDS_OF_A_SWITCH: readonly Verdict[] = ['earning', 'not-earning'];

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
