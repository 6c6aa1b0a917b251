import type { ReactNode } from 'react';
import { ClientTexts } from '#components/language/client-texts.tsx';
import { LanguageMenu } from '#components/layout/language-menu.tsx';
import { Wordmark } from '#components/layout/wordmark.tsx';

export default function SignInLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center gap-6 px-6 py-10">
      <div className="flex items-center justify-between">
        <Wordmark />
        <LanguageMenu />
      </div>
      <ClientTexts areas={['signIn']}>{children}</ClientTexts>
    </main>
  );
}
