import type { ReactNode } from 'react';
import { Wordmark } from '#components/layout/wordmark.tsx';

export default function SignInLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center gap-6 px-6 py-10">
      <Wordmark />
      {children}
    </main>
  );
}
