import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { tell } from './messages.ts';

type Change = {
  pending: boolean;
  /** Why the last change was not made. */
  problem: string | null;
  /** Makes a change (null when it was made, else why not), tells that it was, and shows the page anew. */
  carryOut: (work: () => Promise<string | null>, done: string) => void;
};

export function useChange(): Change {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const carryOut = (work: () => Promise<string | null>, done: string): void =>
    startTransition(async () => {
      const refused = await work();
      setProblem(refused);
      if (refused !== null) return;
      tell(done);
      router.refresh();
    });
  return { pending, problem, carryOut };
}
