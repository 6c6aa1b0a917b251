'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { BUTTON } from '#components/ui/button.ts';

type Phase = { kind: 'idle' | 'asking' | 'undoing' } | { kind: 'refused'; words: string };

/** Asks once more before it takes a file back. */
export function UndoImport({ id, name }: { id: string; name: string }) {
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
      <button type="button" className={BUTTON.plain} onClick={() => void undo()}>
        Take {name} back
      </button>
    );
  }
  return (
    <>
      <button
        type="button"
        className={BUTTON.plain}
        disabled={phase.kind === 'undoing'}
        aria-label={`Undo the import of ${name}`}
        onClick={() => setPhase({ kind: 'asking' })}
      >
        Undo
      </button>
      {phase.kind === 'refused' && (
        <p role="alert" className="text-sm text-miss">
          {phase.words}
        </p>
      )}
    </>
  );
}
