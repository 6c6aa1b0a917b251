'use client';

import { useFormats, useTexts } from '#language';
import { AppLink } from '#components/ui/app-link.tsx';
import type { Tone } from '#components/ui/tone.ts';
import type { EndedState } from '#lib/core/import-job.ts';
import { tell } from './messages.ts';
import { RUN_END_TONES } from './run-end.ts';
import { useWork } from './use-work.ts';
import type { Work, WorkEnd } from './work.ts';

const IMPORT_END_TONES: Record<EndedState, Tone> = {
  done: 'earn',
  refused: 'miss',
  failed: 'miss',
  cancelled: 'mute',
  interrupted: 'part',
  undone: 'mute',
};

/** A sync or an import that goes on, on every page; its end is told. */
export function WorkIndicator() {
  const t = useTexts('live');
  const formats = useFormats();
  const tellEnd = (ended: WorkEnd): void =>
    ended.kind === 'run'
      ? tell(t(`work.runEnded.${ended.end}`), RUN_END_TONES[ended.end])
      : tell(t(`work.importEnded.${ended.state}`, { name: ended.name }), IMPORT_END_TONES[ended.state]);
  const work = useWork(tellEnd);
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
