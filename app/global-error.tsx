'use client';

import { chooseLanguage } from '#lib/texts/languages.ts';
import { LAST_WORDS } from '#lib/texts/last-words.ts';
import './globals.css';

/** Stands in for the whole document when even the layout fails; in every page's script, so it is short. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const wanted = typeof navigator === 'undefined' ? null : navigator.languages.join();
  const language = chooseLanguage(undefined, wanted);
  const { title, text } = LAST_WORDS[language];
  return (
    <html lang={language}>
      <body className="font-sans">
        <title>Pecboard</title>
        <main className="mx-auto max-w-xl px-6 py-12">
          <h1 className="text-2xl">{title}</h1>
          <p>{text}</p>
          <code>{error.digest}</code>
        </main>
      </body>
    </html>
  );
}
