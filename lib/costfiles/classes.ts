import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import { classifyLine } from '#lib/core/cost-lines.ts';
import { BELOW_MARKET_PRICE } from '#lib/core/facts.ts';
import { kindsOfDays, traitsOf, type Kind } from './kinds.ts';

type KindRow = Kind & { kind: bigint; traits: bigint };

/** What its kind tells of a line. Rates matter where credit was received; what was credited tells nothing by its price. */
function classRowOf({ kind, traits, ...rest }: KindRow): (string | bigint | boolean | null)[] {
  const { isAmountZero, isWithoutUsd, month, currency, creditRate, isBelowMarket } = rest;
  const costClass = classifyLine(traitsOf(rest));
  const isEarned = costClass === 'EARNED';
  const price = isBelowMarket && !isEarned ? BELOW_MARKET_PRICE : '';
  const of = [month, currency, costClass, isEarned ? creditRate : '', price];
  return [kind, traits, isAmountZero, isWithoutUsd, ...of, null, null];
}

const CLASSES = `create or replace temp table classes ("kind" ubigint, "traits" ubigint, "isAmountZero" boolean,
  "isWithoutUsd" boolean, "month" varchar, "currency" varchar, "costClass" varchar, "creditRate" varchar,
  "price" varchar, "oddNet" varchar, "oddUsd" varchar)`;

/** Lines of these days alone are looked at: of each kind one has to be among them. */
const DAYS_OF_KINDS = `select distinct strftime("day", '%Y-%m-%d')
  from (select min("day") as "day" from scanned where "isDay" group by "kind") where "day" is not null`;

/**
 * Makes the table `classes`, of the kinds that lines were found to have. Kinds are few, so the rule decides each of them
 * once, here, and the files never learn it.
 */
export async function classifyKinds(connection: DuckDBConnection): Promise<void> {
  await connection.run(CLASSES);
  const days = (await connection.runAndReadAll(DAYS_OF_KINDS)).getRows().map(([day]) => String(day));
  if (days.length === 0) return;
  const found = await connection.runAndReadAll(kindsOfDays(days));
  // The query selects exactly these columns. An appender that is not closed writes what it holds at any time.
  const rows = found.getRowObjectsJS().map((row) => classRowOf(row as KindRow));
  const appender = await connection.createAppender('classes', null, 'temp');
  for (const row of rows) {
    for (const value of row) append(appender, value);
    appender.endRow();
  }
  appender.closeSync();
}

function append(appender: DuckDBAppender, value: string | bigint | boolean | null): void {
  if (value === null) appender.appendNull();
  else if (typeof value === 'string') appender.appendVarchar(value);
  else if (typeof value === 'bigint') appender.appendUBigInt(value);
  else appender.appendBoolean(value);
}

/** Classes of kinds that differ from others by an odd amount alone: there may be as many as lines, and next to always none. */
export async function classifyOddKinds(connection: DuckDBConnection): Promise<void> {
  await connection.run(`insert into classes
    select distinct lines."kind", classes.* exclude ("kind", "oddNet", "oddUsd"), lines."oddNet", lines."oddUsd"
    from lines join classes using ("traits", "isAmountZero", "isWithoutUsd")
    where lines."oddNet" is not null or lines."oddUsd" is not null`);
}
