import { useFormats, useTexts } from '#language';
import { Badge } from '#components/ui/badge.tsx';
import type { Verdict } from '#lib/core/statuses.ts';
import type { Money } from '#lib/queries/schemas/shared.ts';
import { useLooks } from './use-looks.ts';
import type { Look } from './verdict-looks.ts';

type StatusBadgeProps = { look: Look; quiet?: boolean };

export const StatusBadge = ({ look, quiet = false }: StatusBadgeProps) => (
  <Badge tone={look.tone} icon={look.icon} quiet={quiet}>
    {look.word}
  </Badge>
);

type VerdictBadgeProps = {
  verdict: Verdict;
  totals?: Money[];
  judgeableFrom?: string | null;
  quiet?: boolean;
};

/** "Partly (62 %)", "Waiting until 23 Nov": the word says how much and until when where that is known. */
export function VerdictBadge({
  verdict,
  totals = [],
  judgeableFrom = null,
  quiet = false,
}: VerdictBadgeProps) {
  const look = useLooks().verdict(verdict);
  const part = usePart(look.word, totals);
  const t = useTexts('statuses');
  const { day } = useFormats();
  const isDated = verdict === 'pending' && judgeableFrom !== null;
  return (
    <Badge tone={look.tone} icon={look.icon} quiet={quiet}>
      {isDated && t('verdictUntil', { word: look.word, day: day(judgeableFrom) })}
      {!isDated && (verdict === 'partial' ? part : look.word)}
    </Badge>
  );
}

function usePart(word: string, totals: Money[]): string {
  const t = useTexts('statuses');
  const { percent } = useFormats();
  const [only, ...others] = totals;
  if (only === undefined || others.length > 0) return word;
  if (only.coverage !== null) return t('verdictPart', { word, percent: percent(only.coverage) });
  return only.coverageAtLeast === null
    ? word
    : t('verdictPartAtLeast', { word, percent: percent(only.coverageAtLeast) });
}
