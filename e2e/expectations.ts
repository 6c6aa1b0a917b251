import type { ChargeKind, CostLine } from './simulator/worlds/cost-types.ts';
import { costDays, costLines, customerLines, daysBetween } from './simulator/worlds/costs.ts';
import type { Customer, ExpectedCustomer, Subscription } from './simulator/worlds/types.ts';
import type { Money } from './answers.ts';

/** A month of the simulated partner, seen at an instant. */
export type Month = {
  period: string;
  /** Days that have cost: all of a closed month, up to yesterday of the open one. */
  days: readonly string[];
  /** At least one day is old enough to be judged: 72 hours after its end. */
  hasSettledDay: boolean;
  hasUnsettledDay: boolean;
};

const DAY_MS = 86_400_000;
const SETTLES_AFTER_DAYS = 4;

const periodOf = (ms: number): string => new Date(ms).toISOString().slice(0, 7);

export function monthsAt(nowMs: number): { open: Month; closed: Month } {
  const now = new Date(nowMs);
  const before = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1);
  return { open: monthOf(periodOf(nowMs), nowMs), closed: monthOf(periodOf(before), nowMs) };
}

function monthOf(period: string, nowMs: number): Month {
  const firstMs = Date.parse(`${period}-01`);
  const month = new Date(firstMs);
  const lastMs = Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0);
  const isSettled = (dayMs: number): boolean => nowMs >= dayMs + SETTLES_AFTER_DAYS * DAY_MS;
  const last = new Date(lastMs).toISOString().slice(0, 10);
  const yesterday = costDays(nowMs).last;
  return {
    period,
    days: daysBetween(`${period}-01`, last < yesterday ? last : yesterday),
    hasSettledDay: isSettled(firstMs),
    hasUnsettledDay: !isSettled(lastMs),
  };
}

const TOO_RECENT = { verdict: 'pending', cause: 'too-recent' } as const;

type Answerable = { verdict: string; cause: string; openMonth?: { verdict: string; cause: string } };

/** The hand-written answer, as far as the month is old enough to have it. */
export function answerIn({ verdict, cause, openMonth }: Answerable, month: Month) {
  if (!month.hasSettledDay) return TOO_RECENT;
  return month.hasUnsettledDay && openMonth !== undefined ? openMonth : { verdict, cause };
}

/** A customer of whom nothing is visible stays what it is, however young the month. */
export function customerAnswerIn({ expected, subscriptions }: Customer, month: Month): ExpectedAnswer {
  return subscriptions.every((held) => held.expected === null)
    ? { verdict: expected.verdict, cause: expected.cause }
    : answerIn(expected, month);
}

type ExpectedAnswer = { verdict: string; cause: ExpectedCustomer['cause'] };

/** Millionths of one currency's unit by what Azure's lines say of credit. */
export type Sums = Record<'earned' | 'missed' | 'ineligible' | 'unknown', bigint>;

const NOTHING: Sums = { earned: 0n, missed: 0n, ineligible: 0n, unknown: 0n };

const plus = (left: Sums, right: Sums): Sums => ({
  earned: left.earned + right.earned,
  missed: left.missed + right.missed,
  ineligible: left.ineligible + right.ineligible,
  unknown: left.unknown + right.unknown,
});

/** costdata.md section 5, as the kinds of the simulated charges have it. */
const PART_OF: Readonly<Partial<Record<ChargeKind, keyof Sums>>> = {
  earned: 'earned',
  'zero-price-credited': 'earned',
  eligible: 'missed',
  'look-alike': 'missed',
  'blank-flag': 'unknown',
};

const microsIn = (amount: string | null): bigint => {
  const [whole = '0', fraction = ''] = (amount ?? '0').split('.');
  return BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
};

/** What Azure bills for a subscription in a month; a constant plan by days times amount alone. */
export function sumsIn(subscription: Subscription, month: Month): Sums {
  const { cost, billing } = subscription;
  if (cost.kind === 'constant' && billing !== null) {
    const { since, until } = billing;
    const days = BigInt(
      month.days.filter((day) => day >= since.slice(0, 10) && (until === null || day < until.slice(0, 10)))
        .length,
    );
    const { credited, uncredited } = cost;
    return { ...NOTHING, earned: days * microsIn(credited), missed: days * microsIn(uncredited) };
  }
  return sumsOf(month.days.flatMap((day) => costLines(subscription, day)));
}

const sumsOf = (lines: readonly CostLine[]): Sums =>
  lines.reduce((sums, { kind, micros }) => {
    const part = PART_OF[kind] ?? 'ineligible';
    return { ...sums, [part]: sums[part] + BigInt(micros) };
  }, NOTHING);

