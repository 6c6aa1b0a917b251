import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { tellFileReason, THE_FILE } from '#lib/core/file-reasons.ts';
import { readRecords, type CsvRecord } from './csv-records.ts';
import { encodingOf } from './encoding.ts';
import { CostFileFailure } from './failure.ts';
import { KNOWN_HEADERS } from './file-kinds.ts';
import { readItems } from './json-items.ts';
import { LINE_COLUMN, type Part } from './prepare.ts';

export type TextPart = Exclude<Part, { form: 'parquet' }>;

/** A part whose lines carry their numbers in a column in front. */
export type NumberedPart = {
  part: TextPart;
  path: string;
  /** The columns behind the number. */
  columns: readonly string[];
  /** Those that the part itself has: items of JSON may lack any. */
  headers: readonly string[];
  lines: number;
  faults: number;
};

const CHUNK_BYTES = 262_144;

async function* asBuffers(part: TextPart, signal: AbortSignal): AsyncGenerator<Buffer> {
  const stream = createReadStream(part.path, { start: part.offset, highWaterMark: CHUNK_BYTES, signal });
  // Without an encoding a stream of a file gives buffers.
  for await (const chunk of stream) yield chunk as Buffer;
}

/** The records of a part without its headers, in order; `seen` gathers the columns that items of JSON have. */
export async function* recordsOf(
  part: TextPart,
  signal: AbortSignal,
  seen = new Set<string>(),
): AsyncGenerator<CsvRecord[]> {
  const chunks = asBuffers(part, signal);
  if (part.form === 'json') {
    yield* readItems(chunks, { columns: KNOWN_HEADERS, head: part.head, seen });
    return;
  }
  const { delimiter, headers } = part;
  const encoding = await encodingOf(part.path, signal);
  let isFirst = true;
  for await (const batch of readRecords(chunks, { delimiter, encoding, width: headers.length })) {
    yield isFirst ? batch.slice(1) : batch;
    if (batch.length > 0) isFirst = false;
  }
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** Writes the lines that can be told apart, each with its number; those that cannot are counted. */
export async function numberLines(
  part: TextPart,
  target: string,
  signal: AbortSignal,
): Promise<NumberedPart> {
  const seen = new Set<string>();
  const columns = part.form === 'csv' ? part.headers : KNOWN_HEADERS;
  let lines = 0;
  let faults = 0;
  let last: CsvRecord | null = null;
  async function* numbered(): AsyncGenerator<string> {
    yield `${[LINE_COLUMN, ...columns].map(quoted).join(',')}\n`;
    for await (const batch of recordsOf(part, signal, seen)) {
      let text = '';
      for (const { line, cells } of batch) {
        if (cells === null) faults += 1;
        else text += `${line},${cells.map(quoted).join(',')}\n`;
      }
      lines += batch.length;
      last = batch.at(-1) ?? last;
      if (text !== '') yield text;
    }
  }
  await pipeline(numbered, createWriteStream(target), { signal });
  await requireEnd(part, last);
  const headers = part.form === 'csv' ? columns : columns.filter((column) => seen.has(column));
  return { part, path: target, columns, headers, lines, faults };
}

/** A last line that cannot be read and that nothing ends is what is left of more. */
async function requireEnd(part: TextPart, last: CsvRecord | null): Promise<void> {
  if (last?.cells === null && !(await endsWithLine(part.path))) throw cutOff(part, last.line);
}

const cutOff = ({ name }: TextPart, line: number): CostFileFailure =>
  new CostFileFailure(tellFileReason('cut-off', { file: name === '' ? THE_FILE : name, line }));

async function endsWithLine(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1));
    return buffer[0] === 0x0a || buffer[0] === 0x0d;
  } finally {
    await file.close();
  }
}
