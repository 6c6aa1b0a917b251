'use client';

import { useTexts } from '#language';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { NO_ANSWER, type Problem } from '#components/live/problem.ts';
import { useProblemText } from '#components/live/use-problem-text.ts';
import { BUTTON } from '#components/ui/button.ts';

type Phase = { kind: 'idle' | 'asking' | 'undoing' } | { kind: 'refused'; problem: Problem };

/** Asks once more before it takes a file back. */
type UndoImportProps = {
  id: string;
  name: string;
  /** Otherwise there is only a line of the list to clear away. */
  counts: boolean;
};

export function UndoImport({ id, name, counts }: UndoImportProps) {
  const t = useTexts('importFiles');
  const problemText = useProblemText();
  const router = useRouter();
  const [phase, setPhase] = useState<Phase>({ kind: 'idle' });
  const undo = async () => {
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
  if (phase.kind === 'asking') {
    return (
      <span role="group" aria-label={t('undoOf', { name })} className="flex flex-wrap items-center gap-2">
        <span className="text-sm text-soft">{t('undoWhat')}</span>
        <button type="button" className={BUTTON.primary} onClick={() => void undo()}>
          {t('undoImport')}
        </button>
        <button type="button" className={BUTTON.plain} onClick={() => setPhase({ kind: 'idle' })}>
          {t('keep')}
        </button>
      </span>
    );
  }
  return (
    <>
      <button
        type="button"
        className={BUTTON.plain}
        disabled={phase.kind === 'undoing'}
        aria-label={counts ? t('undoOf', { name }) : t('removeOf', { name })}
        onClick={() => (counts ? setPhase({ kind: 'asking' }) : void undo())}
      >
        {counts ? t('undo') : t('remove')}
      </button>
      {phase.kind === 'refused' && (
        <p role="alert" className="text-sm text-miss">
          {problemText(phase.problem)}
        </p>
      )}
    </>
  );
}
