'use client';

import { useTexts } from '#language';
import { useRouter } from 'next/navigation';
import { useEffect, useState, type ReactNode } from 'react';
import { BUTTON } from '#components/ui/button.ts';
import { TONE_TEXT } from '#components/ui/tone.ts';
import { followRun } from './follow-run.ts';
import { requestRun } from './request-run.ts';
import { RUN_END_TONES, type RunEnd } from './run-end.ts';
import { useProblemText } from './use-problem-text.ts';

type Phase =
  | { kind: 'idle' }
  | { kind: 'starting' }
  | { kind: 'reading'; runId: string }
  | { kind: 'ended'; end: RunEnd }
  | { kind: 'refused'; words: string };

/** Reads one customer from Azure now and shows the page anew when it was judged. */
export function RefreshButton({ url, children }: { url: string; children: ReactNode }) {
  const t = useTexts('live');
  const problemText = useProblemText();
  const router = useRouter();
  const [phase, setPhase] = useState<Phase>({ kind: 'idle' });
  const runId = phase.kind === 'reading' ? phase.runId : null;
  useEffect(() => {
    if (runId === null) return undefined;
    return followRun(runId, {
      moved: () => undefined,
      ended: (end) => {
        router.refresh();
        setPhase({ kind: 'ended', end });
      },
    });
  }, [runId, router]);
  const start = async () => {
    setPhase({ kind: 'starting' });
    const requested = await requestRun(url);
    if (requested.kind === 'started') setPhase({ kind: 'reading', runId: requested.id });
    else
      setPhase({
        kind: 'refused',
        words: requested.kind === 'running' ? t('running') : problemText(requested.problem),
      });
  };
  const busy = phase.kind === 'starting' || phase.kind === 'reading';
  return (
    <div className="grid justify-items-end gap-1 print:hidden">
      <button type="button" onClick={() => void start()} disabled={busy} className={BUTTON.plain}>
        {busy ? t('reading') : children}
      </button>
      <p role="status" className="max-w-xs text-xs text-faint empty:hidden">
        {phase.kind === 'reading' && t('readingWhat')}
        {phase.kind === 'ended' && phase.end !== 'failed' && <EndOfReading end={phase.end} />}
      </p>
      {(phase.kind === 'refused' || (phase.kind === 'ended' && phase.end === 'failed')) && (
        <p role="alert" className="max-w-xs text-sm text-miss">
          {phase.kind === 'ended' ? t('readEnded.failed') : phase.words}
        </p>
      )}
    </div>
  );
}

export function EndOfReading({ end }: { end: RunEnd }) {
  const t = useTexts('live');
  return (
    <span className={end === 'complete' ? '' : TONE_TEXT[RUN_END_TONES[end]]}>{t(`readEnded.${end}`)}</span>
  );
}
