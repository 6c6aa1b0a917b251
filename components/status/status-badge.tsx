import { Badge } from '#components/ui/badge.tsx';
import { formatDay } from '#components/ui/format-dates.ts';
import { formatPercent } from '#components/ui/format-numbers.ts';
import type { Verdict } from '#lib/core/statuses.ts';
import type { Money } from '#lib/queries/schemas/shared.ts';
import { VERDICT_LOOKS, type Look } from './verdict-looks.ts';

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
  const look = VERDICT_LOOKS[verdict];
  return (
    <Badge tone={look.tone} icon={look.icon} quiet={quiet}>
      {look.word}
      {verdict === 'partial' && partOf(totals)}
      {verdict === 'pending' && judgeableFrom !== null && ` until ${formatDay(judgeableFrom)}`}
    </Badge>
  );
}

function partOf(totals: Money[]): string {
  const [only, ...others] = totals;
  if (only === undefined || others.length > 0) return '';
  if (only.coverage !== null) return ` (${formatPercent(only.coverage)})`;
  return only.coverageAtLeast === null ? '' : ` (at least ${formatPercent(only.coverageAtLeast)})`;
}
