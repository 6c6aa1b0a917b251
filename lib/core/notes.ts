import type { Cause } from './causes.ts';
import type { Facts } from './evidence.ts';
import type { DailyCost } from './facts.ts';
import type { AccessPath } from './paths/access-path.ts';
import { periodOf, type Instant, type Period } from './periods.ts';

type Ground = {
  facts: Facts;
  paths: readonly AccessPath[];
  lines: readonly DailyCost[];
  period: Period;
  now: Instant;
  /** Causes found so far: a moved enrolment explains a contradiction only. */
  causes: ReadonlySet<Cause>;
};

const RECENT_MS = 72 * 3_600_000;

/** What explains without ever leading (diagnosis.md section 8, 2026-11-21). */
export function notesOf(ground: Ground): Cause[] {
  const { facts, paths, lines } = ground;
  const counted = paths.filter(({ owner, answer }) => owner !== 'third-party' && answer.earns === 'yes');
  const resellersOnly = counted.length > 0 && counted.every(({ owner }) => owner === 'reseller-of-record');
  const others = paths.some(({ owner, kind }) => owner === 'third-party' && kind !== 'direct');
  const { lowerPriceUnflagged } = facts.subscription;
  const notes: [Cause, boolean][] = [
    ['reseller-of-record-access', resellersOnly],
    ['third-partner-also-present', counted.length > 0 && others],
    ['too-recent', counted.some((path) => beganLately(path, ground.now))],
    ['gdap-removed-rbac-intact', counted.length > 0 && isGdapRemoved(facts)],
    ['offset-by-azure-credit', lines.some(({ costClass }) => costClass === 'OFFSET_BY_AZURE_CREDIT')],
    ['price-lower-but-flag-absent', lowerPriceUnflagged.state === 'read' && lowerPriceUnflagged.value],
    ['enrolment-moved-organisation', isContradicted(ground.causes) && movedWithin(facts, ground.period)],
  ];
  return notes.flatMap(([note, holds]) => (holds ? [note] : []));
}

function beganLately({ answer }: AccessPath, now: Instant): boolean {
  const begins = answer.earns === 'yes' ? answer.window.begins : null;
  return begins !== null && Date.parse(now) - begins < RECENT_MS;
}

/** Relationships existed and none is left; the roles on Azure are what counts. */
function isGdapRemoved({ customer: { gdap } }: Facts): boolean {
  if (gdap.state === 'unread' || gdap.value.length === 0) return false;
  return gdap.value.every(({ status }) => ENDED.test(status));
}

const ENDED = /^(expired|terminated|terminating)$/i;

const CONTRADICTIONS: readonly Cause[] = [
  'access-good-cost-uncredited',
  'aobo-intact-cost-uncredited',
  'credited-by-unseen-access',
];
const isContradicted = (causes: ReadonlySet<Cause>): boolean => CONTRADICTIONS.some((one) => causes.has(one));

const movedWithin = ({ managing: { enrolmentMovedAt } }: Facts, period: Period): boolean =>
  enrolmentMovedAt.state === 'read' &&
  enrolmentMovedAt.value !== null &&
  periodOf(enrolmentMovedAt.value) === period;
