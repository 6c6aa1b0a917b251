'use client';

import { useTexts } from '#language';
import { useRouter } from 'next/navigation';
import { useEffect, useTransition } from 'react';
import { isPlainClick } from '#components/ui/is-plain-click.ts';

/** Of our own pages; files and other windows are the browser's own matter. */
const PAGES = 'a[href^="/"]:not([download], [target])';

/**
 * Follows every link of the product, so that none of hundreds needs a script of its own; the page behind it is read
 * from the database, so it is not fetched in advance. The document is marked as loading meanwhile: globals.css.
 */
export function FollowLinks() {
  const t = useTexts('ui');
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(PAGES) : null;
      if (link === null || event.defaultPrevented || !isPlainClick(event)) return;
      event.preventDefault();
      const address = link.pathname + link.search + link.hash;
      startTransition(() => router.push(address, { scroll: link.dataset['stay'] === undefined }));
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [router]);
  return pending ? <span data-loading="" role="status" aria-label={t('loading')} /> : null;
}
