'use client';

import { useTexts } from '#language';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { NO_ANSWER, type Problem } from '#components/live/problem.ts';
import { useProblemText } from '#components/live/use-problem-text.ts';
import { BUTTON } from '#components/ui/button.ts';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { useKeptFocus } from '#components/ui/use-kept-focus.ts';

type Phase = { kind: 'idle' | 'asking' | 'undoing' } | { kind: 'refused'; problem: Problem };

type UndoImportProps = {
  id: string;
  name: string;
  /** Otherwise there is only a line of the list to clear away. */
  counts: boolean;
};

/** Asks once more before it takes a file back. */
export function UndoImport({ id, name, counts }: UndoImportProps) {
  const t = useTexts('importFiles');
  const problemText = useProblemText();
  const router = useRouter();
  const [phase, setPhase] = useState<Phase>({ kind: 'idle' });
  const place = useKeptFocus<HTMLSpanElement>();
  const undo = async () => {
    if (phase.kind === 'undoing') return;
    setPhase({ kind: 'undoing' });
    try {
      const response = await fetch(`/api/v1/imports/${id}`, { method: 'DELETE' });
      if (response.ok) return router.refresh();
      // Errors of our API are problem details (RFC 9457).
      const { code = '', detail = null } = (await response.json()) as { code?: string; detail?: string };
      setPhase({ kind: 'refused', problem: { code, detail } });
    } catch {
      setPhase({ kind: 'refused', problem: NO_ANSWER });
    }
  };
  return (
    <span ref={place} className="contents">
      <button
        type="button"
        className={BUTTON.plain}
        aria-disabled={phase.kind === 'undoing'}
        aria-label={counts ? t('undoOf', { name }) : t('removeOf', { name })}
        onClick={() => (counts ? setPhase({ kind: 'asking' }) : void undo())}
      >
        {counts ? t('undo') : t('remove')}
      </button>
      {phase.kind === 'asking' && (
        <ConfirmDialog
          title={t('undoOf', { name })}
          yes={t('undoImport')}
          no={t('keep')}
          takes
          onYes={() => void undo()}
          onClose={() => setPhase((now) => (now.kind === 'asking' ? { kind: 'idle' } : now))}
        >
          {t('undoWhat')}
        </ConfirmDialog>
      )}
      {phase.kind === 'refused' && (
        <p role="alert" className="text-sm text-miss">
          {problemText(phase.problem)}
        </p>
      )}
    </span>
  );
}
