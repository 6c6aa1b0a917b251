import { formatDay } from '#components/ui/format-dates.ts';
import { formatPercent } from '#components/ui/format-numbers.ts';
import type { Verdict } from '#lib/core/statuses.ts';
import type { Money } from '#lib/queries/schemas/shared.ts';
import { VERDICT_LOOKS } from './verdict-looks.ts';

export type JudgedVerdict = { verdict: Verdict; totals: readonly Money[]; judgeableFrom: string | null };

/** "Partly (62 %)", "Waiting until 23 Nov": the word says how much and until when where that is known. */
export function verdictText({ verdict, totals, judgeableFrom }: JudgedVerdict): string {
  const { word } = VERDICT_LOOKS[verdict];
  if (verdict === 'partial') return word + partOf(totals);
  return verdict === 'pending' && judgeableFrom !== null ? `${word} until ${formatDay(judgeableFrom)}` : word;
}

function partOf(totals: readonly Money[]): string {
  const [only, ...others] = totals;
  if (only === undefined || others.length > 0) return '';
  if (only.coverage !== null) return ` (${formatPercent(only.coverage)})`;
  return only.coverageAtLeast === null ? '' : ` (at least ${formatPercent(only.coverageAtLeast)})`;
}
