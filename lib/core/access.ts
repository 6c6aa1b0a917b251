import { answerOn, bestBy, type Answer } from './answers.ts';
import type { Cause } from './causes.ts';
import type { Facts } from './evidence.ts';
import { causeOfNoAccess } from './no-access.ts';
import type { AccessPath } from './paths/access-path.ts';
import { openHoles, type Reach } from './paths/reach.ts';
import { isWithin } from './paths/scopes.ts';
import type { DayBounds } from './periods.ts';
import { bestRanked } from './ranks.ts';
import type { Access } from './statuses.ts';

export type DayAccess = {
  access: Access;
  /** Reason of a status other than covered; for covered, null. */
  cause: Cause | null;
  /** AOBO alone covers what is covered: a contradiction has its own name then. */
  aoboOnly: boolean;
  alsoCauses: Cause[];
};

/** `reaches`: what is covered. The same object stands for all days between two changes. */
export type DayCoverage = { access: DayAccess; reaches: readonly Reach[] };

type DayPath = { path: AccessPath; today: Answer };

/** Access of each day (diagnosis.md section 5, 2026-11-21), judged anew only where something begins or ends. */
export function accessOfDays(
  days: readonly DayBounds[],
  paths: readonly AccessPath[],
  facts: Facts,
): DayCoverage[] {
  const changes = changePoints(paths);
  let held: { passed: number; coverage: DayCoverage } | null = null;
  return days.map((bounds) => {
    const passed = changesBefore(bounds, changes);
    if (held?.passed !== passed) held = { passed, coverage: accessOn(bounds, paths, facts) };
    return held.coverage;
  });
}

type ChangePoints = { starts: readonly number[]; ends: readonly number[] };

function changePoints(paths: readonly AccessPath[]): ChangePoints {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { candidates } of paths)
    for (const { answer } of candidates) {
      if (answer.earns !== 'yes') continue;
      const { begins, seenSince, ends: end } = answer.window;
      if (begins !== null) starts.push(begins);
      if (seenSince !== null) starts.push(seenSince);
      if (end !== null) ends.push(end);
    }
  return { starts, ends };
}

/** From day to day it only grows, so that two days with the same number have the same access. */
function changesBefore({ startMs, endMs }: DayBounds, { starts, ends }: ChangePoints): number {
  let passed = 0;
  for (const start of starts) if (start <= startMs) passed += 1;
  for (const end of ends) if (end < endMs) passed += 1;
  return passed;
}

function accessOn(bounds: DayBounds, paths: readonly AccessPath[], facts: Facts): DayCoverage {
  const reaches: Reach[] = [];
  const notes = new Set<Cause>();
  const today: DayPath[] = paths.map((path) => {
    const answers = path.candidates.map((candidate) => {
      const answer = answerOn(bounds, candidate.answer);
      if (answer.earns === 'yes' && path.owner !== 'third-party') {
        reaches.push({ scope: path.narrowScope, holes: candidate.holes, path });
        for (const note of candidate.notes) notes.add(note);
      }
      return { answer, ever: candidate.answer };
    });
    return { path, today: bestToday(answers) ?? path.answer };
  });
  const counted = today.filter(({ path }) => path.owner !== 'third-party');
  const { access, cause } = statusOf(counted, today, { reaches, facts });
  const whole = reaches.filter(({ scope }) => scope === null);
  const covering = whole.length > 0 ? whole : reaches;
  const others = [...reasons(counted), ...notes].filter((reason) => reason !== cause);
  return {
    access: {
      access,
      cause,
      aoboOnly: covering.length > 0 && covering.every(({ path }) => path.kind === 'aobo'),
      alsoCauses: [...new Set(others)],
    },
    reaches,
  };
}

/** The best of its candidates; of several that are unknown, one that earns on other days. */
function bestToday(answers: readonly { answer: Answer; ever: Answer }[]): Answer | null {
  const best = bestBy(answers, ({ answer }) => answer);
  const undated = answers.filter(({ ever }) => ever.earns === 'yes');
  const nearest = bestBy(undated, ({ answer }) => answer);
  return (nearest?.answer.earns === 'unknown' ? nearest : best)?.answer ?? null;
}

type Ground = { reaches: readonly Reach[]; facts: Facts };

function statusOf(
  counted: readonly DayPath[],
  all: readonly DayPath[],
  { reaches, facts }: Ground,
): Pick<DayAccess, 'access' | 'cause'> {
  const holes = openHoles(reaches);
  if (holes?.length === 0) return { access: 'covered', cause: null };
  if (holes !== null) return { access: 'partly', cause: causeOfHoles(counted, holes, facts) };
  if (reaches.length > 0) return { access: 'partly', cause: causeOfNarrow(counted, reaches, facts) };
  const unknowns = unknownReasons(counted, facts);
  if (unknowns.length > 0) return { access: 'unknown', cause: bestRanked(unknowns) };
  // Each path that counts has its reason here: where there is none, all that is left is foreign.
  const own = bestRanked(reasons(counted));
  const foreign = all.map(({ path }) => path);
  return { access: 'not-covered', cause: own ?? causeOfNoAccess(foreign, facts) };
}

const reasons = (paths: readonly DayPath[]): Cause[] => [
  ...new Set(paths.flatMap(({ today }) => today.because ?? [])),
];

function unknownReasons(paths: readonly DayPath[], facts: Facts): Cause[] {
  const causes = reasons(paths.filter(({ today }) => today.earns === 'unknown'));
  return sourcesUnread(facts) ? [...causes, 'access-unread'] : causes;
}

/** Everything that could hold a path: delegations and role assignments. */
const sourcesUnread = ({ subscription }: Facts): boolean =>
  subscription.delegations.state === 'unread' || subscription.roleAssignments.state === 'unread';

/** Denied parts of a subscription that is covered otherwise. */
function causeOfHoles(paths: readonly DayPath[], holes: readonly string[], facts: Facts): DayAccess['cause'] {
  const there = paths.filter(
    ({ path: { narrowScope } }) =>
      narrowScope === null ||
      holes.some((hole) => isWithin(hole, narrowScope) || isWithin(narrowScope, hole)),
  );
  return bestRanked(unknownReasons(there, facts)) ?? bestRanked([...reasons(there), 'deny-assignment']);
}

function causeOfNarrow(paths: readonly DayPath[], reaches: readonly Reach[], facts: Facts): Cause {
  const covered = reaches.flatMap(({ scope }) => scope ?? []);
  const elsewhere = paths.filter(
    ({ path: { narrowScope } }) => !covered.some((scope) => isWithin(scope, narrowScope)),
  );
  const narrowCause = reaches.every(({ path }) => path.kind === 'lighthouse')
    ? 'resource-group-delegation-only'
    : 'scope-too-narrow';
  return bestRanked(unknownReasons(elsewhere, facts)) ?? bestRanked(reasons(elsewhere)) ?? narrowCause;
}
