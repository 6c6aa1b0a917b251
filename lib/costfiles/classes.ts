import type { DuckDBConnection } from '@duckdb/node-api';
import { classifyLine } from '#lib/core/cost-lines.ts';
import { withAmounts } from './amounts.ts';
import { KIND_KEY, KIND_SIGNS, KIND_TEXTS, traitsOf, type Kind } from './kinds.ts';
import { quoteName } from './scanner.ts';

/** One line of each kind stands for all. */
const KINDS = `select "kind", ${[
  ...KIND_TEXTS.map((name) => `any_value(${quoteName(name)}) as ${quoteName(name)}`),
  ...KIND_SIGNS.map(([name, sql]) => `coalesce(any_value(${sql}), false) as ${quoteName(name)}`),
].join(', ')} from lines group by "kind"`;

/**
 * Makes the views `lines`, of what is selected, and `classified`: each line with its class. The kinds of lines are few,
 * so the rule decides each of them once, here, and the files never learn it.
 */
export async function classifyLines(connection: DuckDBConnection, select: string): Promise<void> {
  await connection.run(
    `create or replace temp view lines as select *, ${KIND_KEY} as "kind" from (${withAmounts(select)})`,
  );
  await connection.run('create or replace temp table classes ("kind" ubigint, "costClass" varchar)');
  const appender = await connection.createAppender('classes', null, 'temp');
  const kinds = await connection.runAndReadAll(KINDS);
  for (const row of kinds.getRowObjectsJS()) {
    // The query selects exactly these columns.
    const { kind, ...traits } = row as Kind & { kind: bigint };
    appender.appendUBigInt(kind);
    appender.appendVarchar(classifyLine(traitsOf(traits)));
    appender.endRow();
  }
  appender.closeSync();
  await connection.run(
    'create or replace temp view classified as select * from lines join classes using ("kind")',
  );
}
