import type { Verdict } from '#lib/core/statuses.ts';
import type { Money } from '#lib/queries/schemas/shared.ts';
import type { Wording } from '#lib/texts/wording.ts';

export type JudgedVerdict = { verdict: Verdict; totals: readonly Money[]; judgeableFrom: string | null };

/** "Partly (62 %)", "Waiting until 23 Nov": the word says how much and until when where that is known. */
export function verdictText(wording: Wording, { verdict, totals, judgeableFrom }: JudgedVerdict): string {
  const t = wording.texts('statuses');
  const word = t(`verdict.${verdict}`);
  if (verdict === 'partial') return partText(wording, word, totals);
  return verdict === 'pending' && judgeableFrom !== null
    ? t('verdictUntil', { word, day: wording.formats.day(judgeableFrom) })
    : word;
}

function partText({ texts, formats }: Wording, word: string, totals: readonly Money[]): string {
  const t = texts('statuses');
  const [only, ...others] = totals;
  if (only === undefined || others.length > 0) return word;
  if (only.coverage !== null) return t('verdictPart', { word, percent: formats.percent(only.coverage) });
  return only.coverageAtLeast === null
    ? word
    : t('verdictPartAtLeast', { word, percent: formats.percent(only.coverageAtLeast) });
}
