import type { CostClass } from './cost-classes.ts';
import { ratio, requireDecimal, sum, ZERO, type Decimal } from './money.ts';

/** Microsoft compares daily and monthly lines on these (costdata.md section 4, 2026-11-21). */
export type ReconcileKey = {
  tenantId: string;
  commerceSubscriptionId: string;
  productId: string;
  skuId: string;
  availabilityId: string;
  currency: string;
};

export type KeySum = ReconcileKey & {
  net: Decimal;
  lines: number;
  /** The rates by which the lines came into the billing currency; empty where none is told. */
  exchangeRates: readonly string[];
  /** Of reservations or savings plans, which daily rated usage leaves out. */
  isCommitment: boolean;
  productName: string;
};

export type DifferenceReason =
  | 'rounding'
  | 'exchange-rate'
  | 'open-month'
  | 'commitment-not-in-usage'
  | 'not-in-usage'
  | 'not-in-invoice'
  | 'unexplained';

export type ReconcileLine = ReconcileKey & {
  productName: string;
  /** null: the file does not have the product at all. */
  usage: Decimal | null;
  invoiced: Decimal | null;
  /** Invoiced less usage. */
  difference: Decimal;
  /** null: they agree to the last digit. */
  reason: DifferenceReason | null;
};

/** Of each line of the invoice, which is rounded by itself (costdata.md section 4, 2026-11-21). */
const TOLERANCE = requireDecimal('0.01');

const textOf = (key: ReconcileKey): string =>
  [key.tenantId, key.commerceSubscriptionId, key.productId, key.skuId, key.availabilityId, key.currency]
    .join('|')
    .toLowerCase();

const toleranceOf = (lines: number): Decimal => TOLERANCE.times(Math.max(1, lines));

/** Whether the rates of the invoice, put in place of those of the usage, make what was invoiced. */
function isByRates(usage: KeySum, invoiced: KeySum): boolean {
  const worths = invoiced.exchangeRates.flatMap((to) =>
    usage.exchangeRates.flatMap((from) => ratio(usage.net.times(to), requireDecimal(from)) ?? []),
  );
  const [first] = worths;
  if (first === undefined) return false;
  const least = worths.reduce((low, one) => (one.lt(low) ? one : low), first);
  const most = worths.reduce((high, one) => (one.gt(high) ? one : high), first);
  const tolerance = toleranceOf(invoiced.lines);
  return invoiced.net.gte(least.minus(tolerance)) && invoiced.net.lte(most.plus(tolerance));
}

/** What reasons speak of a difference that rounding does not explain, and of which nothing is missing on either side. */
function reasonOf(usage: KeySum, invoiced: KeySum, isOpen: boolean): DifferenceReason {
  if (isOpen) return 'open-month';
  // Commitments that are not left out of daily rated usage have no price there (costdata.md section 5, 2026-11-21).
  if (invoiced.isCommitment && usage.net.eq(0)) return 'commitment-not-in-usage';
  return isByRates(usage, invoiced) ? 'exchange-rate' : 'unexplained';
}

function differenceReason(
  usage: KeySum | null,
  invoiced: KeySum | null,
  isOpen: boolean,
): DifferenceReason | null {
  const difference = (invoiced?.net ?? ZERO).minus(usage?.net ?? ZERO);
  if (difference.eq(0)) return null;
  if (difference.abs().lte(toleranceOf(invoiced?.lines ?? 1))) return 'rounding';
  if (invoiced === null) return isOpen ? 'open-month' : 'not-in-invoice';
  if (usage === null) return invoiced.isCommitment ? 'commitment-not-in-usage' : 'not-in-usage';
  return reasonOf(usage, invoiced, isOpen);
}

/** Holds daily rated usage of a month against the invoice reconciliation file, product by product. */
export function reconcile(
  usage: readonly KeySum[],
  invoiced: readonly KeySum[],
  { isOpen }: { isOpen: boolean },
): ReconcileLine[] {
  const used = new Map(usage.map((one) => [textOf(one), one]));
  const billed = new Map(invoiced.map((one) => [textOf(one), one]));
  return [...new Set([...billed.keys(), ...used.keys()])].flatMap((key) => {
    const mine = used.get(key) ?? null;
    const theirs = billed.get(key) ?? null;
    const either = theirs ?? mine;
    if (either === null) return [];
    const { tenantId, commerceSubscriptionId, productId, skuId, availabilityId, currency, productName } =
      either;
    return [
      {
        ...{ tenantId, commerceSubscriptionId, productId, skuId, availabilityId, currency, productName },
        usage: mine?.net ?? null,
        invoiced: theirs?.net ?? null,
        difference: (theirs?.net ?? ZERO).minus(mine?.net ?? ZERO),
        reason: differenceReason(mine, theirs, isOpen),
      },
    ];
  });
}

