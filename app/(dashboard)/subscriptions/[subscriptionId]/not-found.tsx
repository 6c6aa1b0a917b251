import { useTexts } from '#language';
import { PageHeader } from '#components/layout/page-header.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';

export default function SubscriptionNotFound() {
  const t = useTexts('subscription');
  return (
    <>
      <PageHeader title={t('notFound')} />
      <EmptyState
        icon="search"
        title={t('noSuchId')}
        action={
          <AppLink href="/subscriptions" className={BUTTON.primary}>
            {t('all')}
          </AppLink>
        }
      >
        <p>{t('neverSeen')}</p>
      </EmptyState>
    </>
  );
}
