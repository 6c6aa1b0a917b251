import { useTexts } from '#language';
import { PageHeader } from '#components/layout/page-header.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';

export default function CustomerNotFound() {
  const t = useTexts('customer');
  return (
    <>
      <PageHeader title={t('notFound')} />
      <EmptyState
        icon="search"
        title={t('noSuchTenant')}
        action={
          <AppLink href="/customers" className={BUTTON.primary}>
            {t('all')}
          </AppLink>
        }
      >
        <p>{t('neverSeen')}</p>
      </EmptyState>
    </>
  );
}
