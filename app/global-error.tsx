'use client';

import { PageFailure } from '#components/layout/page-failure.tsx';
import './globals.css';

type GlobalErrorProps = { error: Error & { digest?: string }; retry: () => void };

/** Stands in for the whole document when even the layout fails. */
export default function GlobalError({ error, retry }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body className="font-sans antialiased">
        <title>Pecboard</title>
        <main className="mx-auto max-w-xl px-6">
          <PageFailure reference={error.digest ?? null} retry={retry} />
        </main>
      </body>
    </html>
  );
}
