import type { CostClass } from './cost-classes.ts';
import { classifyLine, type CostTraits } from './cost-lines.ts';
import type { DailyCost } from './facts.ts';
import { parseChargeType, parsePricingModel } from './cost-values.ts';
import { sum, sumOrNull, type Decimal } from './money.ts';

/** A part of an uncredited amount whose class a query told. */
export type SplitPart = Pick<DailyCost, 'costClass' | 'net' | 'netUsd'>;

const NOTHING_TOLD: CostTraits = {
  credited: false,
  creditRateFraction: null,
  creditType: null,
  publisherType: null,
  publisherName: null,
  chargeType: null,
  pricingModel: null,
  hasReservation: false,
  benefit: null,
  tags: null,
  provider: null,
  productName: null,
  meterName: null,
  isPriceZero: false,
  isAmountZero: false,
};

/** Class of an uncredited group of a query; a dimension that was not asked for is null. */
export const classOfQueryGroup = (group: {
  publisherType: string | null;
  chargeType: string | null;
  pricingModel: string | null;
}): CostClass =>
  classifyLine({
    ...NOTHING_TOLD,
    publisherType: group.publisherType,
    chargeType: group.chargeType === null ? null : parseChargeType(group.chargeType),
    pricingModel: group.pricingModel === null ? null : parsePricingModel(group.pricingModel),
  });

const restOf = (whole: Decimal | null, parts: readonly (Decimal | null)[]): Decimal | null => {
  const told = sumOrNull(parts);
  return whole === null || told === null ? null : whole.minus(told);
};

const amountsTo = ({ net, netUsd }: SplitPart): boolean => !net.eq(0) || netUsd?.eq(0) === false;

/**
 * An uncredited row as rows of the classes its parts tell, and of `restClass` what they leave: the rows always add up
 * to the row that was read.
 */
export function splitRow<Row extends SplitPart>(
  row: Row,
  parts: readonly SplitPart[],
  restClass: CostClass,
): Row[] {
  if (row.costClass !== 'UNCLASSIFIED') return [row];
  if (row.net.eq(0)) return [{ ...row, costClass: 'ZERO_PRICE' as const }];
  const heavy = parts.filter(amountsTo);
  const told = [...Map.groupBy(heavy, ({ costClass }) => costClass)].map(([costClass, same]) => ({
    ...row,
    costClass,
    net: sum(same.map(({ net }) => net)),
    netUsd: sumOrNull(same.map(({ netUsd }) => netUsd)),
  }));
  const left = row.net.minus(sum(told.map(({ net }) => net)));
  const [only] = told;
  // Its own dollars, however the part's were rounded.
  if (left.eq(0) && only !== undefined && told.length === 1) return [{ ...only, netUsd: row.netUsd }];
  if (left.eq(0)) return told;
  const netUsd = restOf(
    row.netUsd,
    told.map((part) => part.netUsd),
  );
  return [...told, { ...row, costClass: restClass, net: left, netUsd }];
}
