import { useLanguage, useTexts } from '#language';
import { CAUSES } from '#lib/core/causes.ts';

/** All causes to choose from, by the names that people read. */
export function useCauseOptions(): { value: string; label: string }[] {
  const t = useTexts('causes');
  const language = useLanguage();
  return CAUSES.map((cause) => ({ value: cause, label: t(`${cause}.title`) })).toSorted((a, b) =>
    a.label.localeCompare(b.label, language),
  );
}
