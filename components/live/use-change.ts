import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { tell, type Undo } from './messages.ts';
import type { Problem } from './problem.ts';
import { useProblemText } from './use-problem-text.ts';

type Change = {
  pending: boolean;
  /** Why the last change was not made. */
  problem: string | null;
  /** Makes a change (null when it was made, else why not), tells that it was, and shows the page anew. */
  carryOut: (work: () => Promise<Problem | null>, done: string, undo?: Undo) => void;
};

export function useChange(): Change {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const textOf = useProblemText();
  const carryOut = (work: () => Promise<Problem | null>, done: string, undo?: Undo): void =>
    startTransition(async () => {
      const refused = await work();
      setProblem(refused === null ? null : textOf(refused));
      if (refused !== null) return;
      tell(done, 'earn', undo);
      router.refresh();
    });
  return { pending, problem, carryOut };
}
