import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { flushSync } from 'react-dom';
import { closeUndo, tell, type Message } from './messages.ts';
import { useProblemText } from './use-problem-text.ts';

/** Takes back what a message told, once; tells what came of it, and shows the page anew. */
export function useUndo({ id, undo }: Message, ended: () => void): { pending: boolean; undo: () => void } {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const textOf = useProblemText();
  const start = async (): Promise<void> => {
    const came = await undo?.();
    if (came === undefined) return;
    const isUndone = came.kind === 'undone';
    flushSync(() => {
      // Without an answer it can be tried again.
      if (isUndone || came.problem.code !== null) closeUndo(id);
      tell(isUndone ? came.text : textOf(came.problem), isUndone ? 'earn' : 'miss');
    });
    ended();
    router.refresh();
  };
  return { pending, undo: () => pending || startTransition(start) };
}
