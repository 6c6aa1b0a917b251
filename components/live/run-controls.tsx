'use client';

import { useTexts } from '#language';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { BUTTON } from '#components/ui/button.ts';
import type { RunRequest, RunStatus } from '#lib/core/sync-run.ts';
import { requestRun } from './request-run.ts';
import { useProblemText } from './use-problem-text.ts';

type RunControlsProps = { id: string; status: RunStatus };

/** Pauses, resumes or cancels a run that has not ended. */
export function RunControls({ id, status }: RunControlsProps) {
  const t = useTexts('live');
  const problemText = useProblemText();
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [failure, setFailure] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const ask = (request: RunRequest) => () =>
    startTransition(async () => {
      const requested = await requestRun(`/api/v1/sync/runs/${id}/${request}`);
      setFailure(requested.kind === 'refused' ? problemText(requested.problem) : null);
      setAsking(false);
      router.refresh();
    });
  const button = (words: string, onClick: () => void) => (
    <button type="button" onClick={onClick} disabled={pending} className={BUTTON.plain}>
      {words}
    </button>
  );
  return (
    <div className="grid justify-items-start gap-2 print:hidden">
      {asking ? (
        <div role="group" aria-label={t('cancelRun')} className="flex flex-wrap items-center gap-3 text-sm">
          <span>{t('whatStays')}</span>
          {button(t('cancelTheRun'), ask('cancel'))}
          {button(t('keep'), () => setAsking(false))}
        </div>
      ) : (
        <div className="flex flex-wrap gap-3">
          {status === 'paused' ? button(t('resume'), ask('resume')) : button(t('pause'), ask('pause'))}
          {button(t('cancel'), () => setAsking(true))}
        </div>
      )}
      {failure !== null && (
        <p role="alert" className="max-w-md text-sm text-miss">
          {failure}
        </p>
      )}
    </div>
  );
}
