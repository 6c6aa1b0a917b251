'use client';

import { useFormats, useTexts } from '#language';
import { AppLink } from '#components/ui/app-link.tsx';
import { tell } from './messages.ts';
import { useWork } from './use-work.ts';
import type { Work, WorkEnd } from './work.ts';

/** A sync or an import that goes on, on every page; its end is told. */
export function WorkIndicator() {
  const t = useTexts('live');
  const formats = useFormats();
  const endWords = (end: WorkEnd): string =>
    end.kind === 'run'
      ? t(`work.runEnded.${end.status}`)
      : t(`work.importEnded.${end.state}`, { name: end.name });
  const work = useWork((end) => tell(endWords(end)));
  if (work === null) return null;
  const share = shareOf(work);
  return (
    <AppLink
      href={work.kind === 'run' ? '/sync' : '/imports'}
      className="grid gap-1 rounded-md border bg-surface px-2.5 py-1.5 text-xs text-soft hover:border-line-strong hover:text-ink"
    >
      <span className="truncate">
        {work.kind === 'run' ? t('work.run') : t('work.import', { name: work.name })}
      </span>
      <progress
        value={share ?? undefined}
        max={1}
        aria-label={t('work.progress')}
        className="h-1 w-full accent-wait-fill"
      />
      {work.kind === 'run' && (
        <span className="text-faint tabular-nums max-lg:hidden">
          {t('work.steps', { done: work.done, total: work.total })}
          {work.leftMs !== null && <span className="block">{formats.left(work.leftMs)}</span>}
        </span>
      )}
    </AppLink>
  );
}

function shareOf(work: Work): number | null {
  if (work.kind === 'import') return work.share;
  return work.total === 0 ? null : work.done / work.total;
}
