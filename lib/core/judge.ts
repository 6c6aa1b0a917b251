import { accessOfDays as accessByDay, type DayCoverage } from './access.ts';
import { accessPaths, type AccessPath } from './access-paths.ts';
import { accessOfDays, aggregateBy } from './aggregate.ts';
import type { Cause } from './causes.ts';
import { classSums, type ClassSum } from './class-sums.ts';
import { weightOf } from './cost-classes.ts';
import { creditOf, creditSigns } from './credit.ts';
import { creditRateOf, type CreditRate } from './credit-rate.ts';
import { judgeableFrom, judgedAsOf, judgedDays, switchedOnce } from './days.ts';
import { evidenceOf, type RuleEvidence } from './evidence-list.ts';
import type { Facts } from './evidence.ts';
import type { DailyCost } from './facts.ts';
import { judgeGroups, type GroupJudgement } from './judge-groups.ts';
import { linkedOf, type LinkedAnswer } from './linked.ts';
import { notesOf } from './notes.ts';
import { partiesOf } from './paths/parties.ts';
import type { Day, Instant, Period } from './periods.ts';
import { groupCosts, splitByAccess, type GroupSplit } from './resource-groups.ts';
import { ROLE_LIST_VERSION, RULES_VERSION } from './rules.ts';
import type { Access, Basis, Credit, Verdict } from './statuses.ts';
import { verdictOfDay, type DayVerdict } from './verdict.ts';

export type JudgedDay = DayVerdict & { amounts: readonly ClassSum[] };

export type Judgement = LinkedAnswer & {
  access: Access;
  credit: Credit;
  verdict: Verdict;
  basis: Basis;
  cause: Cause;
  alsoCauses: Cause[];
  paths: AccessPath[];
  days: JudgedDay[];
  /** Amounts of all classes of the period; they add up to what was read. */
  classes: ClassSum[];
  /** null where the way of reading carries no resource groups. */
  resourceGroups: GroupJudgement[] | null;
  /** The rate by which missed credit is estimated. */
  rate: CreditRate;
  evidence: RuleEvidence[];
  rulesVersion: string;
  roleListVersion: string;
  /** When the first day of the period can be judged, while none can. */
  judgeableFrom: Instant | null;
};

/** Judges one subscription over the days of a period up to `now`. Pure: the same facts give the same answer. */
export function judgeSubscription(facts: Facts, period: Period, now: Instant): Judgement {
  const parties = partiesOf(facts);
  const paths = accessPaths(facts, parties);
  const days = judgeDays(facts, paths, { period, now });
  const rate = facts.profile.creditRateFraction;
  const asOf = judgedAsOf(facts.subscription.costs, now);
  const settled = days.filter((day) => day.settled);
  const judged = aggregateBy(days, ({ lines }) => weightOf(lines, rate));
  const cause = switchedOnce(days) ? 'access-part-of-period' : (judged.cause ?? 'too-recent');
  const lines = linesOf(facts);
  const causes = new Set([cause, ...settled.flatMap(causesOfDay)]);
  const notes = notesOf({ facts, paths, lines, period, now: asOf, causes });
  const alsoCauses = [...causes, ...notes].filter((other) => other !== cause && !QUIET.includes(other));
  const classes = classSums(lines);
  const ground = { days: settled.length > 0 ? settled : days, paths };
  return {
    ...linkedOf(facts, paths, parties),
    access: accessOfDays(ground.days.map(({ access }) => access.access)),
    credit: creditOfDays(settled, facts),
    verdict: judged.verdict,
    basis: judged.basis,
    cause,
    alsoCauses: [...new Set(alsoCauses)],
    paths,
    days: days.map(
      ({ lines: _lines, wasRead: _read, settled: _settled, coverage: _coverage, ...day }) => day,
    ),
    classes,
    resourceGroups: judgeGroups(facts, ground.days),
    rate: creditRateOf(facts, classes),
    evidence: evidenceOf([...new Set([cause, ...alsoCauses])], facts, paths),
    rulesVersion: RULES_VERSION,
    roleListVersion: ROLE_LIST_VERSION,
    judgeableFrom: judgeableFrom({ period, verdict: judged.verdict, hasSettledDay: settled.length > 0 }),
  };
}

/** Days that earned, or had nothing to earn, explain nothing beside another cause. */
const QUIET: readonly Cause[] = ['earning', 'no-chargeable-usage'];

type DayHeld = JudgedDay & {
  lines: readonly DailyCost[];
  wasRead: boolean;
  settled: boolean;
  coverage: DayCoverage;
};

const linesOf = ({ subscription: { costs } }: Facts): readonly DailyCost[] =>
  costs.state === 'read' ? costs.value : [];

function judgeDays(
  facts: Facts,
  paths: readonly AccessPath[],
  { period, now }: { period: Period; now: Instant },
): DayHeld[] {
  const { costs, costDataUntil, subscriptionId } = facts.subscription;
  const linesOfDay = Map.groupBy(linesOf(facts), ({ day }) => day);
  const asOfMs = Date.parse(judgedAsOf(costs, now));
  const readMs = costs.state === 'read' ? Date.parse(costs.at) : 0;
  const dates = judgedDays(period, now);
  const coverages = accessByDay(dates, paths, facts);
  const splits = splitsByCoverage(facts, subscriptionId);
  return dates.map((day, index) => {
    const lines = linesOfDay.get(day.day) ?? [];
    const coverage = coverages[index] ?? none(day.day);
    const settled = asOfMs >= day.settlesMs;
    const wasRead = readMs >= day.settlesMs;
    const ruled = verdictOfDay({
      day,
      isSettled: settled,
      access: coverage.access,
      signs: wasRead ? creditSigns(lines, facts.profile.creditRateFraction) : null,
      isLate: wasRead && lines.length === 0 && costDataUntil !== null && costDataUntil < day.day,
      split: () => splits(coverage),
      facts,
    });
    return { ...ruled, amounts: classSums(lines), lines, wasRead, settled, coverage };
  });
}

function none(day: Day): never {
  throw new Error(`access of ${day} was not judged`);
}

/** Groups are summed once, and split once for each state of access. */
function splitsByCoverage(facts: Facts, subscriptionId: Facts['subscription']['subscriptionId']) {
  const splits = new Map<DayCoverage, GroupSplit | null>();
  let groups: ReturnType<typeof groupCosts> | 'unasked' = 'unasked';
  return (coverage: DayCoverage): GroupSplit | null => {
    const known = splits.get(coverage);
    if (known !== undefined) return known;
    if (groups === 'unasked') groups = groupCosts(facts);
    const split = splitByAccess(groups, coverage.reaches, subscriptionId);
    splits.set(coverage, split);
    return split;
  };
}

function creditOfDays(settled: readonly DayHeld[], { profile }: Facts): Credit {
  if (settled.length === 0 || settled.some(({ wasRead }) => !wasRead)) return 'unknown';
  const lines = settled.flatMap((day) => day.lines);
  return creditOf(creditSigns(lines, profile.creditRateFraction));
}

const causesOfDay = ({ cause, beside, access }: DayHeld): Cause[] => [
  cause,
  ...(beside === null ? [] : [beside]),
  ...(access.cause === null ? [] : [access.cause]),
  ...access.alsoCauses,
];
