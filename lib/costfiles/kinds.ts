import { OTHER_PRODUCTS, SPOT_NAME, type CostTraits } from '#lib/core/cost-lines.ts';
import {
  parseChargeType,
  parseCreditType,
  parseFlag,
  parsePricingModel,
  parseRate,
} from '#lib/core/cost-values.ts';
import { isOdd, narrow, wide } from './amounts.ts';
import type { CostColumn } from './columns.ts';
import { matches } from './prices.ts';
import { quoteText } from './scanner.ts';

/** Columns of which each value makes a kind of its own: the currency, and what decides the class of a line as it stands. */
const WHOLE_TEXTS = [
  'currency',
  'credited',
  'creditRate',
  'creditType',
  'publisherType',
  'publisherName',
  'chargeType',
  'pricingModel',
  'benefitType',
  'provider',
] as const satisfies readonly CostColumn[];

const TEXTS = [...WHOLE_TEXTS, 'productName', 'meterName'] as const;

/** Of these columns only this much matters; whole, they would make every line a kind of its own. */
const SIGNS = {
  hasReservation: `"reservationId" <> ''`,
  inSavingsPlan: `contains(lower("benefitId"), '/savingsplanorders/')`,
  inReservationOrder: `contains(lower("benefitId"), '/reservationorders/')`,
  isPriceZero: '"isPriceZero"',
  isBelowMarket: '"isBelowMarket"',
} as const;

/** Of names only what they match matters; by them, too, next to every product and meter would be a kind. */
const NAME_SIGNS = [
  matches('productName', SPOT_NAME),
  matches('productName', OTHER_PRODUCTS),
  matches('meterName', SPOT_NAME),
];

/** Of this function, too, each date of a dictionary is asked once, and of days that are dates it takes next to nothing. */
const MONTH_NUMBER = `datediff('month', date '2000-01-01', "day")`;

const TRAITS = `hash(${[
  MONTH_NUMBER,
  ...WHOLE_TEXTS.map((name) => `"${name}"`),
  ...NAME_SIGNS,
  ...Object.values(SIGNS).map((sql) => `coalesce(${sql}, false)`),
].join(', ')})`;

/** What a line's amounts add to its kind: those that no decimal of the database holds are each a kind of its own. */
const OF_AMOUNTS = {
  isAmountZero: `coalesce(${narrow('net')} = 0, ${wide('net')} = 0, try_cast("net" as double) = 0, false)`,
  isWithoutUsd: `${isOdd('netUsd')} and "netUsd" = ''`,
  oddNet: `case when ${isOdd('net')} then "net" end`,
  oddUsd: `case when ${isOdd('netUsd')} then nullif("netUsd", '') end`,
} as const;

const KIND = `hash("traits", ${Object.keys(OF_AMOUNTS)
  .map((name) => `"${name}"`)
  .join(', ')})`;

/**
 * Selected lines, each with the name of its kind: lines of one kind share their month, currency and class, and whatever
 * else is told of a class. Kinds are far too few for two of them to share a name.
 */
export function withKinds(select: string): string {
  const ofAmounts = Object.entries(OF_AMOUNTS).map(([name, sql]) => `${sql} as "${name}"`);
  return `select *, ${KIND} as "kind" from (select *, ${TRAITS} as "traits", ${ofAmounts.join(', ')} from (${select}))`;
}

type Text = (typeof TEXTS)[number];
type Sign = keyof typeof SIGNS | 'isAmountZero' | 'isWithoutUsd';
export type Kind = Record<Text, string> & Record<Sign, boolean> & { month: string | null };

/**
 * Each kind of these days' lines, but for odd amounts, of which there are as many as lines at worst; one line of each
 * stands for all of its kind.
 */
export const kindsOfDays = (
  days: readonly string[],
): string => `select ${KIND} as "kind", * exclude ("oddNet", "oddUsd")
  from (select "traits", strftime(any_value("day"), '%Y-%m') as "month", ${[
    ...TEXTS.map((name) => `any_value("${name}") as "${name}"`),
    ...Object.entries(SIGNS).map(([name, sql]) => `coalesce(any_value(${sql}), false) as "${name}"`),
  ].join(
    ', ',
  )} from lines where "day" in (${days.map((day) => `date ${quoteText(day)}`).join(', ')}) group by "traits"),
    (values (true), (false)) as zero ("isAmountZero"), (values (true), (false)) as usd ("isWithoutUsd"),
    (values (null::varchar, null::varchar)) as odd ("oddNet", "oddUsd")`;

const orNull = (text: string): string | null => (text === '' ? null : text);

function benefitOf({ benefitType, inSavingsPlan, inReservationOrder }: Kind): CostTraits['benefit'] {
  const named = benefitType.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (named === 'savingsplan' || inSavingsPlan) return 'savings-plan';
  if (named === 'reservation' || inReservationOrder) return 'reservation';
  return named === '' ? null : 'other';
}

export const traitsOf = (kind: Kind): CostTraits => ({
  credited: parseFlag(kind.credited),
  creditRateFraction: parseRate(kind.creditRate),
  creditType: parseCreditType(kind.creditType),
  publisherType: orNull(kind.publisherType),
  publisherName: orNull(kind.publisherName),
  chargeType: parseChargeType(kind.chargeType),
  pricingModel: parsePricingModel(kind.pricingModel),
  hasReservation: kind.hasReservation,
  benefit: benefitOf(kind),
  tags: null,
  provider: orNull(kind.provider),
  productName: orNull(kind.productName),
  meterName: orNull(kind.meterName),
  isPriceZero: kind.isPriceZero,
  isAmountZero: kind.isAmountZero,
});
