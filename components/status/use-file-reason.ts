import { useFormats, useTexts } from '#language';
import { formatFileReason } from '#lib/texts/format-file-reason.ts';

/** Why a file was not taken, or how its import ended, in the reader's language. */
export function useFileReason(): (reason: string) => string {
  const t = useTexts('fileReasons');
  const formats = useFormats();
  return (reason) => formatFileReason(t, formats, reason);
}