export type ReconcileTotal = {
  currency: string;
  usage: Decimal;
  invoiced: Decimal;
  difference: Decimal;
  byReason: { reason: DifferenceReason; lines: number; difference: Decimal }[];
  agreeing: number;
};

/** Sums of each currency, and how much of the difference has which reason; largest first. */
export const summariseReconcile = (lines: readonly ReconcileLine[]): ReconcileTotal[] =>
  [...Map.groupBy(lines, ({ currency }) => currency)].map(([currency, same]) => {
    const differing = same.filter((line) => line.reason !== null);
    const byReason = [...Map.groupBy(differing, ({ reason }) => reason)].flatMap(([reason, alike]) =>
      reason === null
        ? []
        : [{ reason, lines: alike.length, difference: sum(alike.map(({ difference }) => difference)) }],
    );
    return {
      currency,
      usage: sum(same.map((line) => line.usage ?? ZERO)),
      invoiced: sum(same.map((line) => line.invoiced ?? ZERO)),
      difference: sum(same.map(({ difference }) => difference)),
      byReason: byReason.toSorted((left, right) => right.difference.abs().cmp(left.difference.abs())),
      agreeing: same.length - differing.length,
    };
  });

/** Classes of which daily rated usage has no line (costdata.md section 5, 2026-11-21). */
const LEFT_OUT_OF_USAGE: readonly CostClass[] = [
  'INELIGIBLE_RESERVATION',
  'INELIGIBLE_SAVINGS_PLAN',
  'INELIGIBLE_PRODUCT',
];

/** A customer's month by one source. */
export type MonthSum = {
  net: Decimal;
  /** Of it what daily rated usage leaves out. */
  leftOut: Decimal;
};

/** Adds up the classes of a customer's month. */
export const summariseClasses = (classes: readonly { costClass: CostClass; net: Decimal }[]): MonthSum => ({
  net: sum(classes.map(({ net }) => net)),
  leftOut: sum(
    classes.filter(({ costClass }) => LEFT_OUT_OF_USAGE.includes(costClass)).map(({ net }) => net),
  ),
});

/** A customer's month by each source that holds it; null where a source does not. */
export type SourceTotals = {
  tenantId: string;
  currency: string;
  usage: { net: Decimal; lines: number } | null;
  details: MonthSum | null;
  ours: MonthSum | null;
};

export type SourceReason = 'rounding' | 'open-month' | 'left-out-of-usage' | 'unexplained';

/** By how much a source differs from daily rated usage; no reason where it does not. */
export type SourceDifference = { amount: Decimal; reason: SourceReason | null };

export type SourceComparison = SourceTotals & {
  /** Cost details less daily rated usage; null where one of them is missing. */
  detailsLessUsage: SourceDifference | null;
  /** What the pages show less daily rated usage. */
  oursLessUsage: SourceDifference | null;
};

function lessUsage(
  { usage }: SourceTotals,
  source: MonthSum | null,
  isOpen: boolean,
): SourceDifference | null {
  if (usage === null || source === null) return null;
  const amount = source.net.minus(usage.net);
  const isWithin = (rest: Decimal): boolean => rest.abs().lte(toleranceOf(usage.lines));
  if (amount.eq(0)) return { amount, reason: null };
  if (isWithin(amount)) return { amount, reason: 'rounding' };
  if (isWithin(amount.minus(source.leftOut))) return { amount, reason: 'left-out-of-usage' };
  return { amount, reason: isOpen ? 'open-month' : 'unexplained' };
}

export const compareSources = (
  totals: readonly SourceTotals[],
  { isOpen }: { isOpen: boolean },
): SourceComparison[] =>
  totals.map((one) => ({
    ...one,
    detailsLessUsage: lessUsage(one, one.details, isOpen),
    oursLessUsage: lessUsage(one, one.ours, isOpen),
  }));
