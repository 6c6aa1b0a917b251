import type { DuckDBConnection } from '@duckdb/node-api';
import { classifyLine } from '#lib/core/cost-lines.ts';
import { withAmounts } from './amounts.ts';
import { KIND_KEY, KINDS, traitsOf, type Kind } from './kinds.ts';

/**
 * Makes the view `lines`, of what is selected, each with its kind, and the table `classes` of the kinds' classes. Kinds
 * are few, so the rule decides each of them once, here, and the files never learn it.
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
}
