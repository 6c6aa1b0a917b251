import { useTexts } from '#language';
import { TONE_FILL } from '#components/ui/tone.ts';
import { VERDICTS } from '#lib/core/statuses.ts';
import type { SubscriptionCounts } from '#lib/queries/schemas/shared.ts';
import { VERDICT_LOOKS } from './verdict-looks.ts';

type VerdictBarProps = { byVerdict: SubscriptionCounts['byVerdict'] };

/** Subscriptions by verdict: a thin bar under its own words. */
export function VerdictBar({ byVerdict }: VerdictBarProps) {
  const t = useTexts('statuses');
  const shown = VERDICTS.filter((verdict) => byVerdict[verdict] > 0);
  return (
    <span className="inline-grid w-full min-w-28 gap-1">
      <span className="text-xs text-soft">
        {shown
          .map((verdict) =>
            `${byVerdict[verdict]} ${t(`verdict.${verdict}`).toLocaleLowerCase()}`.replaceAll(' ', '\u00a0'),
          )
          .join(', ')}
      </span>
      <span aria-hidden="true" className="flex h-1.5 gap-px overflow-hidden rounded-full bg-subtle">
        {shown.map((verdict) => (
          <span
            key={verdict}
            className={`${TONE_FILL[VERDICT_LOOKS[verdict].tone]} ${verdict === 'unknown' ? 'hatch' : ''}`}
            style={{ flexGrow: byVerdict[verdict] }}
          />
        ))}
      </span>
    </span>
  );
}
