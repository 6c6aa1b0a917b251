'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState, type ReactNode } from 'react';
import { BUTTON } from '#components/ui/button.ts';
import { followRun } from './follow-run.ts';
import { requestRun } from './request-run.ts';

type Phase =
  | { kind: 'idle' }
  | { kind: 'starting' }
  | { kind: 'reading'; runId: string }
  | { kind: 'read' }
  | { kind: 'refused'; words: string };

const RUNNING = 'A sync of everything is running and reads this customer too. Look at the Sync page.';
const FAILED = 'Azure could not be read. What is held stays; the Sync page says why.';

/** Reads one customer from Azure now and shows the page anew when it was judged. */
export function RefreshButton({ url, children }: { url: string; children: ReactNode }) {
  const router = useRouter();
  const [phase, setPhase] = useState<Phase>({ kind: 'idle' });
  const runId = phase.kind === 'reading' ? phase.runId : null;
  useEffect(() => {
    if (runId === null) return undefined;
    return followRun(runId, {
      moved: () => undefined,
      ended: (status) => {
        router.refresh();
        setPhase(status === 'failed' ? { kind: 'refused', words: FAILED } : { kind: 'read' });
      },
    });
  }, [runId, router]);
  const start = async () => {
    setPhase({ kind: 'starting' });
    const requested = await requestRun(url);
    if (requested.kind === 'started') setPhase({ kind: 'reading', runId: requested.id });
    else setPhase({ kind: 'refused', words: requested.kind === 'running' ? RUNNING : requested.words });
  };
  const busy = phase.kind === 'starting' || phase.kind === 'reading';
  return (
    <div className="grid justify-items-end gap-1 print:hidden">
      <button type="button" onClick={() => void start()} disabled={busy} className={BUTTON.plain}>
        {busy ? 'Reading from Azure' : children}
      </button>
      <p role="status" className="text-xs text-faint empty:hidden">
        {phase.kind === 'reading' && 'Delegations, assignments and cost are being read.'}
        {phase.kind === 'read' && 'Read just now.'}
      </p>
      {phase.kind === 'refused' && (
        <p role="alert" className="max-w-xs text-sm text-miss">
          {phase.words}
        </p>
      )}
    </div>
  );
}
