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

/** The one class of all parts that amount to anything, or of all; null when they differ or there is none. */
export function soleClass(parts: readonly SplitPart[]): CostClass | null {
  const heavy = parts.filter(({ net }) => !net.eq(0));
  const classes = new Set((heavy.length === 0 ? parts : heavy).map(({ costClass }) => costClass));
  const [only] = classes;
  return classes.size === 1 && only !== undefined ? only : null;
}

const restOf = (whole: Decimal | null, parts: readonly (Decimal | null)[]): Decimal | null => {
  const told = sumOrNull(parts);
  return whole === null || told === null ? null : whole.minus(told);
};

/**
 * An uncredited row as rows of the classes its parts tell. What the parts leave over stays unclassified, so that the
 * rows always add up to the row that was read.
 */
export function splitRow<Row extends SplitPart>(row: Row, parts: readonly SplitPart[]): Row[] {
  if (row.costClass !== 'UNCLASSIFIED') return [row];
  if (row.net.eq(0)) return [{ ...row, costClass: 'ZERO_PRICE' as const }];
  const only = soleClass(parts);
  if (only !== null && sum(parts.map(({ net }) => net)).eq(row.net)) return [{ ...row, costClass: only }];
  const told = [...Map.groupBy(parts, ({ costClass }) => costClass)].map(([costClass, same]) => ({
    ...row,
    costClass,
    net: sum(same.map(({ net }) => net)),
    netUsd: sumOrNull(same.map(({ netUsd }) => netUsd)),
  }));
  const left = row.net.minus(sum(told.map(({ net }) => net)));
  if (left.eq(0)) return told;
  const netUsd = restOf(
    row.netUsd,
    told.map((part) => part.netUsd),
  );
  return [...told, { ...row, net: left, netUsd }];
}
