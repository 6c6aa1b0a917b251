import { useTexts } from '#language';
import { answers } from '#lib/texts/en/answers.ts';
import type { Problem } from './problem.ts';

type Known = keyof typeof answers.code;

export const isKnownCode = (code: string): code is Known => code in answers.code;

/** Why a change was not made, in the reader's language where the API's code says it. */
export function useProblemText(): (problem: Problem) => string {
  const t = useTexts('answers');
  return ({ code, detail }) => {
    if (code === null) return t('noAnswer');
    if (isKnownCode(code)) return t(`code.${code}`);
    return detail === null ? t('notSaved') : t('refused', { detail });
  };
}
