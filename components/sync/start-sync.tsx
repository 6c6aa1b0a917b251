'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition, type ReactNode } from 'react';
import { BUTTON } from '#components/ui/button.ts';

const ALREADY_RUNNING = 409;

/** null when the run was started or one is running already, else what to tell the person. */
async function requestRun(): Promise<string | null> {
  try {
    const response = await fetch('/api/v1/sync/runs', { method: 'POST' });
    if (response.ok) return null;
    // Errors of our API are problem details (RFC 9457).
    const problem = (await response.json()) as { title?: string; detail?: string; code?: string };
    if (response.status === ALREADY_RUNNING && problem.code === 'sync-running') return null;
    return [problem.title, problem.detail].filter(Boolean).join('. ');
  } catch {
    return 'The server did not answer. Try again in a moment.';
  }
}

/** The children are the button's words, drawn on the server. */
export function StartSync({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [failure, setFailure] = useState<string | null>(null);
  const start = () =>
    startTransition(async () => {
      setFailure(await requestRun());
      router.refresh();
    });
  return (
    <div className="grid justify-items-start gap-1 print:hidden">
      <button type="button" onClick={start} disabled={pending} className={BUTTON.primary}>
        {pending ? 'Starting' : children}
      </button>
      {failure !== null && (
        <p role="alert" className="max-w-xs text-sm text-miss">
          {failure}
        </p>
      )}
    </div>
  );
}
