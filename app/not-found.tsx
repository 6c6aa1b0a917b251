import type { Metadata } from 'next';
import Link from 'next/link';
import { Wordmark } from '#components/layout/wordmark.tsx';
import { BUTTON } from '#components/ui/button.ts';

export const metadata: Metadata = { title: 'Page not found' };

export default function NotFound() {
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center justify-items-start gap-4 px-6">
      <Wordmark />
      <h1 className="text-2xl font-semibold tracking-tight">This page does not exist</h1>
      <p className="text-soft">The address may be mistyped, or the page has moved.</p>
      <Link href="/" className={BUTTON.primary}>
        Go to the overview
      </Link>
    </main>
  );
}
