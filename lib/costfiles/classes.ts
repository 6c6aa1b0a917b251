import type { DuckDBConnection } from '@duckdb/node-api';
import { classifyLine } from '#lib/core/cost-lines.ts';
import type { Period } from '#lib/core/periods.ts';
import { KIND_SIGNS, KIND_TEXTS, traitsOf, type Kind } from './kinds.ts';
import { quoteName, quoteText } from './scanner.ts';

/** One line of each kind stands for all. */
const kindsIn = (parquet: string): string => {
  const texts = KIND_TEXTS.map((name) => `any_value(${quoteName(name)}) as ${quoteName(name)}`);
  const signs = KIND_SIGNS.map(([name, sql]) => `coalesce(any_value(${sql}), false) as ${quoteName(name)}`);
  return `select "kind", ${[...texts, ...signs].join(', ')}
    from read_parquet(${quoteText(parquet)}) group by "kind"`;
};

/**
 * Makes the view `classified`: each kept line with its class. The kinds of lines are few, so the rule decides each of
 * them once, here, and the files never learn it.
 */
export async function classifyLines(connection: DuckDBConnection, parquet: string): Promise<void> {
  await connection.run('create or replace temp table classes ("kind" ubigint, "costClass" varchar)');
  const appender = await connection.createAppender('classes', null, 'temp');
  const kinds = await connection.runAndReadAll(kindsIn(parquet));
  for (const row of kinds.getRowObjectsJS()) {
    // The query selects exactly these columns.
    const { kind, ...traits } = row as Kind & { kind: bigint };
    appender.appendUBigInt(kind);
    appender.appendVarchar(classifyLine(traitsOf(traits)));
    appender.endRow();
  }
  appender.closeSync();
  await viewLines(connection, parquet, null);
}

/** Of all lines that were classified, leaves those of one month in the view. */
export async function viewLines(
  connection: DuckDBConnection,
  parquet: string,
  period: Period | null,
): Promise<void> {
  const ofMonth = period === null ? '' : `where strftime("day", '%Y-%m') = ${quoteText(period)}`;
  await connection.run(
    `create or replace temp view classified as
       select * from read_parquet(${quoteText(parquet)}) join classes using ("kind") ${ofMonth}`,
  );
}
