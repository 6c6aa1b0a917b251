'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { followRun } from './follow-run.ts';

/** Asks the server for the page anew while the run moves; the page itself is drawn there. */
export function LiveRun({ id }: { id: string }) {
  const router = useRouter();
  useEffect(() => followRun(id, { moved: () => router.refresh() }), [id, router]);
  return null;
}
