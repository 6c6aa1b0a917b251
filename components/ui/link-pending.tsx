'use client';

import { useTexts } from '#language';
import { useLinkStatus } from 'next/link';

/** Marks the document as loading while the link around it is followed; the looks are in globals.css. */
export function LinkPending() {
  const t = useTexts('ui');
  const { pending } = useLinkStatus();
  return pending ? <span data-loading="" role="status" aria-label={t('loading')} /> : null;
}
