import { readFileReason, THE_FILE, type FileReasonCode } from '#lib/core/file-reasons.ts';
import type { Reason } from '#lib/core/reasons.ts';
import type { Formats } from './formats.ts';
import type { Translator } from './translator.ts';

type Say = (code: FileReasonCode, values: Record<string, string | number>) => string;

/** Why a file or a line of it was not taken, or how an import ended; a sentence nobody knows as it was kept. */
export function formatFileReason(
  t: Translator<'fileReasons'>,
  { list, month }: Pick<Formats, 'list' | 'month'>,
  reason: string,
): string {
  // Each code has its text, whose values the sentence holds: failure-words.test.tsx.
  const say = t as Say;
  const valueOf = (name: string, value: string): string => {
    if (name === 'months') return list(value.split(', ').map(month));
    if (name === 'month') return month(value);
    return value === THE_FILE ? t('theFile') : value;
  };
  const words = ({ code, values }: Reason<FileReasonCode>): string =>
    say(
      code,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => {
          if (typeof value === 'object') return [name, words(value)];
          return [name, typeof value === 'string' ? valueOf(name, value) : value];
        }),
      ),
    ).trim();
  const read = readFileReason(reason);
  return read === null ? reason : words(read);
}
