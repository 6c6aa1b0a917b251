'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { SyncRunDetail } from '#lib/queries/schemas/sync.ts';
import { followRun } from './follow-run.ts';
import { RunView } from './run-view.tsx';

const TICK_MS = 1000;

type LiveRunProps = { initial: SyncRunDetail; initialNow: string };

/** A run while it moves; when it ends the page is asked anew. */
export function LiveRun({ initial, initialNow }: LiveRunProps) {
  const router = useRouter();
  const [run, setRun] = useState(initial);
  const [now, setNow] = useState(initialNow);

  useEffect(() => {
    const clock = setInterval(() => setNow(new Date().toISOString()), TICK_MS);
    return () => clearInterval(clock);
  }, []);

  useEffect(() => followRun(initial.id, setRun, () => router.refresh()), [initial.id, router]);

  return (
    <div aria-busy={run.status === 'running'}>
      <RunView run={run} now={now} />
    </div>
  );
}
