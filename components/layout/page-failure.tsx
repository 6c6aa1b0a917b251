'use client';

import { BUTTON } from '#components/ui/button.ts';

type PageFailureProps = { reference: string | null; retry: () => void };

/** The page could not be made. Nothing that is held was changed by it. */
export function PageFailure({ reference, retry }: PageFailureProps) {
  return (
    <div role="alert" className="grid max-w-lg justify-items-start gap-3 py-12">
      <h1 className="text-2xl font-semibold tracking-tight">This page could not be shown</h1>
      <p className="text-soft">
        Reading what is stored here failed. Nothing was lost or changed. Try again; if it stays, the server’s
        log says why.
      </p>
      {reference !== null && (
        <p className="text-sm text-faint">
          Reference for the log: <code className="font-mono text-soft">{reference}</code>
        </p>
      )}
      <button type="button" onClick={retry} className={BUTTON.primary}>
        Try again
      </button>
    </div>
  );
}
