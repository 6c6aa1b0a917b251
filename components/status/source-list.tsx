import { useTexts } from '#language';
import { Icon } from '#components/ui/icon.tsx';
import { TONE_TEXT } from '#components/ui/tone.ts';
import type { Completeness } from '#lib/queries/schemas/shared.ts';
import { DataAge } from './relative-time.tsx';
import { SOURCE_GROUPS, SOURCE_KINDS, sourceLook } from './source-words.ts';

type SourceListProps = { completeness: Completeness[]; now: string };

/** The sources in short, by what they are about: state, age, and how much of it where something is missing. */
export function SourceList({ completeness, now }: SourceListProps) {
  const t = useTexts('sources');
  const groups = Map.groupBy(completeness, ({ source }) => SOURCE_KINDS[source].group);
  return (
    <div className="gap-x-8 text-sm sm:columns-2 xl:columns-3 print:columns-3">
      {SOURCE_GROUPS.filter((group) => groups.has(group)).map((group) => (
        <section key={group} className="break-inside-avoid pb-4">
          <h3 className="pb-1.5 text-xs font-medium text-faint">{t(`group.${group}`)}</h3>
          <ul className="grid gap-1.5">
            {(groups.get(group) ?? []).map((entry) => (
              <SourceState key={entry.source} entry={entry} now={now} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function SourceState({ entry, now }: { entry: Completeness; now: string }) {
  const t = useTexts('sources');
  const look = sourceLook(entry);
  return (
    <li className="flex items-start gap-2">
      <Icon name={look.icon} className={`mt-0.5 size-4 ${TONE_TEXT[look.tone]}`} />
      <span className="min-w-0">
        {t(`of.${entry.source}.name`)}
        <span className="flex flex-wrap gap-x-2 text-xs text-faint">
          <span className={look.tone === 'earn' ? 'sr-only' : TONE_TEXT[look.tone]}>
            {t(`status.${look.word}`)}
          </span>
          {entry.status === 'partial' && entry.expected !== null && (
            <span>{t('readOf', { read: entry.read, expected: entry.expected })}</span>
          )}
          {entry.asOf !== null && <DataAge at={entry.asOf} now={now} />}
        </span>
      </span>
    </li>
  );
}
