'use client';

import { useTexts } from '#language';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { BUTTON } from '#components/ui/button.ts';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { useKeptFocus } from '#components/ui/use-kept-focus.ts';
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
  const place = useKeptFocus<HTMLDivElement>();
  const ask = (request: RunRequest) => () =>
    pending ||
    startTransition(async () => {
      const requested = await requestRun(`/api/v1/sync/runs/${id}/${request}`);
      setFailure(requested.kind === 'refused' ? problemText(requested.problem) : null);
      router.refresh();
    });
  // A button that is off loses the keyboard: it is only said to be.
  const button = (words: string, onClick: () => void) => (
    <button type="button" onClick={onClick} aria-disabled={pending} className={BUTTON.plain}>
      {words}
    </button>
  );
  return (
    <div ref={place} className="grid justify-items-start gap-2 print:hidden">
      <div className="flex flex-wrap gap-3">
        {status === 'paused' ? button(t('resume'), ask('resume')) : button(t('pause'), ask('pause'))}
        {button(t('cancel'), () => setAsking(true))}
      </div>
      {asking && (
        <ConfirmDialog
          title={t('cancelRun')}
          yes={t('cancelTheRun')}
          no={t('keep')}
          onYes={ask('cancel')}
          onClose={() => setAsking(false)}
        >
          {t('whatStays')}
        </ConfirmDialog>
      )}
      {failure !== null && (
        <p role="alert" className="max-w-md text-sm text-miss">
          {failure}
        </p>
      )}
    </div>
  );
}
