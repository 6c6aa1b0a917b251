import { setImmediate as breathe } from 'node:timers/promises';
import { csvForm, needsCreditType, type CsvLine, type Spelling } from './cost-details-csv.ts';
import type { CostFiles, CsvFiles } from './cost-files.ts';
import { daysOf } from './cost-query.ts';
import type { Payer } from './cost-scopes.ts';
import { daysBetween } from './worlds/costs.ts';
import type { World } from './worlds/types.ts';

const ROWS_PER_BLOB = 25_000;
/** Large reports come compressed. */
const PLAIN_LINES = 10_000;

export type Written = { kind: 'written' } & CsvFiles;
/** What became of an order for cost data. */
export type WrittenCosts = Written | { kind: 'too-large' };

export const isCompressed = ({ rows }: Pick<CsvFiles, 'rows'>): boolean => rows > PLAIN_LINES;

type CostOrder = {
  scopePath: string;
  payers: readonly Payer[];
  /** First and last day. */
  request: { from: string; to: string };
  world: World;
  /** The data ends with the day before it. */
  now: number;
  mostRows: number;
  spelling: Spelling;
};

/** Lines of these days as CSV files. */
export async function writeCosts(files: CostFiles, order: CostOrder): Promise<WrittenCosts> {
  const { scopePath, payers, request, world, now, mostRows, spelling } = order;
  const { from, to } = daysOf(request, now);
  const days = daysBetween(from, to);
  const count = await countLines(payers, days, mostRows);
  if (count > mostRows) return { kind: 'too-large' };
  const written = await files.write({
    key: [spelling, scopePath.toLowerCase(), from, to].join(' '),
    form: csvForm(world, spelling, needsCreditType(payers)),
    lines: () => linesOf(payers, days),
    compressed: spelling === 'report' && isCompressed({ rows: count }),
    byteOrderMark: spelling === 'export',
    rowsPerPart: ROWS_PER_BLOB,
  });
  return { kind: 'written', ...written };
}

function* linesOf(payers: readonly Payer[], days: readonly string[]): Generator<CsvLine> {
  for (const payer of payers) {
    for (const day of days) for (const line of payer.linesOf(day)) yield { line, payer };
  }
}

const PAYERS_AT_ONCE = 200;

/** Counted before anything is written; other calls are answered meanwhile. */
async function countLines(payers: readonly Payer[], days: readonly string[], most: number): Promise<number> {
  let count = 0;
  for (const [index, payer] of payers.entries()) {
    for (const day of days) count += payer.linesOf(day).length;
    if (count > most) return count;
    if (index % PAYERS_AT_ONCE === 0) await breathe();
  }
  return count;
}
