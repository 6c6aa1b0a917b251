import { useTexts } from '#language';
import type { Metadata } from 'next';
import { getTexts } from '#components/language/in-server.ts';
import { Wordmark } from '#components/layout/wordmark.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTexts('pages'))('notFound'),
});

export default function NotFound() {
  const t = useTexts('layout');
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center justify-items-start gap-4 px-6">
      <Wordmark />
      <h1 className="text-2xl font-semibold tracking-tight">{t('noPage')}</h1>
      <p className="text-soft">{t('mistyped')}</p>
      <AppLink href="/" className={BUTTON.primary}>
        {t('goToOverview')}
      </AppLink>
    </main>
  );
}
