import { useFormats, useTexts } from '#language';
import { readFileReason, THE_FILE, type FileReasonCode } from '#lib/core/file-reasons.ts';
import type { Reason } from '#lib/core/reasons.ts';

type Say = (code: FileReasonCode, values: Record<string, string | number>) => string;

/** Why a file was not taken, or how its import ended, in the reader's language; a sentence nobody knows as it was kept. */
export function useFileReason(): (reason: string) => string {
  const t = useTexts('fileReasons');
  const formats = useFormats();
  // Each code has its text, whose values the sentence holds: use-file-reason.test.ts.
  const say = t as Say;
  const valueOf = (name: string, value: string): string => {
    if (name === 'months') return formats.list(value.split(', ').map(formats.month));
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
  return (reason) => {
    const read = readFileReason(reason);
    return read === null ? reason : words(read);
  };
}