/** Sums by currency of these customers, as far as their cost may be read. */
export function totalsIn(customers: readonly Customer[], month: Month): Map<string, Sums> {
  const totals = new Map<string, Sums>();
  const add = (currency: string, sums: Sums): void =>
    void totals.set(currency, plus(totals.get(currency) ?? NOTHING, sums));
  for (const customer of customers.filter(({ costRefused }) => !costRefused)) {
    for (const subscription of customer.subscriptions) {
      const { cost } = subscription;
      const isBilled = month.days.some((day) => costLines(subscription, day).length > 0);
      if (isBilled && cost.kind !== 'none') add(cost.currency, sumsIn(subscription, month));
    }
    const own = month.days.flatMap((day) => customerLines(customer, day));
    if (own.length > 0) add(customer.billingCurrency, sumsOf(own));
  }
  return new Map([...totals].sort(([left], [right]) => left.localeCompare(right)));
}

/** Days of the month on which anything of the customer is charged, as far as its cost may be read. */
export const chargedDays = (customer: Customer, { days }: Month): string[] =>
  customer.costRefused
    ? []
    : days.filter(
        (day) =>
          customerLines(customer, day).length > 0 ||
          customer.subscriptions.some((subscription) => costLines(subscription, day).length > 0),
      );

/** Millionths of a currency's unit: fine enough for every amount that the API derives. */
export type Amounts = Record<'net' | 'gross' | 'credit' | 'missed' | 'missedAtMost', bigint> & {
  currency: string;
};

/** Half away from zero, as refunds are rounded too. */
const roundedQuotient = (part: bigint, whole: bigint): bigint =>
  part < 0n ? -roundedQuotient(-part, whole) : (part * 2n + whole) / (whole * 2n);

/**
 * The formulas of "Numbers, defined once" at the rate of 15 %, of which 0.85 is 17/20: gross = net / (1 - r),
 * credit = net r / (1 - r); what could have earned is missed, and what nobody classified at most.
 */
export function amountsOf(currency: string, { earned, missed, ineligible, unknown }: Sums): Amounts {
  const rest = missed + ineligible + unknown;
  return {
    currency,
    net: earned + rest,
    gross: roundedQuotient(earned * 20n, 17n) + rest,
    credit: roundedQuotient(earned * 3n, 17n),
    missed: roundedQuotient(missed * 3n, 20n),
    missedAtMost: roundedQuotient((missed + unknown) * 3n, 20n),
  };
}

const MICRO_DECIMALS = 6;

export function microsOf(text: string): bigint {
  const [whole = '', fraction = ''] = text.split('.');
  if (fraction.length > MICRO_DECIMALS) throw new Error(`${text} is finer than a millionth`);
  return BigInt(`${whole}${fraction.padEnd(MICRO_DECIMALS, '0')}`);
}

export const readAmounts = (totals: readonly Money[]): Amounts[] =>
  totals.map(({ currency, net, gross, credit, missed, missedAtMost }) => ({
    currency,
    net: microsOf(net),
    gross: microsOf(gross),
    credit: microsOf(credit),
    missed: microsOf(missed),
    missedAtMost: microsOf(missedAtMost),
  }));

export const expectedAmounts = (totals: ReadonlyMap<string, Sums>): Amounts[] =>
  [...totals].map(([currency, sums]) => amountsOf(currency, sums));

/** An amount as people in the test browser's language read it. */
export function moneyText(micros: bigint, currency: string): string {
  const digits = micros.toString().padStart(MICRO_DECIMALS + 1, '0');
  const text = `${digits.slice(0, -MICRO_DECIMALS)}.${digits.slice(-MICRO_DECIMALS)}`;
  // The formatter takes exact decimal text, which its type admits only as a template.
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(text as `${number}`);
}

export const VERDICT_WORDS: Readonly<Record<string, string>> = {
  earning: 'Earning',
  partial: 'Partly',
  'not-earning': 'Not earning',
  'not-applicable': 'Not applicable',
  pending: 'Waiting',
  unverified: 'Unverified',
  unknown: 'Unknown',
};

export const LINKED_WORDS: Readonly<Record<string, string>> = {
  yes: 'Linked',
  automatic: 'Automatic',
  no: 'Not linked',
  unknown: 'Unknown',
};

export const ACCESS_WORDS: Readonly<Record<string, string>> = {
  covered: 'Covered',
  partly: 'Partly',
  'not-covered': 'Not covered',
  unknown: 'Unknown',
};

export const CREDIT_WORDS: Readonly<Record<string, string>> = {
  credited: 'Credited',
  partly: 'Partly',
  'not-credited': 'Not credited',
  'not-applicable': 'Not applicable',
  unknown: 'Unknown',
};
