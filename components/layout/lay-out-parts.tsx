'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect } from 'react';

const WAITING = '.when-seen:not([data-laid-out])';

/** Safari has no idle time to ask for. */
const SOON_MS = 200;

function whenIdle(work: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const asked = requestIdleCallback(work);
    return () => cancelIdleCallback(asked);
  }
  const asked = setTimeout(work, SOON_MS);
  return () => clearTimeout(asked);
}

/**
 * Parts of a page that come into view later (`when-seen` in globals.css) are laid out once nothing else is to do, one
 * at a time: a picture of the whole page, which people take to send on, shows them too.
 */
export const LayOutParts = () => <PartsOfPage key={`${usePathname()}?${useSearchParams()}`} />;

function PartsOfPage() {
  useEffect(() => {
    let stop = whenIdle(layOutNext);
    function layOutNext(): void {
      const part = document.querySelector(WAITING);
      if (part === null) return;
      part.setAttribute('data-laid-out', '');
      stop = whenIdle(layOutNext);
    }
    return () => stop();
  }, []);
  return null;
}
