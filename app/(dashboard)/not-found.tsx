import { useTexts } from '#language';
import { PageHeader } from '#components/layout/page-header.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';

export default function PageNotFound() {
  const t = useTexts('layout');
  return (
    <>
      <PageHeader title={t('notFound')} />
      <EmptyState
        icon="search"
        title={t('noPage')}
        action={
          <AppLink href="/" className={BUTTON.primary}>
            {t('goToOverview')}
          </AppLink>
        }
      >
        <p>{t('mistyped')}</p>
      </EmptyState>
    </>
  );
}
