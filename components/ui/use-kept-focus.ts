import { useLayoutEffect, useRef, type RefObject } from 'react';

/** For what goes with what it did: if it had the keyboard then, the page goes on with it from its beginning. */
export function useKeptFocus<Place extends HTMLElement>(): RefObject<Place | null> {
  const place = useRef<Place>(null);
  useLayoutEffect(() => {
    const here = place.current;
    return () => {
      if (here?.contains(document.activeElement)) {
        document.getElementById('content')?.focus({ preventScroll: true });
      }
    };
  }, []);
  return place;
}
