import type { DayAccess } from './access.ts';
import type { Cause } from './causes.ts';
import type { CreditParts } from './cost-classes.ts';
import { creditOf } from './credit.ts';
import type { CustomerFacts, PartnerProfile } from './evidence.ts';
import { isSettled, type Day, type Instant } from './periods.ts';
import type { Basis, Credit, Verdict } from './statuses.ts';

export type Ruling = { verdict: Verdict; basis: Basis; cause: Cause };
export type DayVerdict = Ruling & { day: Day; access: DayAccess; credit: Credit };

type Question = {
  day: Day;
  now: Instant;
  access: DayAccess;
  /** null when the day's cost was not read. */
  parts: CreditParts | null;
  profile: PartnerProfile;
  customer: CustomerFacts;
};

const ruling = (verdict: Verdict, basis: Basis, cause: Cause): Ruling => ({ verdict, basis, cause });

/** Verdict and cause of a subscription's day, in the order of diagnosis.md section 6 (2026-11-21). */
export function verdictOfDay(question: Question): DayVerdict {
  const credit = creditOf(question.parts);
  const { day, access } = question;
  return { day, access, credit, ...rule(question, credit) };
}

function rule(question: Question, credit: Credit): Ruling {
  const { parts, profile, customer } = question;
  if (profile.type === 'indirect-reseller') return ruling('not-applicable', 'access', 'indirect-reseller');
  const earned = parts?.earned.gt(0) ?? false;
  if (!earned && customer.billedByUs === false) return ruling('not-applicable', 'access', 'not-billed-by-us');
  if (!isSettled(question.day, question.now)) return ruling('pending', 'both', 'too-recent');
  if (credit === 'not-applicable') return ruling('not-applicable', 'cost', 'no-chargeable-usage');
  const ruled = byTable(question, credit);
  const green = ruled.verdict === 'earning' || ruled.verdict === 'partial';
  return green && profile.type === null ? ruling('unverified', ruled.basis, 'no-billing-scope-data') : ruled;
}

function byTable({ access, parts, customer }: Question, credit: Credit): Ruling {
  if (credit === 'credited') return credited(access);
  if (credit === 'partly') return partlyCredited(access);
  if (credit === 'not-credited') return notCredited(access);
  return creditUnknown(access, parts, customer);
}

const reason = (access: DayAccess): Cause => access.cause ?? 'access-unread';

function credited(access: DayAccess): Ruling {
  if (access.access === 'not-covered') return ruling('earning', 'cost', 'credited-by-unseen-access');
  return ruling('earning', access.access === 'covered' ? 'both' : 'cost', 'earning');
}

function partlyCredited(access: DayAccess): Ruling {
  if (access.access === 'covered') return ruling('partial', 'both', 'access-good-cost-uncredited');
  if (access.access === 'not-covered') return ruling('partial', 'cost', 'credited-by-unseen-access');
  return ruling('partial', access.access === 'partly' ? 'both' : 'cost', reason(access));
}

function notCredited(access: DayAccess): Ruling {
  if (access.access === 'covered') {
    return ruling(
      'not-earning',
      'both',
      access.aoboOnly ? 'aobo-intact-cost-uncredited' : 'access-good-cost-uncredited',
    );
  }
  if (access.cause === 'marketplace-link-unverified') return ruling('not-earning', 'cost', access.cause);
  return ruling('not-earning', access.access === 'unknown' ? 'cost' : 'both', reason(access));
}

function creditUnknown(access: DayAccess, parts: CreditParts | null, customer: CustomerFacts): Ruling {
  if (access.access === 'covered') return ruling('unverified', 'access', 'no-billing-scope-data');
  if (access.access === 'partly') return ruling('unverified', 'access', reason(access));
  if (access.access === 'unknown') {
    const verdict = access.cause === 'marketplace-link-unverified' ? 'unverified' : 'unknown';
    return ruling(verdict, 'access', reason(access));
  }
  if (parts?.earned.gt(0)) return ruling('unverified', 'cost', 'credited-by-unseen-access');
  const ours = customer.billedByUs === true || (parts?.missed.gt(0) ?? false);
  return ruling(ours ? 'not-earning' : 'unknown', 'access', reason(access));
}
