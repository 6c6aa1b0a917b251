import { useTexts } from '#language';
import { PageHeader } from '#components/layout/page-header.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';

export default function FindingNotFound() {
  const t = useTexts('finding');
  return (
    <>
      <PageHeader title={t('notFound.title')} />
      <EmptyState
        icon="search"
        title={t('notFound.noId')}
        action={
          <AppLink href="/gaps" className={BUTTON.primary}>
            {t('notFound.all')}
          </AppLink>
        }
      >
        <p>{t('notFound.why')}</p>
      </EmptyState>
    </>
  );
}
