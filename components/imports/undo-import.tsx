'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { BUTTON } from '#components/ui/button.ts';

type Phase = { kind: 'idle' | 'asking' | 'undoing' } | { kind: 'refused'; words: string };

/** Asks once more before it takes a file back. */
type UndoImportProps = {
  id: string;
  name: string;
  /** Otherwise there is only a line of the list to clear away. */
  counts: boolean;
};

export function UndoImport({ id, name, counts }: UndoImportProps) {
  const router = useRouter();
  const [phase, setPhase] = useState<Phase>({ kind: 'idle' });
  const undo = async () => {
    setPhase({ kind: 'undoing' });
    try {
      const response = await fetch(`/api/v1/imports/${id}`, { method: 'DELETE' });
      if (response.ok) return router.refresh();
      // Errors of our API are problem details (RFC 9457).
      const { detail } = (await response.json()) as { detail?: string };
      setPhase({ kind: 'refused', words: detail ?? 'It could not be taken back.' });
    } catch {
      setPhase({ kind: 'refused', words: 'The server did not answer. Try again in a moment.' });
    }
  };
  if (phase.kind === 'asking') {
    return (
      <span
        role="group"
        aria-label={`Undo the import of ${name}`}
        className="flex flex-wrap items-center gap-2"
      >
        <span className="text-sm text-soft">Its figures go, and what counted before counts again.</span>
        <button type="button" className={BUTTON.primary} onClick={() => void undo()}>
          Undo the import
        </button>
        <button type="button" className={BUTTON.plain} onClick={() => setPhase({ kind: 'idle' })}>
          Keep it
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
        aria-label={counts ? `Undo the import of ${name}` : `Remove ${name} from the list`}
        onClick={() => (counts ? setPhase({ kind: 'asking' }) : void undo())}
      >
        {counts ? 'Undo' : 'Remove'}
      </button>
      {phase.kind === 'refused' && (
        <p role="alert" className="text-sm text-miss">
          {phase.words}
        </p>
      )}
    </>
  );
}
