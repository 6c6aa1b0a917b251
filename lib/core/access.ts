import type { AccessPath } from './access-paths.ts';
import { no, unknown, yes, type Answer } from './answers.ts';
import type { Cause } from './causes.ts';
import type { Facts } from './evidence.ts';
import { startOf, type Day } from './periods.ts';
import { bestRanked } from './ranks.ts';
import type { Access } from './statuses.ts';

export type DayAccess = {
  access: Access;
  /** Reason of a status other than covered; for covered, null. */
  cause: Cause | null;
  /** AOBO alone covers: a contradiction has its own name then. */
  aoboOnly: boolean;
  alsoCauses: Cause[];
};

type DayPath = AccessPath & { today: Answer };

/** `access` of one day (diagnosis.md section 5, 2026-11-21). */
export function accessOfDay(day: Day, paths: readonly AccessPath[], facts: Facts): DayAccess {
  const today: DayPath[] = paths.map((path) => ({ ...path, today: answerOn(day, path, facts) }));
  const counted = today.filter((path) => path.owner !== 'third-party');
  const whole = counted.filter((path) => path.today.earns === 'yes' && path.narrowScope === null);
  const result = (access: Access, cause: Cause | null): DayAccess => ({
    access,
    cause,
    aoboOnly: whole.length > 0 && whole.every((path) => path.kind === 'aobo'),
    alsoCauses: reasons(counted).filter((reason) => reason !== cause),
  });
  if (whole.length > 0) return result('covered', null);
  if (counted.some((path) => path.today.earns === 'yes'))
    return result('partly', partlyCause(counted, facts));
  const unknowns = unknownReasons(counted, facts);
  if (unknowns.length > 0) return result('unknown', bestRanked(unknowns));
  return result('not-covered', notCoveredCause(counted, today, facts));
}

/** A yes counts only for days it began before; an unread start only since we first read it. */
function answerOn(day: Day, path: AccessPath, facts: Facts): Answer {
  if (path.answer.earns !== 'yes') return path.answer;
  const { since } = path.answer;
  if (since !== null) return begunBefore(since, day) ? yes(since) : no('access-part-of-period');
  const firstReadAt = facts.subscription.firstReadAt.get(path.sourceId) ?? path.readAt;
  return begunBefore(firstReadAt, day) ? yes(firstReadAt) : unknown('access-unread');
}

const begunBefore = (since: string, day: Day): boolean => Date.parse(since) <= Date.parse(startOf(day));

const reasons = (paths: readonly DayPath[]): Cause[] => [
  ...new Set(paths.flatMap(({ today }) => (today.because === null ? [] : [today.because]))),
];

function unknownReasons(paths: readonly DayPath[], facts: Facts): Cause[] {
  const causes = reasons(paths.filter(({ today }) => today.earns === 'unknown'));
  return sourcesUnread(facts) ? [...causes, 'access-unread'] : causes;
}

/** Everything that could hold a path: delegations and role assignments. */
const sourcesUnread = ({ subscription }: Facts): boolean =>
  subscription.delegations.state === 'unread' || subscription.roleAssignments.state === 'unread';

function partlyCause(paths: readonly DayPath[], facts: Facts): Cause {
  const covering = paths.filter(({ today }) => today.earns === 'yes');
  const covered = covering.flatMap(({ narrowScope }) => narrowScope ?? []);
  const elsewhere = paths.filter(({ narrowScope }) => !covered.some((scope) => isWithin(scope, narrowScope)));
  const narrowCause = covering.every(({ kind }) => kind === 'lighthouse')
    ? 'resource-group-delegation-only'
    : 'scope-too-narrow';
  return bestRanked(unknownReasons(elsewhere, facts)) ?? bestRanked(reasons(elsewhere)) ?? narrowCause;
}

const isWithin = (scope: string, narrowScope: string | null): boolean =>
  narrowScope !== null && `${narrowScope}/`.startsWith(`${scope}/`);

function notCoveredCause(counted: readonly DayPath[], all: readonly DayPath[], facts: Facts): Cause {
  const own = bestRanked(reasons(counted));
  if (own !== null) return own;
  const foreign = bestRanked(reasons(all.filter(({ owner }) => owner === 'third-party')));
  if (foreign === 'delegated-to-another-tenant' && delegatesOurPrincipals(facts)) return foreign;
  if (foreign !== null) return 'third-partner-only';
  return facts.customer.billedByUs === true ? 'sold-without-access' : 'no-access';
}

/** Our definition in another tenant: it names principals that only our directory holds. */
function delegatesOurPrincipals({ managing, subscription }: Facts): boolean {
  if (subscription.delegations.state === 'unread' || managing.identities.state === 'unread') return false;
  const ours = managing.identities.value;
  return subscription.delegations.value.some(({ definition }) =>
    definition?.authorizations.some(({ principalId }) => ours.has(principalId)),
  );
}
