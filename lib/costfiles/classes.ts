import type { DuckDBConnection } from '@duckdb/node-api';
import { classifyLine, type CostTraits } from '#lib/core/cost-lines.ts';
import {
  parseChargeType,
  parseCreditType,
  parseFlag,
  parsePricingModel,
  parseRate,
} from '#lib/core/cost-values.ts';
import { hasCreditColumns, type CostColumn, type CostLayout } from './columns.ts';
import { quoteName, quoteText } from './scanner.ts';

/** Columns whose values decide the class, as they stand. */
const TEXTS = [
  'credited',
  'creditRate',
  'creditType',
  'publisherType',
  'publisherName',
  'chargeType',
  'pricingModel',
  'benefitType',
  'provider',
  'productName',
  'meterName',
] as const satisfies readonly CostColumn[];

/** Of these only this much matters; whole, they would make every line a kind of its own. */
const DERIVED = {
  hasReservation: `"reservationId" <> ''`,
  inSavingsPlan: `contains(lower("benefitId"), '/savingsplanorders/')`,
  inReservationOrder: `contains(lower("benefitId"), '/reservationorders/')`,
  isPriceZero: `coalesce(try_cast("unitPrice" as double) = 0, false)`,
  isAmountZero: `try_cast("net" as double) = 0`,
} as const;

type Text = (typeof TEXTS)[number];
type Kind = Record<Text, string> & Record<keyof typeof DERIVED, boolean>;

const orNull = (text: string): string | null => (text === '' ? null : text);

function benefitOf({ benefitType, inSavingsPlan, inReservationOrder }: Kind): CostTraits['benefit'] {
  const named = benefitType.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (named === 'savingsplan' || inSavingsPlan) return 'savings-plan';
  if (named === 'reservation' || inReservationOrder) return 'reservation';
  return named === '' ? null : 'other';
}

const traitsOf = (kind: Kind, hasCredit: boolean): CostTraits => ({
  hasCreditColumns: hasCredit,
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

const derivedColumns = Object.entries(DERIVED).map(([name, sql]) => `${sql} as ${quoteName(name)}`);
const keys = [...TEXTS, ...Object.keys(DERIVED)];

/** The kept lines with what their class hangs on. */
const linesWithTraits = (parquet: string): string =>
  `(select *, ${derivedColumns.join(', ')} from read_parquet(${quoteText(parquet)}))`;

/**
 * Makes the view `classified`: each kept line with its class. The distinct kinds of lines are few, so the rule
 * decides each of them once, here, and the files never learn it.
 */
export async function classifyLines(
  connection: DuckDBConnection,
  parquet: string,
  layout: CostLayout,
): Promise<void> {
  const lines = linesWithTraits(parquet);
  const columns = keys.map(quoteName).join(', ');
  await connection.run(
    `create or replace temp table kinds as
       select row_number() over () as id, * from (select distinct ${columns} from ${lines})`,
  );
  await connection.run('create or replace temp table classes (id bigint, "costClass" varchar)');
  const appender = await connection.createAppender('classes', null, 'temp');
  const kinds = await connection.stream('select * from kinds');
  const hasCredit = hasCreditColumns(layout);
  for await (const rows of kinds.yieldRowObjectJs()) {
    for (const row of rows) {
      // The table was made of exactly these columns.
      const { id, ...kind } = row as Kind & { id: bigint };
      appender.appendBigInt(id);
      appender.appendVarchar(classifyLine(traitsOf(kind, hasCredit)));
      appender.endRow();
    }
  }
  appender.closeSync();
  const same = keys.map((key) => `lines.${quoteName(key)} = kinds.${quoteName(key)}`).join(' and ');
  await connection.run(
    `create or replace temp view classified as
       select lines.*, classes."costClass"
         from ${lines} as lines join kinds on ${same} join classes on classes.id = kinds.id`,
  );
}
