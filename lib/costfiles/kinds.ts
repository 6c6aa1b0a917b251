import { OTHER_PRODUCTS, SPOT_NAME, type CostTraits } from '#lib/core/cost-lines.ts';
import {
  parseChargeType,
  parseCreditType,
  parseFlag,
  parsePricingModel,
  parseRate,
} from '#lib/core/cost-values.ts';
import { isBlank, isOdd, isZero } from './amounts.ts';
import type { CostColumn } from './columns.ts';
import { matches, type ColumnsOfFile } from './prices.ts';
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

const ORDER_OF_BENEFIT = `regexp_extract(lower("benefitId"), '/(savingsplan|reservation)orders/')`;

/** Of these columns only this much matters; whole, they would make every line a kind of its own. */
const SIGNS = {
  hasReservation: `"reservationId" <> ''`,
  inSavingsPlan: `${ORDER_OF_BENEFIT} = '/savingsplanorders/'`,
  inReservationOrder: `${ORDER_OF_BENEFIT} = '/reservationorders/'`,
  isPriceZero: '"isPriceZero"',
  isBelowMarket: '"isBelowMarket"',
} as const;

/** What tells the signs of a column apart, in one look; of names only what they match matters, too. */
const OF_COLUMNS: readonly (readonly [CostColumn, string])[] = [
  ...WHOLE_TEXTS.map((name) => [name, `"${name}"`] as const),
  ['productName', matches('productName', SPOT_NAME)],
  ['productName', matches('productName', OTHER_PRODUCTS)],
  ['meterName', matches('meterName', SPOT_NAME)],
  ['reservationId', SIGNS.hasReservation],
  ['benefitId', ORDER_OF_BENEFIT],
  ['unitPrice', SIGNS.isPriceZero],
  ['effectivePrice', SIGNS.isBelowMarket],
];

/** Of this function, too, each date of a dictionary is asked once, and of days that are dates it takes next to nothing. */
const MONTH_NUMBER = `datediff('month', date '2000-01-01', "day")`;

/** Traits of lines of which other columns are missing are others: they tell which, and the columns that there are. */
function traitsOfLines({ missing }: ColumnsOfFile): string {
  const told = OF_COLUMNS.filter(([column]) => !missing.has(column));
  const absent = new Set(OF_COLUMNS.map(([column]) => column).filter((column) => missing.has(column)));
  return `hash(${[quoteText([...absent].join(' ')), MONTH_NUMBER, ...told.map(([, sql]) => sql)].join(', ')})`;
}

/** What a line's amounts add to its kind: those that no decimal of the database holds are each a kind of its own. */
const ofAmounts = ({ numbers }: ColumnsOfFile): string =>
  `${isZero('net', numbers)} as "isAmountZero", ${isBlank('netUsd', numbers)} as "isWithoutUsd",
   case when ${isOdd('net')} then "net" end as "oddNet",
   case when ${isOdd('netUsd')} then nullif("netUsd", '') end as "oddUsd"`;

const KIND = 'hash("traits", "isAmountZero", "isWithoutUsd", "oddNet", "oddUsd")';

/** Selected lines of a file with what, together, is the kind of each. */
export const withTraits = (select: string, columns: ColumnsOfFile): string =>
  `select *, ${traitsOfLines(columns)} as "traits", ${ofAmounts(columns)} from (${select})`;

/**
 * Those with the name of their kind: lines of one kind share their month, currency and class, and whatever else is told
 * of a class. Kinds are far too few for two of them to share a name.
 */
export const withKinds = (select: string): string => `select *, ${KIND} as "kind" from (${select})`;

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
