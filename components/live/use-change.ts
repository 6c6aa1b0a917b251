import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { tell, type Undo } from './messages.ts';
import type { Problem } from './problem.ts';
import { useProblemText } from './use-problem-text.ts';

/** What a change came to: what to tell, and how it is taken back where it can be. */
export type Came = { kind: 'done'; text: string; undo: Undo | null } | { kind: 'refused'; problem: Problem };

type Change = {
  pending: boolean;
  /** Why the last change was not made. */
  problem: string | null;
  /** Makes a change (null when it was made, else why not), tells that it was, and shows the page anew. */
  carryOut: (work: () => Promise<Problem | null>, done: string) => void;
  /** The same where only what came of it says what to tell. */
  carryOutAndTell: (work: () => Promise<Came>) => void;
};

export function useChange(): Change {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const textOf = useProblemText();
  const carryOutAndTell = (work: () => Promise<Came>): void =>
    startTransition(async () => {
      const came = await work();
      setProblem(came.kind === 'refused' ? textOf(came.problem) : null);
      if (came.kind === 'refused') return;
      tell(came.text, 'earn', came.undo);
      router.refresh();
    });
  const carryOut = (work: () => Promise<Problem | null>, done: string): void =>
    carryOutAndTell(async () => {
      const refused = await work();
      return refused === null
        ? { kind: 'done', text: done, undo: null }
        : { kind: 'refused', problem: refused };
    });
  return { pending, problem, carryOut, carryOutAndTell };
}
