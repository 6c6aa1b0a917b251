import { useEffect, useState, type RefObject } from 'react';

const SIGNS = ['pointermove', 'pointerdown', 'wheel', 'touchstart', 'keydown', 'focusin'] as const;

type GoingOn = {
  /** Has further rows than those that came with the page. */
  asked: boolean;
  frame: RefObject<HTMLElement | null>;
  /** Stands for the rows after those that came. */
  space: RefObject<HTMLElement | null>;
};

/** Whether further rows may be wanted: somebody uses the page, or sees its last row. Until then nothing is measured. */
export function useGoingOn({ asked, frame, space }: GoingOn): boolean {
  const [goesOn, setGoesOn] = useState(false);
  useEffect(() => {
    if (!asked || goesOn) return undefined;
    const begin = () => setGoesOn(true);
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && begin(), {
      root: frame.current,
    });
    if (space.current !== null) seen.observe(space.current);
    for (const sign of SIGNS) addEventListener(sign, begin, { passive: true });
    const scrolled = frame.current;
    scrolled?.addEventListener('scroll', begin, { passive: true });
    return () => {
      seen.disconnect();
      for (const sign of SIGNS) removeEventListener(sign, begin);
      scrolled?.removeEventListener('scroll', begin);
    };
  }, [asked, goesOn, frame, space]);
  return asked && goesOn;
}
