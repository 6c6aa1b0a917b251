import { Badge } from '#components/ui/badge.tsx';
import { formatAge, formatInstant, isStale } from '#components/ui/format-dates.ts';

type AgeProps = {
  at: string | null;
  now: string;
  /** What was done then, such as "read". */
  verb?: string;
};

/** An age on the screen; on paper, where it would soon be wrong, the date. */
export const RelativeTime = ({ at, now }: { at: string; now: string }) => (
  <time dateTime={at} title={formatInstant(at)} className="whitespace-nowrap">
    <span className="print:hidden">{formatAge(at, now)}</span>
    <span className="hidden print:inline">{formatInstant(at)}</span>
  </time>
);

/** Age of data: never read, fresh, or stale with a sign. */
export function DataAge({ at, now, verb = '' }: AgeProps) {
  if (at === null) return <span className="text-faint">Never read</span>;
  const age = (
    <span>
      {verb !== '' && `${verb} `}
      <RelativeTime at={at} now={now} />
    </span>
  );
  if (!isStale(at, now)) return age;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <Badge tone="part" icon="stale" quiet>
        Stale
      </Badge>
      {age}
    </span>
  );
}
