import type { DuckDBConnection } from '@duckdb/node-api';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import type { FileMonth } from '#lib/core/file-months.ts';
import { tellFileReason, type FileReasonCode } from '#lib/core/file-reasons.ts';
import type { KeepPlace } from './keep-import.ts';
import { recordsOf } from './numbered.ts';
import type { Source } from './part-sources.ts';
import type { Part } from './prepare.ts';
import { quoteText } from './scanner.ts';

/** A line that was put aside: of which file within what was given, the number of the line, why, and the line itself. */
export type Reject = { file: string; line: number; reason: string; text: string };

type Judged = { part: number; line: number; fault: string };

type OfColumn = Extract<
  FileReasonCode,
  'no-date' | 'no-amount' | 'no-currency' | 'no-customer-id' | 'no-subscription-id'
>;

const NOT_UNDERSTOOD: Readonly<Record<string, OfColumn>> = {
  day: 'no-date',
  net: 'no-amount',
  netUsd: 'no-amount',
  currency: 'no-currency',
  tenantId: 'no-customer-id',
  subscriptionId: 'no-subscription-id',
};

/** Which column of the file is at fault, and in which way; or of which other month the line is. */
function reasonOf(fault: string, source: Source | undefined, fragments: readonly FileMonth[]): string {
  const other = fragments.find(({ period }) => period === fault);
  if (other !== undefined) {
    const { period: month, days } = other;
    return days === 1
      ? tellFileReason('of-other-day', { month })
      : tellFileReason('of-other-month', { month, days });
  }
  const found = source?.layout.found;
  const header =
    fault === 'netUsd' ? (found?.netUsd ?? found?.pricingNet) : found?.[fault as keyof typeof found];
  return tellFileReason(NOT_UNDERSTOOD[fault] ?? 'not-understood', { column: header ?? fault });
}

async function* judgedLines(connection: DuckDBConnection, select: string): AsyncGenerator<Judged> {
  const result = await connection.stream(select);
  for await (const rows of result.yieldRowObjectJs()) {
    for (const row of rows) {
      yield { part: Number(row['part']), line: Number(row['line']), fault: String(row['fault']) };
    }
  }
}

const LONGEST_TEXT = 4_000;

/** Lines of one part that were judged, in order, taken as the part is read once more. */
class Ahead {
  #next: Judged | null = null;
  readonly #lines: AsyncGenerator<Judged>;
  constructor(lines: AsyncGenerator<Judged>) {
    this.#lines = lines;
  }

  async peek(): Promise<Judged | null> {
    if (this.#next === null) {
      const { value, done } = await this.#lines.next();
      this.#next = done === true ? null : value;
    }
    return this.#next;
  }

  drop(): void {
    this.#next = null;
  }
}

export type RejectSources = {
  connection: DuckDBConnection;
  place: KeepPlace;
  parts: readonly Part[];
  sources: readonly Source[];
};
type JudgedBy = { select: string; fragments: readonly FileMonth[] };

/** Every line that is put aside, in the order of the file. */
export async function* rejectsOf(
  { connection, place, parts, sources }: RejectSources,
  { select, fragments }: JudgedBy,
): AsyncGenerator<Reject> {
  const ahead = new Ahead(judgedLines(connection, select));
  for (const [index, part] of parts.entries()) {
    const source = sources.find((one) => one.part === part);
    const reject = (line: number, reason: string, text: string): Reject => ({
      ...{ file: part.name, line, reason, text: text.slice(0, LONGEST_TEXT) },
    });
    if (part.form === 'parquet') {
      for (let next = await ahead.peek(); next?.part === index; next = await ahead.peek()) {
        ahead.drop();
        yield reject(next.line, reasonOf(next.fault, source, fragments), '');
      }
      continue;
    }
    for await (const batch of recordsOf(part, place.signal)) {
      for (const { line, text, fault } of batch) {
        const next = await ahead.peek();
        if (fault !== null) yield reject(line, fault, text);
        else if (next?.part === index && next.line === line) {
          ahead.drop();
          yield reject(line, reasonOf(next.fault, source, fragments), text);
        }
      }
    }
  }
}

/** Writes the lines that are put aside, each as a line of JSON; tells how many. */
export async function writeRejects(sources: RejectSources, judged: JudgedBy): Promise<number> {
  await mkdir(dirname(sources.place.rejects), { recursive: true });
  let count = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const reject of rejectsOf(sources, judged)) {
      count += 1;
      yield `${JSON.stringify(reject)}\n`;
    }
  }
  await pipeline(lines, createWriteStream(sources.place.rejects));
  return count;
}

/** Where the lines of an import that were put aside are kept, each as a line of JSON. */
export const rejectsFile = (folder: string): string => join(folder, 'rejected.jsonl');

/** The lines of an import that were put aside; none where all could be read. */
export async function* readRejects(folder: string): AsyncGenerator<Reject> {
  const path = rejectsFile(folder);
  if (!existsSync(path)) return;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    // Written by us, line by line, in this form.
    yield JSON.parse(line) as Reject;
  }
}

/** The first of them in words. */
export async function firstReject(sources: RejectSources, all: string): Promise<string> {
  const select = `select "part", "line", "fault" from read_parquet(${quoteText(all)})
    where "fault" is not null order by "part", "line"`;
  for await (const { file, line, reason } of rejectsOf(sources, { select, fragments: [] })) {
    return file === ''
      ? tellFileReason('line-fault', { line, fault: reason })
      : tellFileReason('line-fault-in', { line, file, fault: reason });
  }
  return '';
}
