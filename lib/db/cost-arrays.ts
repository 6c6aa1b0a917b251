import { getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { DailyCost } from '#lib/core/facts.ts';
import { decimalText, requireDecimal, sum, sumOrNull, type Decimal } from '#lib/core/money.ts';
import type { Db } from './db.ts';

/** Of the read that brought it. */
export type OfRead<Row> = Row & { readId: string };

export type Amounts = Pick<DailyCost, 'net' | 'netUsd' | 'credit'>;

/** Amounts of several rows, each at the same place of its array. */
export type StoredAmounts = { net: string[]; netUsd: (string | null)[]; credit: (string | null)[] };

const textOrNull = (value: Decimal | null): string | null => (value === null ? null : decimalText(value));

const decimalOrNull = (text: string | null): Decimal | null => (text === null ? null : requireDecimal(text));

type Keys<Row> = {
  /** Names what rows have to have in common. */
  keyOf: (row: Row) => string;
  /** The one thing in which they differ. */
  valueOf: (row: Row) => string;
};

function addUp<Row extends Amounts>(same: readonly Row[]): Amounts {
  const [first] = same;
  if (first !== undefined && same.length === 1) return first;
  return {
    net: sum(same.map(({ net }) => net)),
    netUsd: sumOrNull(same.map(({ netUsd }) => netUsd)),
    credit: sumOrNull(same.map(({ credit }) => credit)),
  };
}

/** Rows that differ in one value become one, with that value in order and each once. */
export const foldRows = <Row extends Amounts>(
  rows: readonly Row[],
  { keyOf, valueOf }: Keys<Row>,
): { first: Row; values: string[]; amounts: StoredAmounts }[] =>
  [...Map.groupBy(rows, keyOf).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const each = [...Map.groupBy(same, valueOf)].toSorted(([left], [right]) => (left < right ? -1 : 1));
    const sums = each.map(([, parts]) => addUp(parts));
    const amounts = {
      net: sums.map(({ net }) => decimalText(net)),
      netUsd: sums.map(({ netUsd }) => textOrNull(netUsd)),
      credit: sums.map(({ credit }) => textOrNull(credit)),
    };
    return [{ first, values: each.map(([value]) => value), amounts }];
  });

/** The amounts at one place. */
export const amountsAt = ({ net, netUsd, credit }: StoredAmounts, index: number): Amounts => ({
  net: requireDecimal(net[index] ?? ''),
  netUsd: decimalOrNull(netUsd[index] ?? null),
  credit: decimalOrNull(credit[index] ?? null),
});

/** A table whose rows hold arrays: its key, and the column of the values that amounts are of. */
export type ArrayTable = { table: PgTable; key: readonly PgColumn[]; values: PgColumn };

const namesOf = (columns: readonly PgColumn[]): SQL =>
  sql.join(
    columns.map(({ name }) => sql.identifier(name)),
    sql`, `,
  );

/** Stores rows, and adds what they hold to rows that are there already; none may come twice. */
export async function upsertArrays(db: Db, { table, key, values }: ArrayTable, select: SQL): Promise<void> {
  const column = sql.identifier(values.name);
  await db.execute(sql`
    insert into ${table} as held ${select}
    on conflict (${namesOf(key)}) do update
    set (${column}, net, net_usd, credit) = (
      select array_agg(value order by value), array_agg(net order by value), array_agg(net_usd order by value),
        array_agg(credit order by value)
      from (
        select value, sum(net) as net,
          case when count(*) = count(net_usd) then sum(net_usd) end as net_usd,
          case when count(*) = count(credit) then sum(credit) end as credit
        from (
          select * from unnest(held.${column}, held.net, held.net_usd, held.credit) as old (value, net, net_usd, credit)
          union all
          select * from unnest(excluded.${column}, excluded.net, excluded.net_usd, excluded.credit) as new
        ) as parts
        group by value
      ) as sums)`);
}

/** Stores rows, and puts what they hold behind what is there: no value may be held already. */
export async function appendArrays(db: Db, { table, key, values }: ArrayTable, select: SQL): Promise<void> {
  const { net, netUsd, credit } = getTableColumns(table);
  const grown = [values, net, netUsd, credit].flatMap((column) => {
    if (column === undefined) return [];
    const name = sql.identifier(column.name);
    return [sql`${name} = held.${name} || excluded.${name}`];
  });
  await db.execute(sql`insert into ${table} as held ${select}
    on conflict (${namesOf(key)}) do update set ${sql.join(grown, sql`, `)}`);
}
