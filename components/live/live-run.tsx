'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useTransition } from 'react';
import { followRun } from './follow-run.ts';

/**
 * Asks the server for the page anew while the run moves; the page itself is drawn there. While an answer is under way
 * the next question waits for it: each would take the place of the one before, and none would ever be shown.
 */
export function LiveRun({ id }: { id: string }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const isBehind = useRef(false);
  const move = useEffectEvent(() => {
    isBehind.current = pending;
    if (!pending) startTransition(() => router.refresh());
  });
  const catchUp = useEffectEvent((isWaiting: boolean) => {
    if (!isWaiting && isBehind.current) move();
  });
  useEffect(() => followRun(id, { moved: () => move() }), [id]);
  useEffect(() => catchUp(pending), [pending]);
  return null;
}
