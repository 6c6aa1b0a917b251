import type { CostClass } from './cost-classes.ts';
import type { CostGrouping, DailyCost, GroupedCost } from './facts.ts';
import type { SubscriptionId } from './ids.ts';
import type { Day } from './periods.ts';
import { decimalText, requireDecimal, sum, sumOrNull, type Decimal } from './money.ts';

/** Amounts of several sums, each at the same place, as exact texts: most go to the store without being reckoned with. */
export type AmountTexts = { net: string[]; netUsd: (string | null)[]; credit: (string | null)[] };

/** Sums of one subscription, currency and class: of each of its days, or of each name. */
export type CostSeries = AmountTexts & {
  /** null for charges that belong to no subscription. */
  subscriptionId: SubscriptionId | null;
  currency: string;
  costClass: CostClass;
  /** The days or the names, in order and each once. */
  values: string[];
};

/** Of the names of one grouping. */
export type NamedSeries = CostSeries & { grouping: CostGrouping };

type Amounts = Pick<DailyCost, 'net' | 'netUsd' | 'credit'>;

type Series = AmountTexts & { values: string[] };

const textOrNull = (value: Decimal | null): string | null => (value === null ? null : decimalText(value));

const decimalOrNull = (text: string | null): Decimal | null => (text === null ? null : requireDecimal(text));

/** One sum as a series. */
export const seriesOf = (value: string, { net, netUsd, credit }: Amounts): Series => ({
  values: [value],
  net: [decimalText(net)],
  netUsd: [textOrNull(netUsd)],
  credit: [textOrNull(credit)],
});

/** The amounts at one place. */
const amountsAt = ({ net, netUsd, credit }: AmountTexts, index: number): Amounts => ({
  net: requireDecimal(net[index] ?? ''),
  netUsd: decimalOrNull(netUsd[index] ?? null),
  credit: decimalOrNull(credit[index] ?? null),
});

type Place = { series: Series; index: number };

function textsAt({ series: { net, netUsd, credit }, index }: Place) {
  return { net: net[index] ?? '', netUsd: netUsd[index] ?? null, credit: credit[index] ?? null };
}

function addUp(places: readonly Place[]): ReturnType<typeof textsAt> {
  const [first] = places;
  if (first !== undefined && places.length === 1) return textsAt(first);
  const amounts = places.map(({ series, index }) => amountsAt(series, index));
  return {
    net: decimalText(sum(amounts.map(({ net }) => net))),
    netUsd: textOrNull(sumOrNull(amounts.map(({ netUsd }) => netUsd))),
    credit: textOrNull(sumOrNull(amounts.map(({ credit }) => credit))),
  };
}

function joinSeries(many: readonly Series[]): Series {
  const places = many.flatMap((series) => series.values.map((value, index) => ({ value, series, index })));
  const each = [...Map.groupBy(places, ({ value }) => value)].toSorted(([left], [right]) =>
    left < right ? -1 : 1,
  );
  const texts = each.map(([, same]) => addUp(same));
  return {
    values: each.map(([value]) => value),
    net: texts.map(({ net }) => net),
    netUsd: texts.map(({ netUsd }) => netUsd),
    credit: texts.map(({ credit }) => credit),
  };
}

/** Series of one key become one, in which the sums of each value are added up; one that is alone stays what it is. */
export const foldSeries = <One extends Series>(
  all: readonly One[],
  keyOf: (one: One) => string,
): readonly One[] =>
  [...Map.groupBy(all, keyOf).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    return [same.length === 1 ? first : { ...first, ...joinSeries(same) }];
  });

/** Each sum of a series of days. */
export const dailyCostsOf = ({ values, net, netUsd, credit, ...of }: CostSeries): DailyCost[] =>
  values.map((day, index) => ({
    ...of,
    // Days were parsed, or written by a database that knows them, before they came into a series.
    day: day as Day,
    ...amountsAt({ net, netUsd, credit }, index),
  }));

/** Each sum of a series of names. */
export const groupedCostsOf = ({ values, net, netUsd, credit, ...of }: NamedSeries): GroupedCost[] =>
  values.map((name, index) => ({ ...of, name, ...amountsAt({ net, netUsd, credit }, index) }));

/** How many sums there are in series. */
export const countSums = (all: readonly Series[]): number =>
  all.reduce((count, { values }) => count + values.length, 0);
