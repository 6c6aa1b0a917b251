import { useFormats, useTexts } from '#language';
import { Badge } from '#components/ui/badge.tsx';
import { isStale } from '#components/ui/is-stale.ts';

type AgeProps = {
  at: string | null;
  now: string;
  /** Says that it was read then, where nothing around does. */
  read?: boolean;
};

/** An age on the screen; on paper, where it would soon be wrong, the date. */
export function RelativeTime({ at, now }: { at: string; now: string }) {
  const { age, instant } = useFormats();
  return (
    <time dateTime={at} title={instant(at)} className="whitespace-nowrap">
      <span className="print:hidden">{age(at, now)}</span>
      <span className="hidden print:inline">{instant(at)}</span>
    </time>
  );
}

/** Age of data: never read, fresh, or stale with a sign. */
export function DataAge({ at, now, read = false }: AgeProps) {
  const t = useTexts('sources');
  if (at === null) return <span className="text-faint">{t('neverRead')}</span>;
  const time = <RelativeTime at={at} now={now} />;
  const age = <span>{read ? t.rich('readAge', { age: time }) : time}</span>;
  if (!isStale(at, now)) return age;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <Badge tone="part" icon="stale" quiet>
        {t('stale')}
      </Badge>
      {age}
    </span>
  );
}
