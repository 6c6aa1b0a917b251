import type { DuckDBConnection } from '@duckdb/node-api';
import { requireDecimal, ZERO, type Decimal } from '#lib/core/money.ts';
import { ADDED_UP, textOf } from './amounts.ts';
import { classifyKinds, classifyOddKinds } from './classes.ts';
import { withKinds } from './kinds.ts';
import { quoteName } from './scanner.ts';

const listed = (names: readonly string[]): string => names.map(quoteName).join(', ');

const KEYS = listed(['tenantId', 'subscriptionId', 'kind']);

/** By day, and by what months are summed by, in one scan. By as few keys as may be: what a kind tells is no key. */
const SCANNED = `select ${KEYS}, "day", "resourceGroup", "service", grouping("day") = 0 as "isDay",
    count(*) as "lines", ${ADDED_UP}
  from lines group by grouping sets ((${KEYS}, "day"), (${KEYS}, "resourceGroup", "service"))`;

const OWNERS = `select row_number() over (order by "tenantId", "subscriptionId")::integer as "owner", *
  from (select distinct "tenantId", "subscriptionId" from scanned)`;

const PARTS = `select * exclude ("tenantId", "subscriptionId")
  from scanned join owners using ("tenantId", "subscriptionId")`;

/**
 * Makes the view `lines`, of what is selected with its numbers, each with its kind; and of one scan of them the table
 * `parts` of their sums by owner and kind: of each day, or by all that months are summed by. `owners` numbers the
 * subscriptions of the customers in their order, `classes` tells what the kinds are.
 */
export async function sumLines(connection: DuckDBConnection, select: string): Promise<void> {
  await connection.run(`create or replace temp view lines as ${withKinds(select)}`);
  await connection.run(`create or replace temp table scanned as ${SCANNED}`);
  await connection.run(`create or replace temp table owners as ${OWNERS}`);
  await connection.run(`create or replace temp table parts as ${PARTS}`);
  await classifyKinds(connection);
  await connection.run('drop table scanned');
  const unknown = await connection.runAndReadAll(
    'select 1 from parts anti join classes using ("kind") limit 1',
  );
  if (unknown.currentRowCount > 0) await classifyOddKinds(connection);
}

/** The days that there are lines of, with how many. */
export const DAYS = `select "day", "lines" from parts where "isDay"`;

/** A sum to which an amount that fits no decimal of the database is still to be added, once for each of its lines. */
export function plusOdd(sum: string, odd: string | null, lines: number): Decimal {
  const decimal = requireDecimal(sum);
  return odd === null ? decimal : decimal.plus(requireDecimal(odd).times(lines));
}

/** What all lines add up to, by currency. */
export async function totalsIn(connection: DuckDBConnection): Promise<ReadonlyMap<string, Decimal>> {
  const found = await connection.runAndReadAll(
    `select "currency", ${textOf('net')}, "oddNet", "lines" from (
       select "currency", "oddNet", sum("lines")::integer as "lines", ${ADDED_UP}
       from parts join classes using ("kind") where "isDay" group by all)`,
  );
  const totals = new Map<string, Decimal>();
  for (const [name, net, odd, lines] of found.getRows()) {
    const currency = String(name);
    const part = plusOdd(String(net), odd === null ? null : String(odd), Number(lines));
    totals.set(currency, (totals.get(currency) ?? ZERO).plus(part));
  }
  return totals;
}
