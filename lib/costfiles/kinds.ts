import { OTHER_PRODUCTS, SPOT_NAME, type CostTraits } from '#lib/core/cost-lines.ts';
import {
  parseChargeType,
  parseCreditType,
  parseFlag,
  parsePricingModel,
  parseRate,
} from '#lib/core/cost-values.ts';
import { narrow } from './amounts.ts';
import type { CostColumn } from './columns.ts';
import { quoteText } from './scanner.ts';

/** Columns whose values decide the class of a line, as they stand. */
const WHOLE_TEXTS = [
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
  isPriceZero: `coalesce(try_cast("unitPrice" as double) = 0, false)`,
} as const;

const IS_AMOUNT_ZERO = `case when ${narrow('net')} is null then try_cast("net" as double) = 0 else ${narrow('net')} = 0 end`;

/** By functions that the database asks once for each value of a dictionary, as it does not ask `regexp_matches`. */
const matches = (column: CostColumn, { source }: RegExp): string =>
  `contains(regexp_replace(lower("${column}"), ${quoteText(source)}, chr(30)), chr(30))`;

/** Of names only what they match matters; by them, too, next to every product and meter would be a kind. */
const NAME_SIGNS = [
  matches('productName', SPOT_NAME),
  matches('productName', OTHER_PRODUCTS),
  matches('meterName', SPOT_NAME),
];

type Text = (typeof TEXTS)[number];
type Sign = keyof typeof SIGNS | 'isAmountZero';
export type Kind = Record<Text, string> & Record<Sign, boolean>;

const TRAITS = `hash(${[
  ...WHOLE_TEXTS.map((name) => `"${name}"`),
  ...NAME_SIGNS,
  ...Object.values(SIGNS).map((sql) => `coalesce(${sql}, false)`),
].join(', ')})`;

/** Names lines of one kind alike: they share their class. Kinds are far too few for two of them to share a name. */
export const KIND_KEY = `hash(${TRAITS}, coalesce(${IS_AMOUNT_ZERO}, false))`;

/** Each kind of the lines, and one line of each that stands for all; whether its amount is zero or not, for amounts are many. */
export const KINDS = `select hash("traits", "isAmountZero") as "kind", * exclude ("traits")
  from (select ${TRAITS} as "traits", ${[
    ...TEXTS.map((name) => `any_value("${name}") as "${name}"`),
    ...Object.entries(SIGNS).map(([name, sql]) => `coalesce(any_value(${sql}), false) as "${name}"`),
  ].join(', ')} from lines group by "traits"), (values (true), (false)) as zero ("isAmountZero")`;

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
