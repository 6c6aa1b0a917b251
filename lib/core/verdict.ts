import type { DayAccess } from './access.ts';
import { isBilledByUs, notOursOn } from './billing.ts';
import type { Cause } from './causes.ts';
import { creditOf, type CreditSigns } from './credit.ts';
import type { Facts } from './evidence.ts';
import type { PeriodDay } from './days.ts';
import type { Day } from './periods.ts';
import type { GroupSplit } from './resource-groups.ts';
import type { Basis, Credit, Verdict } from './statuses.ts';

/** `beside`: the cause of the smaller part, where two parts lead to one verdict. */
export type Ruling = { verdict: Verdict; basis: Basis; cause: Cause; beside: Cause | null };
export type DayVerdict = Ruling & { day: Day; access: DayAccess; credit: Credit };

export type DayQuestion = {
  day: PeriodDay;
  isSettled: boolean;
  access: DayAccess;
  /** null when the day's cost was not read. */
  signs: CreditSigns | null;
  /** Whether the billing data of the partner stops before this day. */
  isLate: boolean;
  /** Asked only where access is narrow; null where cost carries no resource groups. */
  split: () => GroupSplit | null;
  facts: Facts;
};

const ruling = (verdict: Verdict, basis: Basis, cause: Cause, beside: Cause | null = null): Ruling => ({
  verdict,
  basis,
  cause,
  beside,
});

/** Verdict and cause of a subscription's day, in the order of diagnosis.md section 6 (2026-11-21). */
export function verdictOfDay(question: DayQuestion): DayVerdict {
  const credit = creditOf(question.signs);
  const { day, access } = question;
  return { day: day.day, access, credit, ...rule(question, credit) };
}

function rule(question: DayQuestion, credit: Credit): Ruling {
  const { signs, facts, day } = question;
  if (facts.profile.type === 'indirect-reseller')
    return ruling('not-applicable', 'access', 'indirect-reseller');
  const notOurs = signs?.earned === true ? null : notOursOn(day, facts);
  if (notOurs !== null) return ruling('not-applicable', 'access', notOurs);
  if (!question.isSettled) return ruling('pending', 'both', 'too-recent');
  if (question.isLate) return ruling('pending', 'cost', 'unbilled-data-late');
  if (credit === 'not-applicable') {
    return ruling(
      'not-applicable',
      'cost',
      signs?.ineligible === true ? 'only-ineligible-products' : 'no-chargeable-usage',
    );
  }
  const ruled = byTable(question, credit);
  const green = ruled.verdict === 'earning' || ruled.verdict === 'partial';
  return green && facts.profile.type === null
    ? ruling('unverified', ruled.basis, 'no-billing-scope-data', ruled.cause)
    : ruled;
}

/** The table of access and credit. */
function byTable(question: DayQuestion, credit: Credit): Ruling {
  if (credit === 'credited') return credited(question.access);
  if (credit === 'partly') return partlyCredited(question);
  if (credit === 'not-credited') return notCredited(question);
  return creditUnknown(question);
}

const reason = (access: DayAccess): Cause => access.cause ?? 'access-unread';

const contradiction = ({ aoboOnly }: DayAccess): Cause =>
  aoboOnly ? 'aobo-intact-cost-uncredited' : 'access-good-cost-uncredited';

function credited(access: DayAccess): Ruling {
  if (access.access === 'not-covered') return ruling('earning', 'cost', 'credited-by-unseen-access');
  return ruling('earning', access.access === 'unknown' ? 'cost' : 'both', 'earning');
}

function partlyCredited({ access, split }: DayQuestion): Ruling {
  if (access.access === 'covered') return ruling('partial', 'both', 'access-good-cost-uncredited');
  if (access.access === 'not-covered') return ruling('partial', 'cost', 'credited-by-unseen-access');
  const groups = split();
  if (access.access === 'unknown') {
    const cause = groups?.followsGroups === true ? 'scope-too-narrow' : reason(access);
    return ruling('partial', 'cost', cause);
  }
  return weighed('partial', 'access-good-cost-uncredited', { access, groups });
}

function notCredited({ access, split }: DayQuestion): Ruling {
  if (access.access === 'covered') return ruling('not-earning', 'both', contradiction(access));
  if (access.access === 'partly')
    return weighed('not-earning', contradiction(access), { access, groups: split() });
  return ruling('not-earning', access.access === 'unknown' ? 'cost' : 'both', reason(access));
}

/** The part of the subscription where more credit is missing names the cause. */
function weighed(
  verdict: Verdict,
  inside: Cause,
  { access, groups }: { access: DayAccess; groups: GroupSplit | null },
): Ruling {
  const outside = reason(access);
  if (groups === null || !groups.missedInside.gt(0)) return ruling(verdict, 'both', outside);
  return groups.missedInside.gt(groups.missedOutside)
    ? ruling(verdict, 'both', inside, outside)
    : ruling(verdict, 'both', outside, inside);
}

function creditUnknown({ access, signs, facts }: DayQuestion): Ruling {
  if (access.access === 'covered') return ruling('unverified', 'access', 'no-billing-scope-data');
  if (access.access === 'partly') return ruling('unverified', 'access', reason(access));
  if (access.access === 'unknown') {
    const verdict = access.cause === 'marketplace-link-unverified' ? 'unverified' : 'unknown';
    return ruling(verdict, 'access', reason(access));
  }
  if (signs?.earned === true) return ruling('unverified', 'cost', 'credited-by-unseen-access');
  const ours = isBilledByUs(facts) === true || signs?.missed === true;
  return ruling(ours ? 'not-earning' : 'unknown', 'access', reason(access));
}
