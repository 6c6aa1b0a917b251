import 'server-only';
import type { Language } from '#lib/texts/languages.ts';
import { csvLine } from './csv.ts';
import { csvStyleOf } from './csv-style.ts';
import { wordsFor } from './reader-words.ts';

type RejectedLine = { file: string; line: number; reason: string; text: string };

/** Lines of a file that count nowhere, as CSV, with the reason of each in the reader's language. */
export async function* rejectedCsv(
  lines: AsyncGenerator<RejectedLine>,
  language: Language | undefined,
): AsyncGenerator<string> {
  const { heads, dialect } = csvStyleOf(['file', 'line', 'reason', 'text'], language);
  const { fileReason } = wordsFor(language ?? 'program');
  yield csvLine(heads, dialect);
  for await (const { file, line, reason, text } of lines) {
    yield csvLine([file, line, fileReason(reason), text], dialect);
  }
}
