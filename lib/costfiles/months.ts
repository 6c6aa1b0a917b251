import type { DuckDBConnection } from '@duckdb/node-api';
import { chooseMonths, type FileMonth, type MonthChoice } from '#lib/core/file-months.ts';
import { parseDay, parsePeriod, type Day } from '#lib/core/periods.ts';
import { tellFileReason } from '#lib/core/file-reasons.ts';
import { CostFileFailure } from './failure.ts';
import type { CostFileKind } from './file-kinds.ts';

export type HeldMonth = FileMonth & { lastDay: Day };

/** The months of days, each with how many lines it has, from the first. */
export async function monthsIn(connection: DuckDBConnection, days: string): Promise<HeldMonth[]> {
  const found = await connection.runAndReadAll(
    `select strftime("day", '%Y-%m') as "period", sum("lines")::integer, count(distinct "day")::integer,
       strftime(max("day"), '%Y-%m-%d') from (${days}) group by 1 order by 1`,
  );
  return found.getRows().map(([month, lineCount, dayCount, last]) => {
    const period = parsePeriod(String(month));
    const lastDay = parseDay(String(last));
    if (period === null || lastDay === null) throw new Error('a kept line without a day');
    return { period, lines: Number(lineCount), days: Number(dayCount), lastDay };
  });
}

/** A reconciliation file names the first day of each month only, and none of its months stands for another. */
export function wholeMonths(
  kind: CostFileKind,
  months: readonly HeldMonth[],
): Extract<MonthChoice, { kind: 'chosen' }> {
  const newest = months.at(-1);
  if (newest === undefined) throw new CostFileFailure(tellFileReason('no-lines', {}));
  if (kind === 'reconciliation') {
    return { kind: 'chosen', whole: months.map(({ period }) => period), fragments: [] };
  }
  const choice = chooseMonths(months, newest.lastDay);
  if (choice.kind === 'chosen') return choice;
  const mixed = months.map(({ period }) => period).join(', ');
  throw new CostFileFailure(tellFileReason('several-months', { months: mixed }));
}
