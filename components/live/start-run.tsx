'use client';

import { useTexts } from '#language';
import { useRouter } from 'next/navigation';
import { useState, useTransition, type ReactNode } from 'react';
import { BUTTON } from '#components/ui/button.ts';
import { requestRun } from './request-run.ts';
import { useProblemText } from './use-problem-text.ts';

/** Starts a full run; the page that is shown then follows it. The children are the button's words. */
export function StartRun({ children }: { children: ReactNode }) {
  const t = useTexts('live');
  const problemText = useProblemText();
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [failure, setFailure] = useState<string | null>(null);
  const start = () =>
    startTransition(async () => {
      const requested = await requestRun('/api/v1/sync/runs');
      setFailure(requested.kind === 'refused' ? problemText(requested.problem) : null);
      router.refresh();
    });
  return (
    <div className="grid justify-items-start gap-1 print:hidden">
      <button type="button" onClick={start} disabled={pending} className={BUTTON.primary}>
        {pending ? t('starting') : children}
      </button>
      {failure !== null && (
        <p role="alert" className="max-w-xs text-sm text-miss">
          {failure}
        </p>
      )}
    </div>
  );
}
