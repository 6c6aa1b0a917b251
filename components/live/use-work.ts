import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { hearWorkMoved, readWork, type Work, type WorkEnd } from './work.ts';

const LOOK_EVERY_MS = 4000;

/** What goes on now: looked for when the page is opened, when something begins or ends, and while it goes on and is seen. */
export function useWork(ended: (end: WorkEnd) => void): Work | null {
  const [work, setWork] = useState<Work | null>(null);
  const looks = useRef(0);
  const take = useEffectEvent(async (isWanted: () => boolean) => {
    const look = ++looks.current;
    const seen = await readWork(work);
    // Only the newest look counts: of two at a time each would tell the same end.
    if (seen === null || look !== looks.current || !isWanted()) return;
    const end = work === null || seen.work?.id === work.id ? null : seen.endOf(work);
    if (end !== null) ended(end);
    setWork(seen.work);
  });
  const isOpen = work !== null;
  useEffect(() => {
    let isMounted = true;
    const look = () => {
      if (document.visibilityState === 'visible') void take(() => isMounted);
    };
    const stopHearing = hearWorkMoved(look);
    document.addEventListener('visibilitychange', look);
    const timer = isOpen ? setInterval(look, LOOK_EVERY_MS) : null;
    if (!isOpen) look();
    return () => {
      isMounted = false;
      stopHearing();
      document.removeEventListener('visibilitychange', look);
      if (timer !== null) clearInterval(timer);
    };
  }, [isOpen]);
  return work;
}
