import { OTHER_PRODUCTS, SPOT_NAME, type CostTraits } from '#lib/core/cost-lines.ts';
import {
  parseChargeType,
  parseCreditType,
  parseFlag,
  parsePricingModel,
  parseRate,
} from '#lib/core/cost-values.ts';
import { isOdd, narrow } from './amounts.ts';
import type { CostColumn } from './columns.ts';
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

/** By functions that the database asks once for each value of a dictionary, as it does not ask `regexp_matches`. */
const matches = (column: CostColumn, { source }: RegExp): string =>
  `contains(regexp_replace(lower("${column}"), ${quoteText(source)}, chr(30)), chr(30))`;

const ZERO = /^[-+]?(0+[.]?0*|[.]0+)(e[-+]?[0-9]+)?$/;

/** Of these columns only this much matters; whole, they would make every line a kind of its own. */
const SIGNS = {
  hasReservation: `"reservationId" <> ''`,
  inSavingsPlan: `contains(lower("benefitId"), '/savingsplanorders/')`,
  inReservationOrder: `contains(lower("benefitId"), '/reservationorders/')`,
  isPriceZero: matches('unitPrice', ZERO),
  // Compared, never added: rounding of prices is far below a thousandth.
  isBelowMarket: `try_cast("effectivePrice" as double) < 0.999 * try_cast("marketPrice" as double)`,
} as const;

/** Of names only what they match matters; by them, too, next to every product and meter would be a kind. */
const NAME_SIGNS = [
  matches('productName', SPOT_NAME),
  matches('productName', OTHER_PRODUCTS),
  matches('meterName', SPOT_NAME),
];

/** As text: of this function, too, each date of a dictionary is asked once. */
const MONTH = `strftime("day", '%Y-%m')`;

const TRAITS = `hash(${[
  MONTH,
  ...WHOLE_TEXTS.map((name) => `"${name}"`),
  ...NAME_SIGNS,
  ...Object.values(SIGNS).map((sql) => `coalesce(${sql}, false)`),
].join(', ')})`;

/** What a line's amounts add to its kind: those that no decimal of the database holds are each a kind of its own. */
const OF_AMOUNTS = {
  isAmountZero: `coalesce(case when ${narrow('net')} is null then try_cast("net" as double) = 0 else ${narrow('net')} = 0 end, false)`,
  isWithoutUsd: `${narrow('netUsd')} is null and "netUsd" = ''`,
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

/** Each kind of the lines without odd amounts; one line of each stands for all, whatever its amounts are, for they are many. */
export const KINDS = `select ${KIND} as "kind", * exclude ("oddNet", "oddUsd")
  from (select "traits", any_value(${MONTH}) as "month", ${[
    ...TEXTS.map((name) => `any_value("${name}") as "${name}"`),
    ...Object.entries(SIGNS).map(([name, sql]) => `coalesce(any_value(${sql}), false) as "${name}"`),
  ].join(', ')} from lines group by "traits"),
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
