'use client';

import { useLinkStatus } from 'next/link';

/** Marks the document as loading while the link around it is followed; the looks are in globals.css. */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return pending ? <span data-loading="" role="status" aria-label="Loading" /> : null;
}
