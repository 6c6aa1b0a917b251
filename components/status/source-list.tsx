import { Icon } from '#components/ui/icon.tsx';
import { formatCount } from '#components/ui/format-numbers.ts';
import { TONE_TEXT } from '#components/ui/tone.ts';
import type { Completeness } from '#lib/queries/schemas/shared.ts';
import { DataAge } from './relative-time.tsx';
import { SOURCE_STATUS_LOOKS, SOURCE_WORDS } from './source-words.ts';

type SourceListProps = { completeness: Completeness[]; now: string };

/** The sources in short: state, age, and how much of it where something is missing. */
export function SourceList({ completeness, now }: SourceListProps) {
  return (
    <ul className="grid gap-x-8 gap-y-3 text-sm sm:grid-cols-2 xl:grid-cols-3 print:grid-cols-3">
      {completeness.map((entry) => {
        const look = SOURCE_STATUS_LOOKS[entry.status];
        return (
          <li key={entry.source} className="flex items-start gap-2">
            <Icon name={look.icon} className={`mt-0.5 size-4 ${TONE_TEXT[look.tone]}`} />
            <span className="min-w-0">
              {SOURCE_WORDS[entry.source].name}
              <span className="flex flex-wrap gap-x-2 text-xs text-faint">
                <span className={entry.status === 'complete' ? 'sr-only' : TONE_TEXT[look.tone]}>
                  {look.word}
                </span>
                {entry.status === 'partial' && entry.expected !== null && (
                  <span>
                    {formatCount(entry.read)} of {formatCount(entry.expected)}
                  </span>
                )}
                {entry.status !== 'never' && <DataAge at={entry.asOf} now={now} />}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
