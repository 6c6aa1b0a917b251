'use client';

import './globals.css';

/** Stands in for the whole document when even the layout fails; in every page's script, so it is short. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body className="font-sans">
        <title>Pecboard</title>
        <main className="mx-auto max-w-xl px-6 py-12">
          <h1 className="text-2xl">This page could not be shown</h1>
          <p>Nothing was lost or changed. Load it again; if it stays, the server’s log says why.</p>
          <code>{error.digest}</code>
        </main>
      </body>
    </html>
  );
}
