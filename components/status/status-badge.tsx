import { useWording } from '#language';
import { Badge } from '#components/ui/badge.tsx';
import { useLooks } from './use-looks.ts';
import type { Look } from './verdict-looks.ts';
import { verdictText, type JudgedVerdict } from './verdict-text.ts';

type StatusBadgeProps = { look: Look; quiet?: boolean };

export const StatusBadge = ({ look, quiet = false }: StatusBadgeProps) => (
  <Badge tone={look.tone} icon={look.icon} quiet={quiet}>
    {look.word}
  </Badge>
);

type VerdictBadgeProps = Pick<JudgedVerdict, 'verdict'> &
  Partial<Omit<JudgedVerdict, 'verdict'>> & { quiet?: boolean };

export function VerdictBadge({
  verdict,
  totals = [],
  judgeableFrom = null,
  quiet = false,
}: VerdictBadgeProps) {
  const look = useLooks().verdict(verdict);
  const wording = useWording();
  return (
    <Badge tone={look.tone} icon={look.icon} quiet={quiet}>
      {verdictText(wording, { verdict, totals, judgeableFrom })}
    </Badge>
  );
}
